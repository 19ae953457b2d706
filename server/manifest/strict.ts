import type { SyntaxCode } from '../messages/en/decoding.ts';
import type { Remark } from '../messages/en/index.ts';
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
      report({ code: 'yaml-escape', args: { escape: '\\/' } }, node.start + beforeEscape(source), 2);
    }
    if (!collection?.flow) return;
    if (isKey && collection.kind === 'mapping' && source.includes('\n') && !isExplicit(node, text)) {
      report({ code: 'yaml-syntax', args: { detail: 'key-of-several-lines', sign: '' } }, node.start, source.length);
    }
    if (node.style === 'plain' && source.startsWith(':')) {
      report({ code: 'yaml-syntax', args: { detail: 'plain-start', sign: ':' } }, node.start, 1);
    }
  }

  function report(remark: Remark<SyntaxCode>, start: number, length: number): void {
    if (start >= 0) problems.push({ kind: 'not-yaml', ...remark, range: { start, end: start + length }, path: [] });
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
