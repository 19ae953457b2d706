import type { NodePath } from '../manifest/document.ts';

/** Where the caret stands in JSON, read from what comes before it alone, so that what is half typed has an answer too. */
export interface JsonContext {
  /** Of a key: the path of the object it is typed into. Of a value: the path of the field or list item. */
  readonly path: NodePath;
  readonly position: 'key' | 'value';
  /** The keys of the object that come before the caret. */
  readonly siblings: readonly string[];
  /** The offset where the word being typed begins, its quote included. */
  readonly wordStart: number;
}

interface Container {
  readonly list: boolean;
  readonly keys: string[];
  /** In an object: the key whose value comes next, once its colon was read. */
  key: string | undefined;
  afterColon: boolean;
  index: number;
}

/** The context at an offset of a JSON text; undefined outside of everything. */
export function jsonContext(text: string, offset: number): JsonContext | undefined {
  const stack: Container[] = [];
  let word = offset;
  let at = 0;
  while (at < offset) {
    const top = stack.at(-1);
    const char = text[at] ?? '';
    if (char === '"') {
      const end = endOfString(text, at);
      if (end > offset || (end === offset && text[end - 1] !== '"')) {
        word = at;
        break;
      }
      if (top && !top.list && !top.afterColon) top.key = unquoted(text.slice(at, end));
      at = end;
      continue;
    }
    if (char === '{' || char === '[') stack.push({ list: char === '[', keys: [], key: undefined, afterColon: false, index: 0 });
    else if (char === '}' || char === ']') stack.pop();
    else if (char === ':' && top?.key !== undefined) {
      top.keys.push(top.key);
      top.afterColon = true;
    } else if (char === ',' && top) {
      top.afterColon = false;
      top.key = undefined;
      top.index++;
    }
    at++;
  }
  const top = stack.at(-1);
  if (!top) return undefined;
  if (word === offset) while (word > 0 && /[\w.-]/.test(text[word - 1] ?? '')) word--;
  const outer = stack.slice(0, -1).map((container) => (container.list ? container.index : (container.key ?? '')));
  if (top.list) return { path: [...outer, top.index], position: 'value', siblings: [], wordStart: word };
  if (top.afterColon && top.key !== undefined) return { path: [...outer, top.key], position: 'value', siblings: top.keys, wordStart: word };
  return { path: outer, position: 'key', siblings: top.keys, wordStart: word };
}

/** The offset behind a string's closing quote; the end of the line for one that is not closed. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
    else if (text[at] === '\n') return at;
  }
  return text.length;
}

function unquoted(text: string): string {
  return text.slice(1, -1);
}
