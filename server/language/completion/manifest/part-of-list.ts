import type { Caret } from '../../caret/caret.ts';

/** The part of a value between commas that the caret is in. */
export interface PartOfList {
  /** As if that part alone were the value. */
  readonly caret: Caret;
  /** The other parts, without blanks. */
  readonly others: readonly string[];
}

/** Of a value that is a list of names between commas, quotes around it or not; undefined of one without a comma. `line` is the caret's. */
export function partOfList(caret: Caret, line: string): PartOfList | undefined {
  const { word, typed } = caret;
  const at = word.start + typed.length;
  const behind = line.slice(at, word.end);
  if (!`${typed}${behind}`.includes(',')) return undefined;
  const before = typed.slice(0, typed.lastIndexOf(',') + 1) + (/^\s*/.exec(typed.slice(typed.lastIndexOf(',') + 1))?.[0] ?? '');
  const opening = before === '' ? (/^["']/.exec(typed)?.[0].length ?? 0) : 0;
  const start = word.start + before.length + opening;
  const length = behind.search(/[,"']/);
  const end = length < 0 ? word.end : at + length;
  const others = `${line.slice(word.start, start)},${line.slice(end, word.end)}`.split(',').map((part) => part.replace(/["'\s]/g, ''));
  const flow = caret.flow && { ...caret.flow, json: false, quotedKeys: false, commaAfter: false, commaBefore: undefined };
  return {
    caret: { ...caret, word: { start, end }, typed: line.slice(start, at), afterColon: false, flow },
    others: others.filter((part) => part !== ''),
  };
}
