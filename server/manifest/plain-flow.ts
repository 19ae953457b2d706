import { readScalar, type Unclosed } from './plain-scalars.ts';
import { closeBrace, closeBracket, colon, comma, openBrace, openBracket, skipSpaces, space, type TextCursor } from './text-cursor.ts';
import type { Entry, MappingNode, Node, ScalarNode, SequenceNode } from './tree.ts';

/** More brackets inside each other than any manifest has. */
const deepest = 200;

/** A list or a map between brackets, all in one line. */
export function readFlow(cursor: TextCursor, depth: number): Unclosed<MappingNode> | Unclosed<SequenceNode> | undefined {
  if (depth > deepest) return undefined;
  const start = cursor.at;
  const isMapping = cursor.text.charCodeAt(cursor.at) === openBrace;
  const close = isMapping ? closeBrace : closeBracket;
  const items: Node[] = [];
  const entries: Entry[] = [];
  cursor.at++;
  skipSpaces(cursor);
  while (cursor.text.charCodeAt(cursor.at) !== close) {
    if (items.length || entries.length) {
      if (cursor.text.charCodeAt(cursor.at) !== comma) return undefined;
      cursor.at++;
      skipSpaces(cursor);
    }
    const key = isMapping ? readFlowKey(cursor) : undefined;
    if (isMapping && !key) return undefined;
    const first = cursor.text.charCodeAt(cursor.at);
    const value = first === openBracket || first === openBrace ? readFlow(cursor, depth + 1) : readScalar(cursor, true);
    if (!value) return undefined;
    if (key) entries.push({ key, value });
    else items.push(value);
    skipSpaces(cursor);
  }
  cursor.at++;
  const extent = { start, end: cursor.at, outerEnd: cursor.at };
  return isMapping
    ? { kind: 'mapping', entries, flow: true, anchor: undefined, ...extent }
    : { kind: 'sequence', items, flow: true, anchor: undefined, ...extent };
}

function readFlowKey(cursor: TextCursor): ScalarNode | undefined {
  const key = readScalar(cursor, true);
  if (!key || key.text === '<<' || cursor.text.charCodeAt(cursor.at) !== colon || cursor.text.charCodeAt(cursor.at + 1) !== space)
    return undefined;
  cursor.at++;
  skipSpaces(cursor);
  return key;
}
