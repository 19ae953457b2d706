import type { ShellToken, TokenKind } from '../../estimate/shell/syntax/token.ts';
import { shellTokens } from '../../estimate/shell/syntax/tokens.ts';

/** A stretch of a script in one colour; none spans lines. */
export interface ShellColour {
  readonly start: number;
  readonly length: number;
  readonly type: 'comment' | 'string' | 'variable' | 'operator' | 'keyword' | 'function';
}

/** A stretch in one colour, over however many lines. */
interface Stretch {
  readonly start: number;
  end: number;
  readonly type: ShellColour['type'];
}

const colourOf: Readonly<Partial<Record<TokenKind, ShellColour['type']>>> = {
  comment: 'comment',
  keyword: 'keyword',
  command: 'function',
  assignment: 'variable',
  variable: 'variable',
  'open-parameter': 'variable',
  'single-quoted': 'string',
  'dollar-quoted': 'string',
  quote: 'string',
  'here-text': 'string',
  operator: 'operator',
  redirection: 'operator',
  'here-document': 'operator',
  'open-subshell': 'operator',
  'open-commands': 'operator',
  'open-process': 'operator',
  'open-arithmetic': 'operator',
  'open-array': 'operator',
  close: 'operator',
};

/**
 * The colours of a shell script as it stands in a file, however broken: nothing is understood, only told apart. Offsets count
 * from the beginning of the text.
 */
export function shellColours(script: string): readonly ShellColour[] {
  const stretches: Stretch[] = [];
  addStretches(stretches, script, 0);
  return stretches.flatMap((stretch) => linesOf(script, stretch));
}

function addStretches(all: Stretch[], script: string, offset: number): void {
  const tokens = shellTokens(script, { inFile: true });
  for (let place = 0; place < tokens.length; place += 1) {
    const token = tokens[place];
    if (!token) break;
    const start = token.start + offset;
    // All of `${…}` is one variable.
    const last = token.kind === 'open-parameter' ? (token.close ?? place) : place;
    const type = colourIn(token);
    if (token.kind === 'backticks') addBackticks(all, script.slice(token.start, token.end), start);
    else if (token.kind === 'assignment') addStretch(all, { start, end: start + nameLength(script, token.start), type: 'variable' });
    else if (type) addStretch(all, { start, end: (tokens[last] ?? token).end + offset, type });
    place = last;
  }
}

/** Pieces of one string are one stretch. */
function addStretch(all: Stretch[], stretch: Stretch): void {
  const last = all.at(-1);
  if (last?.type === 'string' && stretch.type === 'string' && last.end === stretch.start) last.end = stretch.end;
  else all.push(stretch);
}

function colourIn({ kind, quoted }: ShellToken): ShellColour['type'] | undefined {
  const isText = kind === 'text' || kind === 'escape' || kind === 'continuation';
  return isText && quoted ? 'string' : colourOf[kind];
}

/** The commands between backticks, which stand beside the quotes around them. */
function addBackticks(all: Stretch[], text: string, start: number): void {
  const closed = text.length > 1 && text.endsWith('`');
  const end = start + text.length;
  addStretch(all, { start, end: start + 1, type: 'operator' });
  addStretches(all, text.slice(1, closed ? -1 : undefined), start + 1);
  if (closed) addStretch(all, { start: end - 1, end, type: 'operator' });
}

function nameLength(script: string, at: number): number {
  const name = /[A-Za-z_]\w*/y;
  name.lastIndex = at;
  return name.exec(script)?.[0].length ?? 0;
}

/** Line by line, without the blanks around. Most stretches are a part of one line. */
function linesOf(script: string, { start, end, type }: Stretch): ShellColour | readonly ShellColour[] {
  const all = script.slice(start, end);
  const seen = all.trim();
  if (seen !== '' && !seen.includes('\n')) return { start: start + all.indexOf(seen), length: seen.length, type };
  const lines: ShellColour[] = [];
  let from = start;
  for (const line of all.split('\n')) {
    const text = line.trim();
    if (text !== '') lines.push({ start: from + line.indexOf(text), length: text.length, type });
    from += line.length + 1;
  }
  return lines;
}
