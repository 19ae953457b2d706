import type { NodePath } from '../../plain/node-path.ts';

/** Where the caret stands in a document, read from indentation alone, so that half-typed and broken text has an answer too. */
export interface CaretContext {
  /** Of a key: the path of the object it is typed into. Of a value: the path of the field or list item it is the value of. */
  readonly path: NodePath;
  readonly position: 'key' | 'value';
  /** The keys beside the caret, its own left out. */
  readonly siblings: readonly string[];
  /** The column at which the keys of this object begin. */
  readonly column: number;
  /** Columns of the caret's line that hold the word being typed. */
  readonly word: { readonly start: number; readonly end: number };
  /** What stands in the word up to the caret. */
  readonly typed: string;
  /** The caret's line has a dash before the word. */
  readonly afterDash: boolean;
  /** The text after the word is a colon already. */
  readonly hasColon: boolean;
}

interface Line {
  /** Columns of the dashes at its beginning. */
  readonly dashes: readonly number[];
  /** The column where its text begins, after dashes. */
  readonly column: number;
  readonly key: string | undefined;
  /** What follows the key's colon, without comment. */
  readonly value: string;
  readonly blank: boolean;
}

/** The context at a line and column of a document; `lines` are those of the document alone. */
export function caretContext(lines: readonly string[], line: number, column: number): CaretContext {
  const text = lines[line] ?? '';
  const caret = Math.min(column, text.length);
  const own = readLine(text);
  const colon = /^(?:[^:'"#]|"[^"]*"|'[^']*')*?:(?=\s|$)/.exec(text.slice(own.column));
  if (colon && own.column + colon[0].length <= caret && !own.blank && own.key !== undefined)
    return valueContext(lines, line, own, caret, colon[0].length);
  const blank = text.trim() === '';
  const start = blank ? caret : Math.min(own.column, caret);
  const wordEnd = /^[\w./-]*/.exec(text.slice(start))?.[0].length ?? 0;
  const above = climb(
    lines,
    line,
    start,
    own.dashes.filter((dash) => dash < caret),
    blank,
  );
  return {
    path: above.path,
    position: 'key',
    siblings: [...above.siblings, ...below(lines, line, above.column)],
    column: above.column,
    word: { start, end: Math.max(caret, start + wordEnd) },
    typed: text.slice(start, caret),
    afterDash: own.dashes.some((dash) => dash < caret),
    hasColon: text.slice(start + wordEnd).startsWith(':'),
  };
}

function valueContext(lines: readonly string[], line: number, own: Line, caret: number, colon: number): CaretContext {
  const text = lines[line] ?? '';
  const above = climb(lines, line, own.column, own.dashes, false);
  let start = own.column + colon;
  while (start < caret && text[start] === ' ') start++;
  const rest = text
    .slice(start)
    .replace(/\s+#.*$/, '')
    .trimEnd();
  return {
    path: [...above.path, own.key ?? ''],
    position: 'value',
    siblings: [...above.siblings, ...below(lines, line, above.column)],
    column: above.column,
    word: { start, end: Math.max(caret, start + rest.length) },
    typed: text.slice(start, caret),
    afterDash: false,
    hasColon: false,
  };
}

interface Above {
  readonly path: NodePath;
  readonly siblings: readonly string[];
  readonly column: number;
}

/** Goes up from a line to the root, collecting the keys and list positions on the way. */
function climb(lines: readonly string[], from: number, start: number, dashes: readonly number[], loose: boolean): Above {
  const path: (string | number)[] = [];
  const siblings: string[] = [];
  let column = start;
  let keysColumn = start;
  /** The column of the dashes of the list whose item we are in; undefined while among the keys of an object. */
  let list: number | undefined;
  let index = 0;
  let settled = !loose;
  const enterList = (dash: number): void => {
    if (list !== undefined) path.unshift(index);
    list = dash;
    index = 0;
  };
  for (const dash of [...dashes].reverse()) enterList(dash);
  for (let at = from - 1; at >= 0; at--) {
    const line = readLine(lines[at] ?? '');
    if (line.blank) continue;
    const first = line.dashes[0] ?? line.column;
    if (list === undefined ? first > column && line.column > column : first > list) continue;
    if (list === undefined) {
      if (line.key !== undefined && line.column === column) {
        if (path.length === 0) siblings.push(line.key);
        settled = true;
      } else if (line.column < column) {
        if (line.key === undefined) continue;
        if (line.value !== '' && !settled && !/^[&!|>]/.test(line.value)) {
          // The caret stands a little to the right of the keys that it continues.
          column = line.column;
          keysColumn = line.column;
          if (path.length === 0) siblings.push(line.key);
          settled = true;
        } else {
          path.unshift(line.key);
          column = line.column;
          settled = true;
        }
      }
      for (const dash of [...line.dashes].reverse()) if (dash < column) enterList(dash);
      if (list !== undefined) column = list;
    } else {
      const here: number = list;
      if (line.dashes.includes(here)) index++;
      else if (line.key !== undefined && line.column <= here) {
        path.unshift(line.key, index);
        list = undefined;
        column = line.column;
        settled = true;
        for (const dash of [...line.dashes].reverse()) if (dash < column) enterList(dash);
      }
    }
  }
  if (list !== undefined) path.unshift(index);
  return { path, siblings, column: keysColumn };
}

/** The keys below a line that belong to the same object. */
function below(lines: readonly string[], from: number, column: number): string[] {
  const keys: string[] = [];
  for (let at = from + 1; at < lines.length; at++) {
    const line = readLine(lines[at] ?? '');
    if (line.blank) continue;
    if ((line.dashes[0] ?? line.column) < column) break;
    if (line.dashes.length === 0 && line.column === column && line.key !== undefined) keys.push(line.key);
  }
  return keys;
}

function readLine(text: string): Line {
  const dashes: number[] = [];
  let column = 0;
  for (;;) {
    while (text[column] === ' ' || text[column] === '\t' || text[column] === '\uFEFF') column++;
    if (text[column] !== '-' || !/^-(\s|$)/.test(text.slice(column, column + 2))) break;
    dashes.push(column);
    column++;
  }
  const rest = text.slice(column);
  const match = /^(?:"([^"]*)"|'([^']*)'|([^\s:#'"{[&*!|>-][^:#]*?|-[^\s:#][^:#]*?))\s*:(?:\s+(.*))?$/.exec(rest.trimEnd());
  return {
    dashes,
    column,
    key: match ? (match[1] ?? match[2] ?? match[3]) : undefined,
    value: (match?.[4] ?? '').replace(/(^|\s+)#.*$/, ''),
    blank: rest.trim() === '' ? dashes.length === 0 : rest.startsWith('#') && dashes.length === 0,
  };
}
