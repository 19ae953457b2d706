import { columnOf } from './lines.ts';
import { readFlow } from './plain-flow.ts';
import { readPlainJson } from './plain-json.ts';
import { readLiteral, readScalar, scalar } from './plain-scalars.ts';
import {
  bar,
  colon,
  dash,
  hash,
  isBlank,
  isLineBreak,
  lineAfter,
  nextLine,
  openBrace,
  openBracket,
  skipSpaces,
  type TextCursor,
} from './text-cursor.ts';
import type { Entry, MappingNode, Node, ScalarNode, SequenceNode } from './tree.ts';

/**
 * Reads the YAML that nearly all manifests are written in: block maps and lists, scalars of one line, literal blocks
 * and flow collections of one line, or JSON; no text alone. Gives the tree that `compose.ts` gives, ten times sooner; undefined as soon as
 * anything else stands in the text, faults included, which is then the library's to read.
 */
export function readPlainYaml(text: string): Node | undefined {
  if (unusual.test(text)) return undefined;
  const cursor = { text, at: 0 };
  const column = nextLine(cursor);
  if (column < 0) return undefined;
  const start = cursor.at;
  const json = text.charCodeAt(start) === openBrace ? readJsonAlone(cursor) : undefined;
  if (json) return json;
  cursor.at = start;
  const root = readBlock(cursor, -1, column, 0);
  return root && root.kind !== 'scalar' && nextLine(cursor) < 0 ? root : undefined;
}

/** JSON with nothing but a comment behind it. */
function readJsonAlone(cursor: TextCursor): Node | undefined {
  const root = closed(cursor, readPlainJson(cursor));
  return root && nextLine(cursor) < 0 ? root : undefined;
}

/** Control characters, tabs, old line breaks and marks; lines that end or head a document. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const unusual = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)|^(?:---|\.\.\.|%)/m;

/** More columns than any manifest has levels. */
const deepest = 200;
/** The library refuses longer keys than 1,024 characters. */
const longestKey = 1000;

/** A node that begins at the cursor, in a column right of its parent's. */
function readBlock(cursor: TextCursor, parent: number, column: number, depth: number): Node | undefined {
  if (depth > deepest) return undefined;
  const first = cursor.text.charCodeAt(cursor.at);
  if (isDash(cursor)) return readSequence(cursor, column, depth);
  const start = first === openBracket || first === openBrace ? readFlow(cursor, 0) : readScalar(cursor, false);
  if (!start) return undefined;
  const afterStart = cursor.at;
  skipSpaces(cursor);
  if (start.kind === 'scalar' && cursor.text.charCodeAt(cursor.at) === colon && isBlank(cursor, cursor.at + 1)) {
    return readMapping(cursor, start, column, depth);
  }
  cursor.at = afterStart;
  const node = closed(cursor, start);
  return node && endsBefore(cursor, parent + 1) ? node : undefined;
}

/** A map from the colon behind its first key on. */
function readMapping(cursor: TextCursor, first: ScalarNode, column: number, depth: number): MappingNode | undefined {
  const entries: Entry[] = [];
  const { start } = first;
  let key: ScalarNode | undefined = first;
  for (;;) {
    if (!key || key.text === '<<' || key.end - key.start > longestKey) return undefined;
    skipSpaces(cursor);
    if (cursor.text.charCodeAt(cursor.at) !== colon || !isBlank(cursor, cursor.at + 1)) return undefined;
    cursor.at++;
    const value = readValue(cursor, column, depth, true);
    if (!value) return undefined;
    entries.push({ key, value });
    const { outerEnd } = value;
    const here = cursor.at;
    const next = nextLine(cursor);
    if (next > column) return undefined;
    if (next < column) {
      cursor.at = here;
      return { kind: 'mapping', entries, flow: false, anchor: undefined, start, end: outerEnd, outerEnd };
    }
    key = readScalar(cursor, false);
  }
}

/** A list from its first dash on. What stands in its column and is no item is the next key of the map that it belongs to. */
function readSequence(cursor: TextCursor, column: number, depth: number): SequenceNode | undefined {
  const items: Node[] = [];
  const start = cursor.at;
  for (;;) {
    cursor.at++;
    const item = readValue(cursor, column, depth, false);
    if (!item) return undefined;
    items.push(item);
    const { outerEnd } = item;
    const here = cursor.at;
    const next = nextLine(cursor);
    if (next > column) return undefined;
    if (next < column || !isDash(cursor)) {
      cursor.at = here;
      return { kind: 'sequence', items, flow: false, anchor: undefined, start, end: outerEnd, outerEnd };
    }
  }
}

/** Whether an item of a list begins at the cursor. */
function isDash(cursor: TextCursor): boolean {
  return cursor.text.charCodeAt(cursor.at) === dash && isBlank(cursor, cursor.at + 1);
}

/** What follows a key's colon or an item's dash, in its line or in the lines below. */
function readValue(cursor: TextCursor, column: number, depth: number, ofKey: boolean): Node | undefined {
  skipSpaces(cursor);
  const behind = cursor.at;
  const first = cursor.text.charCodeAt(cursor.at);
  const empty = cursor.at >= cursor.text.length || isLineBreak(first);
  if (!empty && first !== hash) return ofKey ? readInline(cursor, column) : readItem(cursor, column, depth);
  cursor.at = lineAfter(cursor);
  const here = cursor.at;
  const next = nextLine(cursor);
  const belongs = next > column || (ofKey && next === column && isDash(cursor));
  if (belongs) return readBlock(cursor, column, next, depth + 1);
  cursor.at = here;
  return scalar('', 'plain', behind, behind);
}

function readInline(cursor: TextCursor, column: number): Node | undefined {
  const first = cursor.text.charCodeAt(cursor.at);
  if (first === bar) return readLiteral(cursor, column);
  if (isDash(cursor)) return undefined;
  const node = closed(cursor, first === openBracket || first === openBrace ? readFlow(cursor, 0) : readScalar(cursor, false));
  return node && endsBefore(cursor, column + 1) ? node : undefined;
}

/** An item in the line of its dash, which may be the first of a map's keys or of a list's items. */
function readItem(cursor: TextCursor, column: number, depth: number): Node | undefined {
  if (cursor.text.charCodeAt(cursor.at) === bar) return readLiteral(cursor, column);
  return readBlock(cursor, column, columnOf(cursor.text, cursor.at), depth + 1);
}

/** Ends a value that stands at the end of its line. */
function closed<T extends { outerEnd: number }>(cursor: TextCursor, node: T | undefined): T | undefined {
  if (!node) return undefined;
  node.outerEnd = endLine(cursor);
  return node.outerEnd < 0 ? undefined : node;
}

/** Behind a value: goes to the next line over blanks and a comment. Where it is then; -1 if something else follows. */
function endLine(cursor: TextCursor): number {
  const end = cursor.at;
  skipSpaces(cursor);
  const character = cursor.text.charCodeAt(cursor.at);
  if (cursor.at < cursor.text.length && !isLineBreak(character) && !(character === hash && cursor.at > end)) return -1;
  cursor.at = lineAfter(cursor);
  return cursor.at;
}

/** Whether the next line stands left of a column: otherwise it would go on with the value before. */
function endsBefore(cursor: TextCursor, column: number): boolean {
  const here = cursor.at;
  const next = nextLine(cursor);
  cursor.at = here;
  return next < column;
}
