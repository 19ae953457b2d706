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

interface LineAround {
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
  const own = lineAround(text);
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

function valueContext(lines: readonly string[], line: number, own: LineAround, caret: number, colon: number): CaretContext {
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
  /** Where the keys of the caret's object begin. */
  readonly column: number;
}

/** Goes up from a line to the root, collecting the keys and list positions on the way. `loose`: the line is blank. */
function climb(lines: readonly string[], from: number, start: number, dashes: readonly number[], loose: boolean): Above {
  const beside: Ascent = { level: { kind: 'object', column: start }, path: [], siblings: [], keysColumn: start, settled: !loose };
  const above = lines.slice(0, from).reverse().map(lineAround);
  const { level, path, siblings, keysColumn } = above.filter(({ blank }) => !blank).reduce(pass, enterLists(beside, dashes));
  return { path: level.kind === 'list' ? [level.index, ...path] : path, siblings, column: keysColumn };
}

/** How far up the reading has come. */
interface Ascent {
  readonly level: Level;
  /** From what the level is in to the caret. */
  readonly path: NodePath;
  readonly siblings: readonly string[];
  readonly keysColumn: number;
  /** Whether it is certain what object the caret is in: on a blank line its column may be a little off. */
  readonly settled: boolean;
}

/** Among the keys of an object that begin at a column, or in an item of a list whose dashes stand at one. */
type Level =
  | { readonly kind: 'object'; readonly column: number }
  | { readonly kind: 'list'; readonly column: number; readonly index: number };

/** Past one more line upwards: lines that begin further to the right belong to what has been passed already. */
function pass(ascent: Ascent, line: LineAround): Ascent {
  const { level } = ascent;
  if ((line.dashes[0] ?? line.column) > level.column) return ascent;
  return level.kind === 'list' ? passInList(ascent, level, line) : passInObject(ascent, level.column, line);
}

function passInList(ascent: Ascent, { column, index }: Level & { readonly kind: 'list' }, line: LineAround): Ascent {
  if (line.dashes.includes(column)) return enterLists({ ...ascent, level: { kind: 'list', column, index: index + 1 } }, line.dashes);
  if (line.key === undefined || line.column > column) return ascent;
  return enterLists(inside(ascent, line.column, [line.key, index]), line.dashes);
}

function passInObject(ascent: Ascent, column: number, line: LineAround): Ascent {
  const { key } = line;
  if (line.column === column) return enterLists(key === undefined ? ascent : besideKey(ascent, key), line.dashes);
  if (line.column > column) return enterLists(ascent, line.dashes);
  if (key === undefined) return ascent;
  // Behind a key with a value nothing nests: the caret stands a little to the right of the keys that it continues.
  const continues = !ascent.settled && line.value !== '' && !/^[&!|>]/.test(line.value);
  const moved: Ascent = { ...ascent, level: { kind: 'object', column: line.column }, keysColumn: line.column };
  return enterLists(continues ? besideKey(moved, key) : inside(ascent, line.column, [key]), line.dashes);
}

/** A key of the object that the reading is among; of the caret's own object a sibling. */
function besideKey(ascent: Ascent, key: string): Ascent {
  return { ...ascent, siblings: ascent.path.length === 0 ? [...ascent.siblings, key] : ascent.siblings, settled: true };
}

/** Up among the keys of the object around: the way to the caret leads through one of them. */
function inside(ascent: Ascent, column: number, way: NodePath): Ascent {
  return { ...ascent, level: { kind: 'object', column }, path: [...way, ...ascent.path], settled: true };
}

/** Dashes before what the reading is in make that an item of a list, the innermost first. */
function enterLists(ascent: Ascent, dashes: readonly number[]): Ascent {
  return dashes
    .filter((dash) => dash < ascent.level.column)
    .reduceRight<Ascent>(
      ({ level, path, ...rest }, column) => ({
        ...rest,
        level: { kind: 'list', column, index: 0 },
        path: level.kind === 'list' ? [level.index, ...path] : path,
      }),
      ascent,
    );
}

/** The keys below a line that belong to the same object. */
function below(lines: readonly string[], from: number, column: number): string[] {
  const keys: string[] = [];
  for (let at = from + 1; at < lines.length; at++) {
    const line = lineAround(lines[at] ?? '');
    if (line.blank) continue;
    if ((line.dashes[0] ?? line.column) < column) break;
    if (line.dashes.length === 0 && line.column === column && line.key !== undefined) keys.push(line.key);
  }
  return keys;
}

function lineAround(text: string): LineAround {
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
