import type { SyntaxProblem } from './document.ts';
import type { MappingNode, Node, ScalarNode, SequenceNode } from './tree.ts';

/**
 * What YAML 1.2 allows and the library under the API server does not: `\\/` in quotes (JSON alone may write so),
 * between braces a key of several lines, and between brackets text that begins with a colon.
 */
export function strictProblems(root: Node | null, text: string): readonly SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const escapes = text.includes('\\/') && !/^\s*\{/.test(text);
  if (!root || !(escapes || /\{[^}]*\n/.test(text) || /[[{,\s]:[^\s,\]}]/.test(text))) return problems;
  visit(root, undefined, false);
  return problems;

  function visit(node: Node | null, collection: MappingNode | SequenceNode | undefined, isKey: boolean): void {
    if (node?.kind === 'scalar') visitScalar(node, collection, isKey);
    else if (node?.kind === 'sequence') for (const item of node.items) visit(item, node, false);
    else if (node?.kind === 'mapping') {
      for (const { key, value } of node.entries) {
        visit(key, node, true);
        visit(value, node, false);
      }
    }
  }

  function visitScalar(node: ScalarNode, collection: MappingNode | SequenceNode | undefined, isKey: boolean): void {
    const source = text.slice(node.start, node.end);
    if (escapes && node.style === 'double-quoted') {
      report('yaml-escape', node.start + beforeEscape(source), 2, { escape: '\\/' });
    }
    if (!collection?.flow) return;
    if (isKey && collection.kind === 'mapping' && source.includes('\n') && !isExplicit(node, text)) {
      report('yaml-syntax', node.start, source.length, { detail: 'Implicit keys need to be on a single line' });
    }
    if (node.style === 'plain' && source.startsWith(':')) {
      report('yaml-syntax', node.start, 1, { detail: 'Plain value cannot start with character :' });
    }
  }

  function report(code: string, start: number, length: number, args: SyntaxProblem['args']): void {
    if (start >= 0) problems.push({ kind: 'not-yaml', code, args, range: { start, end: start + length }, path: [] });
  }
}

/** Where in double-quoted text the first `\\/` stands; far before its beginning when there is none. */
function beforeEscape(source: string): number {
  const found = /^(?:[^\\]|\\[^/])*?\\\//s.exec(source);
  return found ? found[0].length - 2 : Number.NEGATIVE_INFINITY;
}

/** A key behind a question mark may have several lines. */
function isExplicit({ start }: ScalarNode, text: string): boolean {
  return /\?\s+$/.test(text.slice(Math.max(0, start - 100), start));
}
