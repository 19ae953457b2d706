import type { Range } from '../../manifest/document.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { endOfScalar, isQuote, skipBlanks } from './flow-tokens.ts';

/** Where the caret stands in a flow collection, `{…}` or `[…]`; half-typed and broken text has an answer too. */
export interface FlowContext {
  /** From the collection's root. Of a key: the path of the object it is typed into. Of a value: the path of the field or list item. */
  readonly path: NodePath;
  readonly position: 'key' | 'value';
  /** The keys beside the caret, its own left out. */
  readonly siblings: readonly string[];
  /** Offsets of the word being typed, its quotes included. */
  readonly word: Range;
  /** The text after the word is a colon already. */
  readonly hasColon: boolean;
  /** Something follows that a comma must part from the word. */
  readonly commaAfter: boolean;
  /** Where a comma is missing before the word. */
  readonly commaBefore: number | undefined;
  /** The first key of the collection is in quotes, as in JSON. */
  readonly quotedKeys: boolean;
  /** The plain values of the objects around the caret, by key: from the root to the one that the caret is in. */
  readonly around: readonly ReadonlyMap<string, string>[];
}

interface Collection {
  readonly list: boolean;
  readonly keys: string[];
  readonly values: Map<string, string>;
  /** In an object: the key that was read last. */
  key: string | undefined;
  afterColon: boolean;
  /** Where the value of this entry ended, once it has. */
  valueEnd: number | undefined;
  index: number;
}

interface Caret extends Pick<FlowContext, 'path' | 'position' | 'word' | 'commaBefore'> {
  readonly stack: readonly Collection[];
  readonly own: string | undefined;
}

/**
 * The context at an offset of the collection that opens at `start` and of which nothing stands at `end` or behind. 'outside' when the
 * collection is closed before the caret, 'nowhere' where nothing can be written, as behind a finished value.
 */
export function flowContext(text: string, start: number, offset: number, end: number): FlowContext | 'outside' | 'nowhere' {
  const stack: Collection[] = [];
  let caret: Caret | undefined;
  let quotedKeys: boolean | undefined;
  let at = start;
  while (at < end) {
    at = skipBlanks(text, at, end);
    if (!caret && at >= offset && (at > offset || !isWithin(stack.at(-1), text, at))) {
      const found = caretIn(stack, text, { start: offset, end: offset }, undefined);
      if (!found) return stack.length === 0 ? 'outside' : 'nowhere';
      caret = found;
    }
    const char = text[at];
    const top = stack.at(-1);
    if (at >= end || char === undefined) break;
    if (char === '{' || char === '[') {
      if (top) beginValue(top);
      stack.push({ list: char === '[', keys: [], values: new Map(), key: undefined, afterColon: false, valueEnd: undefined, index: 0 });
      at++;
    } else if (char === '}' || char === ']') {
      close(stack, char === ']', at + 1);
      at++;
      if (stack.length === 0) break;
    } else if (char === ',') {
      if (top) nextEntry(top);
      at++;
    } else if (char === ':') {
      if (top && !top.list && top.key !== undefined && !top.afterColon) {
        top.keys.push(top.key);
        top.afterColon = true;
      }
      at++;
    } else {
      const last = endOfScalar(text, at, end);
      const quoted = isQuote(char);
      const closed = quoted && last > at + 1 && text[last - 1] === char;
      const content = quoted ? text.slice(at + 1, closed ? last - 1 : last) : text.slice(at, last);
      if (!caret && offset >= at && (offset < last || (offset === last && !closed))) {
        caret = caretIn(stack, text, { start: at, end: last }, content);
        if (!caret) return 'nowhere';
      } else if (!caret && offset === last) return 'nowhere';
      if (top) {
        beginValue(top);
        if (top.list || top.afterColon) {
          if (!top.list && top.key !== undefined) top.values.set(top.key, content);
          top.valueEnd = last;
        } else {
          quotedKeys ??= quoted;
          top.key = content;
        }
      }
      at = last;
    }
  }
  caret ??= caretIn(stack, text, { start: offset, end: offset }, undefined);
  if (!caret) return stack.length === 0 ? 'outside' : 'nowhere';
  return contextOf(caret, text, offset, end, quotedKeys);
}

/** The caret touches a word that it goes with: it would replace a value, but stand before a key. */
function isWithin(top: Collection | undefined, text: string, at: number): boolean {
  const char = text[at] ?? '';
  return top !== undefined && !top.list && top.afterColon && top.valueEnd === undefined && !/[{[\]},:]/.test(char) && char !== '';
}

/** What the caret is for in the innermost collection; undefined where nothing can be written. `content` is that of the word it is in. */
function caretIn(stack: readonly Collection[], text: string, word: Range, content: string | undefined): Caret | undefined {
  const top = stack.at(-1);
  if (!top) return undefined;
  const outer = stack.slice(0, -1).map(({ list, index, key = '' }) => (list ? index : key));
  const base = { stack: [...stack], word, own: content };
  const brokenLine = top.valueEnd !== undefined && text.slice(top.valueEnd, word.start).includes('\n');
  if (top.valueEnd !== undefined && !brokenLine) return undefined;
  const commaBefore = brokenLine ? top.valueEnd : undefined;
  if (top.list) return { ...base, path: [...outer, top.index + (brokenLine ? 1 : 0)], position: 'value', commaBefore };
  if (top.afterColon && !brokenLine) return { ...base, path: [...outer, top.key ?? ''], position: 'value', commaBefore };
  // A key that waits for its colon.
  if (!top.afterColon && top.key !== undefined) return undefined;
  return { ...base, path: outer, position: 'key', commaBefore };
}

function contextOf(caret: Caret, text: string, offset: number, end: number, quotedKeys = false): FlowContext | 'nowhere' {
  const { path, position, commaBefore, stack, own } = caret;
  const top = stack.at(-1);
  const word = position === 'key' ? wordOfKey(text, caret.word, offset) : top?.list ? caret.word : wordOfValue(text, caret.word, end);
  if (!word || !top) return 'nowhere';
  const next = skipBlanks(text, word.end, end);
  const isWhole = word.end === caret.word.end;
  const hasColon = position === 'key' && isWhole && word.end > word.start && text[next] === ':';
  return {
    path,
    position,
    siblings: position === 'key' && word.end > word.start && isWhole ? without(top.keys, own) : top.keys,
    word,
    hasColon,
    commaAfter: next < end && !/[,:}\]]/.test(text[next] ?? ',') && (top.list || position === 'key' || isKey(text, next, end)),
    commaBefore,
    quotedKeys,
    around: stack.map(({ values }) => values),
  };
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
  if (word.end > word.start || next >= end || /[,:}\]]/.test(text[next] ?? '') || isKey(text, next, end)) return word;
  if (/[{[]/.test(text[next] ?? '') || text.slice(word.end, next).includes('\n')) return undefined;
  return { start: word.start, end: endOfScalar(text, next, end) };
}

function isKey(text: string, at: number, end: number): boolean {
  return text[skipBlanks(text, endOfScalar(text, at, end), end)] === ':';
}

function without(keys: readonly string[], own: string | undefined): readonly string[] {
  const at = own === undefined ? -1 : keys.indexOf(own);
  return at < 0 ? keys : keys.filter((_, index) => index !== at);
}

/** A value behind a finished one: its comma is missing. */
function beginValue(top: Collection): void {
  if (top.valueEnd !== undefined) nextEntry(top);
}

function nextEntry(top: Collection): void {
  top.key = undefined;
  top.afterColon = false;
  top.valueEnd = undefined;
  top.index++;
}

/** Closes the innermost collection of a sort, and those in it that were left open; a bracket of no collection means nothing. */
function close(stack: Collection[], list: boolean, end: number): void {
  const at = stack.findLastIndex((one) => one.list === list);
  if (at < 0) return;
  stack.length = at;
  const top = stack.at(-1);
  if (top) top.valueEnd = end;
}
