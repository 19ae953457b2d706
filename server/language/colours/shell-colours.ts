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
  readonly end: number;
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
  return joined(stretches(script, 0)).flatMap((stretch) => linesOf(script, stretch));
}

function stretches(script: string, offset: number): readonly Stretch[] {
  const tokens = shellTokens(script, { inFile: true });
  const all: Stretch[] = [];
  for (let place = 0; place < tokens.length; place += 1) {
    const token = tokens[place];
    if (!token) break;
    for (const one of stretchesOf(token, script, offset, tokens[token.close ?? -1]?.end)) all.push(one);
    // All of `${…}` is one variable.
    if (token.kind === 'open-parameter') place = token.close ?? place;
  }
  return all;
}

function stretchesOf(token: ShellToken, script: string, offset: number, closedAt: number | undefined): readonly Stretch[] {
  const { kind, quoted } = token;
  const start = token.start + offset;
  const end = token.end + offset;
  if (kind === 'backticks') return inBackticks(script.slice(token.start, token.end), start);
  if (kind === 'open-parameter') return [{ start, end: (closedAt ?? token.end) + offset, type: 'variable' }];
  if (kind === 'assignment') return [{ start, end: start + nameLength(script, token.start), type: 'variable' }];
  const isText = kind === 'text' || kind === 'escape' || kind === 'continuation';
  const type = isText && quoted ? 'string' : colourOf[kind];
  return type ? [{ start, end, type }] : [];
}

function nameLength(script: string, at: number): number {
  const name = /[A-Za-z_]\w*/y;
  name.lastIndex = at;
  return name.exec(script)?.[0].length ?? 0;
}

/** The commands between backticks, which stand beside the quotes around them. */
function inBackticks(text: string, start: number): readonly Stretch[] {
  const closed = text.length > 1 && text.endsWith('`');
  const end = start + text.length;
  const inner = stretches(text.slice(1, closed ? -1 : undefined), start + 1);
  const opening: Stretch = { start, end: start + 1, type: 'operator' };
  return [opening, ...inner, ...(closed ? [{ start: end - 1, end, type: 'operator' } as const] : [])];
}

/** Pieces of one string are one stretch. */
function joined(all: readonly Stretch[]): readonly Stretch[] {
  const joint: Stretch[] = [];
  for (const stretch of all) {
    const last = joint.at(-1);
    if (last?.type === 'string' && stretch.type === 'string' && last.end === stretch.start) {
      joint[joint.length - 1] = { ...last, end: stretch.end };
    } else joint.push(stretch);
  }
  return joint;
}

/** Line by line, without the blanks around. */
function linesOf(script: string, { start, end, type }: Stretch): readonly ShellColour[] {
  const lines: ShellColour[] = [];
  let from = start;
  for (const line of script.slice(start, end).split('\n')) {
    const text = line.trim();
    if (text !== '') lines.push({ start: from + line.indexOf(text), length: text.length, type });
    from += line.length + 1;
  }
  return lines;
}
