import type { CST } from 'yaml';
import type { SyntaxProblem } from './document.ts';

interface Context {
  /** Inside brackets tabs are blanks like any other. */
  readonly inFlow: boolean;
  /** The column of the innermost block list or map. */
  readonly indent: number;
}

/**
 * The first tab that the library under the API server does not take for a blank (scannerc.go of go.yaml.in/yaml/v2):
 * one that a line begins with, or one behind a dash. Between brackets, in text and behind a value it takes them.
 */
export function tabProblem(document: CST.Token): SyntaxProblem | undefined {
  let lineOffset = document.offset;
  let lineStart = true;
  let afterDash = false;
  /** Lines behind plain text may be more of it, so there a tab is a blank once the line is indented enough. */
  let plainIndent: number | undefined;
  let found: SyntaxProblem | undefined;
  visit(document, { inFlow: false, indent: -1 });
  return found;

  function visit(token: CST.Token | null | undefined, context: Context): void {
    if (!token || found) return;
    switch (token.type) {
      case 'document':
        visitAll(token.start, context);
        visit(token.value, context);
        visitAll(token.end, context);
        return;
      case 'block-map':
      case 'block-seq':
      case 'flow-collection': {
        const inside = {
          inFlow: token.type === 'flow-collection',
          indent: token.type === 'flow-collection' ? context.indent : token.indent,
        };
        if (token.type === 'flow-collection') leaf(token.start, context);
        for (const item of token.items) {
          visitAll(item.start, inside);
          if ('key' in item) visit(item.key, inside);
          if ('sep' in item) visitAll(item.sep, inside);
          visit(item.value, inside);
        }
        if (token.type === 'flow-collection') visitAll(token.end, context);
        return;
      }
      case 'block-scalar':
        lineOffset =
          token.offset +
          token.props.reduce((length, prop) => length + ('source' in prop ? prop.source.length : 0), 0) +
          token.source.length;
        lineStart = true;
        afterDash = false;
        plainIndent = undefined;
        return;
      case 'scalar':
      case 'alias':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
        lineStart = false;
        afterDash = false;
        plainIndent = token.type === 'scalar' ? context.indent + 1 : undefined;
        visitAll(token.end, context);
        return;
      default:
        leaf(token, context);
    }
  }

  function visitAll(tokens: readonly CST.Token[] | undefined, context: Context): void {
    for (const token of tokens ?? []) visit(token, context);
  }

  function leaf(token: CST.Token, { inFlow }: Context): void {
    switch (token.type) {
      case 'newline':
        lineOffset = token.offset + token.source.length;
        lineStart = true;
        afterDash = false;
        return;
      case 'comment':
        return;
      case 'space': {
        const tab = token.source.indexOf('\t');
        const start = token.offset + tab;
        const blank = plainIndent === undefined ? inFlow : start - lineOffset >= plainIndent && !afterDash;
        if (tab >= 0 && !blank && (afterDash || lineStart)) {
          found = { kind: 'not-yaml', code: 'yaml-tab-indentation', args: {}, range: { start, end: start + 1 }, path: [] };
        }
        return;
      }
      default:
        lineStart = false;
        afterDash = token.type === 'seq-item-ind' || token.type === 'explicit-key-ind';
        plainIndent = undefined;
    }
  }
}
