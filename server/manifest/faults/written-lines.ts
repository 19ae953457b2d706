/** A stretch of a text with what stands there. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A line as its writer sees it: dashes, a key, a value, whether or not the whole is YAML. */
export interface WrittenLine {
  readonly start: number;
  /** Before its line break. */
  readonly end: number;
  /** `nothing` of blank lines and comments, `text` of lines of a block scalar. */
  readonly kind: 'entry' | 'text' | 'nothing';
  /** The columns of its dashes. */
  readonly dashes: readonly number[];
  /** The column of its first sign. */
  readonly indent: number;
  /** The column behind its dashes. */
  readonly column: number;
  /** What stands there without the comment behind it. */
  readonly content: Word;
  /** With quotes, if it is in quotes. */
  readonly key: Word | undefined;
  /** Behind the colon, or behind the dash where there is no key; undefined where nothing is. */
  readonly value: Word | undefined;
}

/** The lines of a document. */
export function writtenLines(text: string): readonly WrittenLine[] {
  const lines: WrittenLine[] = [];
  /** Lines that are indented more than this belong to a block scalar. */
  let textBelow = Number.POSITIVE_INFINITY;
  for (const { index, 0: whole } of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    if (whole === '') continue;
    const line = readLine(index, whole.replace(/\r?\n$/, ''));
    const isText = line.kind === 'entry' && line.indent > textBelow;
    lines.push(isText ? { ...line, kind: 'text' } : line);
    if (line.kind === 'entry' && !isText) textBelow = beginsText(line) ? ownerColumn(line) : Number.POSITIVE_INFINITY;
  }
  return lines;
}

function readLine(start: number, source: string): WrittenLine {
  const indent = /^ */.exec(source)?.[0].length ?? 0;
  const end = start + source.length;
  const lead = /^ *(?:-[ \t]+)*(?:-$)?/.exec(source)?.[0] ?? '';
  const dashes = [...lead.matchAll(/-/g)].map(({ index }) => index);
  const column = lead.length;
  const written = withoutComment(source.slice(column));
  const content = { start: start + column, end: start + column + written.length, text: written };
  const isNothing = written === '' && dashes.length === 0;
  const line = { start, end, indent, dashes, column, content };
  const colon = keyBefore.exec(written);
  const key = colon ? word(content.start, colon[1] ?? '') : undefined;
  const behind = colon?.[0].length ?? 0;
  const value = written.slice(behind);
  return {
    ...line,
    kind: isNothing ? 'nothing' : 'entry',
    key,
    value: value === '' ? undefined : word(content.start + behind, value),
  };
}

/** A key is one word, or stands in quotes; behind its colon comes a blank. */
const keyBefore = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?:[^\s:#"'{[,]|:(?![\s]|$))(?:[^\s:]|:(?![\s]|$))*)[ \t]*:(?:[ \t]+|$)/;

function word(start: number, text: string): Word {
  return { start, end: start + text.length, text };
}

/** Up to a `#` behind a blank that is in no quotes, without blanks at the end. */
function withoutComment(source: string): string {
  for (const { index, 0: part } of source.matchAll(quotedOrSign)) if (part.startsWith('#')) return source.slice(0, index).trimEnd();
  return source.trimEnd();
}

/** Text in quotes where text may begin, or what begins a comment. */
const quotedOrSign = /(?<![^\s[{,:])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')|(?<!\S)#/g;

/** The column of what a line gives a value to. */
function ownerColumn({ key, column, dashes }: WrittenLine): number {
  return key ? column : (dashes.at(-1) ?? -1);
}

function beginsText({ value }: WrittenLine): boolean {
  return value !== undefined && /^(?:[&!]\S*\s+)*[|>][-+0-9]*$/.test(value.text);
}

/** The index of the next line that says something; undefined at the end. */
export function nextEntry(lines: readonly WrittenLine[], at: number): number | undefined {
  return firstBehind(lines, at, () => true);
}

/** The index behind a line and the lines below it that are indented at least so far. */
export function endOfRun(lines: readonly WrittenLine[], at: number, indent: number): number {
  return firstBehind(lines, at, (line) => line.indent < indent) ?? lines.length;
}

/** Of the lines behind one that say something the first that is as wanted. */
export function firstBehind(lines: readonly WrittenLine[], at: number, isWanted: (line: WrittenLine) => boolean): number | undefined {
  for (let index = at + 1; index < lines.length; index++) {
    const line = lines[index];
    if (line && line.kind !== 'nothing' && isWanted(line)) return index;
  }
  return undefined;
}
