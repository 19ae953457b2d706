import type { SyntaxCode } from '../messages/en/decoding.ts';
import type { Remark } from '../messages/en/index.ts';
import type { SyntaxProblem } from './document.ts';
import type { MappingNode, Node, ScalarNode, SequenceNode } from './tree.ts';

/**
 * What YAML 1.2 allows and the library under the API server does not: `\/` and halves of surrogate pairs in quotes (JSON
 * alone may write so), names of anchors with other signs than letters, digits, - and _, between braces a key of several
 * lines, and between brackets text with a question mark or a colon at its beginning.
 */
export function strictProblems(root: Node | null, text: string): readonly SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const escapes = looseEscape.test(text) && !isJson(text);
  if (!root || !(escapes || /[&*]|\{[^}]*\n|[[{,\s]:[^\s,\]}]|[[{].*\?/s.test(text))) return problems;
  visit(root, undefined, false);
  return problems;

  function visit(node: Node | null, collection: MappingNode | SequenceNode | undefined, isKey: boolean): void {
    if (node) visitName(node);
    if (node?.kind === 'scalar') visitScalar(node, collection, isKey);
    else if (node?.kind === 'sequence') for (const item of node.items) visit(item, node, false);
    else if (node?.kind === 'mapping') {
      for (const { key, value } of node.entries) {
        visit(key, node, true);
        visit(value, node, false);
      }
    }
  }

  function visitName(node: Node): void {
    const name = node.kind === 'alias' ? node.source : node.anchor;
    if (name === undefined || !isBadName(name)) return;
    const sign = node.kind === 'alias' ? '*' : '&';
    const start = node.kind === 'alias' ? node.start : text.lastIndexOf(`&${name}`, node.start);
    report({ code: 'yaml-anchor-name', args: { anchor: sign + name } }, start, name.length + 1);
  }

  function visitScalar(node: ScalarNode, collection: MappingNode | SequenceNode | undefined, isKey: boolean): void {
    const source = text.slice(node.start, node.end);
    if (escapes && node.style === 'double-quoted') visitEscape(node, source);
    if (!collection?.flow) return;
    if (isKey && collection.kind === 'mapping' && source.includes('\n') && !isExplicit(node, text)) {
      report({ code: 'yaml-syntax', args: { detail: 'key-of-several-lines', sign: '' } }, node.start, source.length);
    }
    if (node.style !== 'plain') return;
    const sign = source.startsWith(':') ? 0 : source.indexOf('?');
    if (sign >= 0) report({ code: 'yaml-syntax', args: { detail: 'plain-start', sign: source.charAt(sign) } }, node.start + sign, 1);
  }

  function visitEscape(node: ScalarNode, source: string): void {
    const found = looseEscape.exec(source);
    const escaped = found?.[1] ?? '';
    if (found)
      report(
        { code: 'yaml-escape', args: { escape: escaped } },
        node.start + found.index + found[0].length - escaped.length,
        escaped.length,
      );
  }

  function report(remark: Remark<SyntaxCode>, start: number, length: number): void {
    if (start >= 0) problems.push({ kind: 'not-yaml', ...remark, range: { start, end: start + length }, path: [] });
  }
}

/** What JSON writes with a backslash and YAML 1.1 does not, behind an even number of them. */
const looseEscape = /(?<!\\)(?:\\\\)*(\\\/|\\u[dD][89a-fA-F][0-9a-fA-F]{2})/;

function isJson(text: string): boolean {
  if (!/^\s*\{/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** yaml_parser_scan_anchor takes letters, digits, - and _; some signs may follow at once, because they end any word. */
function isBadName(name: string): boolean {
  const [after = ''] = name.replace(/^[\w-]+/, '');
  return after !== '' && !'?:,]}%@`'.includes(after);
}

/** A key behind a question mark may have several lines. */
function isExplicit({ start }: ScalarNode, text: string): boolean {
  return /\?\s+$/.test(text.slice(Math.max(0, start - 100), start));
}
