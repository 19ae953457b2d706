import { readScalar, type Unclosed } from './plain-scalars.ts';
import { closeBrace, closeBracket, colon, comma, openBrace, openBracket, skipSpaces, space, type TextCursor } from './text-cursor.ts';
import type { Entry, MappingNode, Node, ScalarNode, SequenceNode } from './tree.ts';

/** More brackets inside each other than any manifest has. */
const deepest = 200;

/** A list or a map between brackets, all in one line. */
export function readFlow(cursor: TextCursor, depth: number): Unclosed<MappingNode> | Unclosed<SequenceNode> | undefined {
  if (depth > deepest) return undefined;
  const isMapping = cursor.text.charCodeAt(cursor.at) === openBrace;
  return isMapping ? readFlowMapping(cursor, depth) : readFlowSequence(cursor, depth);
}

function readFlowMapping(cursor: TextCursor, depth: number): Unclosed<MappingNode> | undefined {
  const start = cursor.at;
  const entries: Entry[] = [];
  const isRead = readBetween(cursor, closeBrace, () => {
    const key = readFlowKey(cursor);
    const value = key && readFlowValue(cursor, depth);
    if (key && value) entries.push({ key, value });
    return value !== undefined;
  });
  return isRead ? { kind: 'mapping', entries, flow: true, anchor: undefined, start, end: cursor.at, outerEnd: cursor.at } : undefined;
}

function readFlowSequence(cursor: TextCursor, depth: number): Unclosed<SequenceNode> | undefined {
  const start = cursor.at;
  const items: Node[] = [];
  const isRead = readBetween(cursor, closeBracket, () => {
    const value = readFlowValue(cursor, depth);
    if (value) items.push(value);
    return value !== undefined;
  });
  return isRead ? { kind: 'sequence', items, flow: true, anchor: undefined, start, end: cursor.at, outerEnd: cursor.at } : undefined;
}

/** Reads what stands up to the closing bracket, with a comma before each but the first. False as soon as `readOne` is. */
function readBetween(cursor: TextCursor, close: number, readOne: () => boolean): boolean {
  cursor.at++;
  skipSpaces(cursor);
  for (let isFirst = true; cursor.text.charCodeAt(cursor.at) !== close; isFirst = false) {
    if (!isFirst && !skipComma(cursor)) return false;
    if (!readOne()) return false;
    skipSpaces(cursor);
  }
  cursor.at++;
  return true;
}

function skipComma(cursor: TextCursor): boolean {
  if (cursor.text.charCodeAt(cursor.at) !== comma) return false;
  cursor.at++;
  skipSpaces(cursor);
  return true;
}

function readFlowValue(cursor: TextCursor, depth: number): Node | undefined {
  const first = cursor.text.charCodeAt(cursor.at);
  return first === openBracket || first === openBrace ? readFlow(cursor, depth + 1) : readFlowScalar(cursor);
}

/** Between brackets a question mark ends plain text for the library under the API server: left to the strict reader. */
function readFlowScalar(cursor: TextCursor): Unclosed<ScalarNode> | undefined {
  const scalar = readScalar(cursor, true);
  return scalar?.style === 'plain' && scalar.text.includes('?') ? undefined : scalar;
}

function readFlowKey(cursor: TextCursor): ScalarNode | undefined {
  const key = readFlowScalar(cursor);
  if (!key || key.text === '<<' || cursor.text.charCodeAt(cursor.at) !== colon || cursor.text.charCodeAt(cursor.at + 1) !== space)
    return undefined;
  cursor.at++;
  skipSpaces(cursor);
  return key;
}
