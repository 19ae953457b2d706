import { type CaretContext, caretContext } from './block-context.ts';
import { flowAround } from './flow-around.ts';

/** Where the caret stands in a document, in block or flow style. Lines count from the document's first. */
export interface Caret extends CaretContext {
  readonly line: number;
  /** A colon stands directly before the word. */
  readonly afterColon: boolean;
  /** Undefined in block style; in flow style `column` is that of the word, and there are no dashes. */
  readonly flow: FlowStyle | undefined;
}

/** How an entry of a flow collection is written at the caret. */
export interface FlowStyle {
  /** As JSON: all text in double quotes. */
  readonly json: boolean;
  readonly quotedKeys: boolean;
  readonly commaAfter: boolean;
  /** Where a comma is missing before the word. */
  readonly commaBefore: { readonly line: number; readonly column: number } | undefined;
  /** How deep in the document the outermost collection stands. */
  readonly depth: number;
  /** The plain values of the collections around the caret, by key, from the outermost to the one that the caret is in. */
  readonly around: readonly ReadonlyMap<string, string>[];
}

/** Reads the caret's surroundings from the lines of its document alone, so that half-typed and broken text has an answer too. */
export function caretAt(lines: readonly string[], line: number, column: number): Caret | 'nowhere' {
  const text = lines[line] ?? '';
  const at = Math.min(column, text.length);
  const flow = flowAround(lines, line, at);
  if (flow === 'nowhere') return flow;
  if (!flow) {
    // Directly before a line's text, or in the blanks before it: what is written there would run into it.
    if (/^[\s-]*$/.test(text.slice(0, at)) && /^(-|\s+\S)/.test(text.slice(at))) return 'nowhere';
    const block = caretContext(lines, line, at);
    if (block.position === 'key' && block.word.end === block.word.start && /\S/.test(text[at] ?? '')) return 'nowhere';
    return { ...block, line, afterColon: block.position === 'value' && text[block.word.start - 1] === ':', flow: undefined };
  }
  const { context, path } = flow;
  const placeOf = (offset: number) => {
    let rest = offset;
    let on = 0;
    while (on < lines.length - 1 && rest > (lines[on] ?? '').length) rest -= (lines[on++] ?? '').length + 1;
    return { line: on, column: rest };
  };
  const start = placeOf(context.word.start).column;
  const end = start + context.word.end - context.word.start;
  return {
    path: [...path, ...context.path],
    position: context.position,
    siblings: context.siblings,
    line,
    word: { start, end },
    typed: text.slice(start, at),
    hasColon: context.hasColon,
    afterColon: text[start - 1] === ':',
    column: start,
    afterDash: false,
    flow: {
      json: path.length === 0 && context.quotedKeys,
      quotedKeys: context.quotedKeys || /^"/.test(text.slice(start, at)),
      commaAfter: context.commaAfter,
      commaBefore: context.commaBefore === undefined ? undefined : placeOf(context.commaBefore),
      depth: path.length,
      around: context.around,
    },
  };
}
