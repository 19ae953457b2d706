import { isMap, isScalar, type Node, type Scalar, visit } from 'yaml';
import type { SyntaxProblem } from './document.ts';

/**
 * What YAML 1.2 allows and the library under the API server does not: `\\/` in quotes (JSON alone may write so),
 * between braces a key of several lines, and between brackets text that begins with a colon.
 */
export function strictProblems(root: Node | null | undefined, text: string): readonly SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const escapes = text.includes('\\/') && !/^\s*\{/.test(text);
  if (!root || !(escapes || /\{[^}]*\n/.test(text) || /[[{,\s]:[^\s,\]}]/.test(text))) return problems;
  visit(root, {
    Scalar(key, node, path) {
      const range = node.range;
      if (!range) return;
      const source = text.slice(range[0], range[1]);
      if (escapes && node.type === 'QUOTE_DOUBLE') report('yaml-escape', range[0] + beforeEscape(source), 2, { escape: '\\/' });
      const collection = path.findLast((ancestor) => !isScalar(ancestor) && 'items' in ancestor);
      if (!collection || !('flow' in collection) || !collection.flow) return;
      if (key === 'key' && isMap(collection) && source.includes('\n') && !isExplicit(node, text)) {
        report('yaml-syntax', range[0], source.length, { detail: 'Implicit keys need to be on a single line' });
      }
      if (node.type === 'PLAIN' && source.startsWith(':')) {
        report('yaml-syntax', range[0], 1, { detail: 'Plain value cannot start with character :' });
      }
    },
  });
  return problems;

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
function isExplicit({ range }: Scalar, text: string): boolean {
  return range ? /\?\s+$/.test(text.slice(Math.max(0, range[0] - 100), range[0])) : false;
}
