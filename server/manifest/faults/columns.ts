import { type Fault, insertion, type Mend, type Recognise, type Replacement, type Situation } from './fault.ts';
import { endOfRun, firstBehind, nextEntry, type WrittenLine, writtenLines } from './written-lines.ts';

/** Lines that stand under a field which has its value already: they are meant to stand beside it. */
export const linesTooFarRight: Recognise = ({ lines, at }) => {
  const before = lines.findLastIndex(({ kind }, index) => index < at && kind !== 'nothing');
  return underValue(lines, at, nextEntry(lines, at)) ?? underValue(lines, before, at);
};

function underValue(lines: readonly WrittenLine[], owner: number, index: number | undefined): Fault | undefined {
  const [above, first] = [lines[owner], lines[index ?? -1]];
  if (index === undefined || !above?.key || !first?.key || first.dashes.length > 0 || first.kind !== 'entry') return undefined;
  if (first.indent <= above.column || !/^[^[{]/.test(above.value?.text ?? '') || isBetween(above.indent, openColumns(lines, owner)))
    return undefined;
  const remark = { code: 'yaml-lines-too-far-right', args: { key: above.key.text, blanks: first.indent - above.column } } as const;
  return moved(
    { lines, from: index, end: endOfRun(lines, index, first.indent), to: above.column },
    { remark, preferred: true, certain: true },
  );
}

/** A line in a column in which nothing above it begins: it belongs to the nearest one, or the few above it belong to its own. */
export const columnUnknown: Recognise = ({ lines, at, line, detail }) => {
  if (!/^(?:map-column|dash|list-column|list-as-key|unexpected|unexpected-text|two-keys-on-a-line)$/.test(detail) || line.kind !== 'entry')
    return undefined;
  const isItem = line.dashes.length > 0;
  const columns = openColumns(lines, at).flatMap(({ column, item }) => (item === isItem && column !== line.indent ? [column] : []));
  const distance = Math.min(...columns.map((column) => Math.abs(column - line.indent)));
  const near = columns.filter((column) => Math.abs(column - line.indent) === distance);
  const after = lines[nextEntry(lines, at) ?? -1]?.indent;
  const isClear = near.length === 1 || (after !== undefined && near.includes(after));
  const to = isClear && after !== undefined && near.includes(after) ? after : Math.max(...near);
  if (!Number.isFinite(to) || distance > 4) return undefined;
  const few = fewAbove(lines, at, to);
  const moves = few ? [few] : [to, ...near.filter((column) => !isClear && column !== to)].map((column) => shifted(lines, at, column));
  const target = few
    ? line
    : lines.findLast(({ kind, column, dashes }, index) => index < at && kind === 'entry' && (isItem ? dashes.includes(to) : column === to));
  const [from, key] = [few ? to : line.indent, target?.key?.text ?? target?.content.text ?? ''];
  const code = (moves[0]?.to ?? 0) < from ? 'yaml-column-left' : 'yaml-column-right';
  const faults = moves.flatMap(
    (move) => moved(move, { remark: { code, args: { key, blanks: distance } }, preferred: isClear && distance <= 2, certain: false }) ?? [],
  );
  const [first, ...others] = faults;
  return (
    first && { ...first, mends: [...first.mends, ...others.flatMap(({ mends }) => mends.map((mend) => ({ ...mend, preferred: false })))] }
  );
};

/** A line and those below it in its column or further right, but not in the column that they are to move to. */
function shifted(lines: readonly WrittenLine[], at: number, to: number): Move {
  const indent = lines[at]?.indent ?? 0;
  const end = firstBehind(lines, at, (line) => line.indent < indent || line.indent === to) ?? lines.length;
  return { lines, from: at, end, to };
}

/** The lines above that stand further right than a line and all below it, where they are fewer than these: they are to move. */
function fewAbove(lines: readonly WrittenLine[], at: number, to: number): Move | undefined {
  const line = lines[at];
  if (!line || to <= line.indent || line.dashes.length > 0) return undefined;
  const before = lines.findLastIndex(({ kind, indent }, index) => index < at && kind !== 'nothing' && indent < to);
  const above = lines.slice(before + 1, at);
  const parent = lines[before];
  const below = lines.slice(at, endOfRun(lines, at, line.indent));
  const inColumn = (some: readonly WrittenLine[], column: number) =>
    some.filter(({ kind, column: one }) => kind === 'entry' && one === column).length;
  if (!parent || parent.column >= line.indent || parent.value) return undefined;
  const [few, many] = [inColumn(above, to), inColumn(below, line.indent)];
  // Of as many lines on either side those are right that are indented by two, or by four.
  const isOdd = (to - parent.column) % 2 === 1 && (line.indent - parent.column) % 2 === 0;
  if (few > many || (few === many && !isOdd)) return undefined;
  return { lines, from: before + 1, end: at, to: line.indent };
}

interface Column {
  readonly column: number;
  readonly item: boolean;
}

/** The columns in which a line may go on what stands above it: those of keys and of items. */
function openColumns(lines: readonly WrittenLine[], at: number): readonly Column[] {
  let open: Column[] = [];
  for (const { kind, indent, dashes, column, key } of lines.slice(0, at)) {
    if (kind !== 'entry') continue;
    open = open.filter((one) => one.column < indent || (one.column === indent && dashes.length > 0 && !one.item));
    open.push(...dashes.map((dash) => ({ column: dash, item: true })), ...(key ? [{ column, item: false }] : []));
  }
  return open;
}

/** Whether nothing begins in a column, though something does further right. */
function isBetween(indent: number, columns: readonly Column[]): boolean {
  return columns.some(({ column }) => column > indent) && !columns.some(({ column }) => column === indent);
}

/** Lines from one up to another, and the column that the first of them is to stand in. */
interface Move {
  readonly lines: readonly WrittenLine[];
  readonly from: number;
  readonly end: number;
  readonly to: number;
}

function moved(
  { lines, from, end, to }: Move,
  { remark, certain, preferred }: Pick<Fault, 'remark' | 'certain'> & { readonly preferred: boolean },
): Fault | undefined {
  const first = lines[from];
  const by = first ? to - first.indent : 0;
  if (!first || by === 0) return undefined;
  const said = lines.slice(from, end).filter(({ kind }) => kind !== 'nothing');
  const title = { code: by < 0 ? 'fix-move-left' : 'fix-move-right', args: { lines: said.length } } as const;
  const edits = said.map(({ start }): Replacement => (by < 0 ? { start, end: start - by, text: '' } : insertion(start, ' '.repeat(by))));
  return { remark, range: { start: first.start + first.indent, end: first.content.end }, mends: [{ title, edits, preferred }], certain };
}

/** Lines that stand further right than the first line behind them, which the server does not read: moved to its column. */
export function unreadBehind(text: string, offset: number): Mend | undefined {
  const lines = writtenLines(text);
  const at = lines.findIndex(({ start, end }) => start <= offset && offset <= end);
  const from = lines.findIndex(({ kind }) => kind !== 'nothing');
  const to = lines[at]?.indent;
  return to === undefined || at <= from
    ? undefined
    : moved({ lines, from, end: at, to }, { remark: { code: 'yaml-not-read', args: {} }, preferred: true, certain: true })?.mends[0];
}

/** The line left out, with all that is indented more: what there is to read without them. */
export function withoutLines({ lines, at, line }: Pick<Situation, 'lines' | 'at' | 'line'>): readonly Replacement[] {
  const end = lines[endOfRun(lines, at, line.indent + 1) - 1]?.end ?? line.end;
  return [{ start: line.start, end, text: '' }];
}
