import type { Range } from '../../manifest/document.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { type Collection, readTokens } from './flow-reading.ts';
import { endOfScalar, type FlowScalar, type FlowToken, flowTokens, isQuote, skipBlanks } from './flow-tokens.ts';

/** Where the caret stands in a flow collection, `{…}` or `[…]`; half-typed and broken text has an answer too. */
export interface FlowContext extends FlowPlace {
  /** The keys beside the caret, its own left out. */
  readonly siblings: readonly string[];
  /** Offsets of the word being typed, its quotes included. */
  readonly word: Range;
  /** The text after the word is a colon already. */
  readonly hasColon: boolean;
  /** Something follows that a comma must part from the word. */
  readonly commaAfter: boolean;
  /** The first key of the collection is in quotes, as in JSON. */
  readonly quotedKeys: boolean;
  /** The plain values of the objects around the caret, by key: from the root to the one that the caret is in. */
  readonly around: readonly ReadonlyMap<string, string>[];
}

interface FlowPlace {
  /** From the collection's root. Of a key: the path of the object it is typed into. Of a value: the path of the field or list item. */
  readonly path: NodePath;
  readonly position: 'key' | 'value';
  /** Where a comma is missing before the word. */
  readonly commaBefore: number | undefined;
}

/**
 * The context at an offset of the collection that opens at `start` and of which nothing stands at `end` or behind. 'outside' when the
 * collection is closed before the caret, 'nowhere' where nothing can be written, as behind a finished value.
 */
export function flowContext(text: string, start: number, offset: number, end: number): FlowContext | 'outside' | 'nowhere' {
  const tokens = flowTokens(text, start, end);
  const first = tokens.findIndex((token) => !isPassed(token, offset));
  const passed = first < 0 ? tokens.length : first;
  const reading = readTokens(tokens.slice(0, passed), { stack: [], quotedKeys: undefined });
  const around = [...reading.stack];
  const top = around.at(-1);
  if (!top) return 'outside';
  const touched = touchedBy(tokens[passed], offset, top);
  const place = touched?.closed && touched.end === offset ? undefined : placeIn(around, text, touched?.start ?? offset);
  if (!place) return 'nowhere';
  // What stands behind the caret is beside it too.
  const { quotedKeys = false } = readTokens(tokens.slice(passed), reading);
  const word = wordAt(text, { place, list: top.list, touched, offset, end });
  return word
    ? { ...place, ...beside(text, { place, top, touched, word, end }), word, quotedKeys, around: around.map(({ values }) => values) }
    : 'nowhere';
}

/** Whether a token lies before the caret, and the caret does not touch it. */
function isPassed({ kind, start, end }: FlowToken, offset: number): boolean {
  return start < offset && (kind !== 'scalar' || end < offset);
}

/** The scalar that the caret goes with: one that it is in or right behind; right before one only where that is a value, not a key. */
function touchedBy(token: FlowToken | undefined, offset: number, top: Collection): FlowScalar | undefined {
  if (token?.kind !== 'scalar' || token.start > offset) return undefined;
  const awaitsValue = !top.list && top.afterColon && top.valueEnd === undefined;
  return token.start < offset || awaitsValue ? token : undefined;
}

/** What the caret is for in the innermost collection; undefined where nothing can be written. */
function placeIn(stack: readonly Collection[], text: string, wordStart: number): FlowPlace | undefined {
  const top = stack.at(-1);
  if (!top) return undefined;
  const outer = stack.slice(0, -1).map(({ list, index, key = '' }) => (list ? index : key));
  const { valueEnd } = top;
  const isNewLine = valueEnd !== undefined && text.slice(valueEnd, wordStart).includes('\n');
  // Behind a value on its line comes a comma, and nothing else.
  if (valueEnd !== undefined && !isNewLine) return undefined;
  const commaBefore = isNewLine ? valueEnd : undefined;
  if (top.list) return { path: [...outer, top.index + (isNewLine ? 1 : 0)], position: 'value', commaBefore };
  if (top.afterColon && !isNewLine) return { path: [...outer, top.key ?? ''], position: 'value', commaBefore };
  const awaitsColon = !top.afterColon && top.key !== undefined;
  return awaitsColon ? undefined : { path: outer, position: 'key', commaBefore };
}

interface Around {
  readonly place: FlowPlace;
  readonly touched: FlowScalar | undefined;
  readonly end: number;
}

/** What is replaced; undefined where nothing can be written. */
function wordAt(
  text: string,
  { place, list, touched, offset, end }: Around & { readonly list: boolean; readonly offset: number },
): Range | undefined {
  const word = touched ? { start: touched.start, end: touched.end } : { start: offset, end: offset };
  if (place.position === 'key') return wordOfKey(text, word, offset);
  return list ? word : wordOfValue(text, word, end);
}

/** Of several words before a colon (`na cpu: 1`) only the first is being typed. */
function wordOfKey(text: string, word: Range, offset: number): Range | undefined {
  if (isQuote(text[word.start])) return word;
  const first = /^\S*/.exec(text.slice(word.start, word.end))?.[0].length ?? 0;
  return offset <= word.start + first ? { start: word.start, end: word.start + first } : undefined;
}

/** A value that stands behind the caret on the same line goes with it; no word where that is a collection. */
function wordOfValue(text: string, word: Range, end: number): Range | undefined {
  const next = skipBlanks(text, word.end, end);
  if (word.end > word.start || !hasEntryAt(text, next, end) || isKey(text, next, end)) return word;
  if (/[{[]/.test(text[next] ?? '') || text.slice(word.end, next).includes('\n')) return undefined;
  return { start: word.start, end: endOfScalar(text, next, end) };
}

/** What stands on both sides of the word. */
function beside(
  text: string,
  { place, top, touched, word, end }: Around & { readonly top: Collection; readonly word: Range },
): Pick<FlowContext, 'siblings' | 'hasColon' | 'commaAfter'> {
  const next = skipBlanks(text, word.end, end);
  const isKeyWord = place.position === 'key' && touched !== undefined && word.end === touched.end;
  const canFollow = top.list || place.position === 'key' || isKey(text, next, end);
  return {
    siblings: isKeyWord ? withoutOne(top.keys, touched.content) : top.keys,
    hasColon: isKeyWord && text[next] === ':',
    commaAfter: canFollow && hasEntryAt(text, next, end),
  };
}

/** Whether an entry begins at an offset, rather than ends there. */
function hasEntryAt(text: string, at: number, end: number): boolean {
  return at < end && !/[,:}\]]/.test(text[at] ?? ',');
}

function isKey(text: string, at: number, end: number): boolean {
  return text[skipBlanks(text, endOfScalar(text, at, end), end)] === ':';
}

function withoutOne(keys: readonly string[], own: string): readonly string[] {
  const at = keys.indexOf(own);
  return at < 0 ? keys : keys.toSpliced(at, 1);
}
