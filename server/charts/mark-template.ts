import { templateActions } from '../manifest/templates/template-actions.ts';

/** A line of a template as its mark names it: the number of the file among those that were marked, the line from 0. */
export interface MarkedLine {
  readonly file: number;
  readonly line: number;
}

const mark = ({ file, line }: MarkedLine) => ` #@kubejob:${file}:${line}@`;
const marks = / #@kubejob:(\d+):(\d+)@/g;

/** One line of a template, as marking looks at it: actions are taken out, for what they become nobody knows yet. */
interface Line {
  readonly number: number;
  /** With `{{}}` for each action that writes, and nothing for each that does not. */
  readonly yaml: string;
  /** Where a mark can be put: the end of the line, before its line break. */
  readonly end: number;
  /** It ends within an action, or by one that takes its line break away. */
  readonly open: boolean;
}

/**
 * Appends to each line of a template a comment of YAML that says where the line stands, so that it can be found again in
 * what helm makes of it. Lines on which a comment would change the text are left as they are: those within block
 * scalars, quotes and actions, values that go on in the next line, and lines that only hold conditions.
 */
export function markTemplate(text: string, file: number): string {
  const lines = linesOf(text);
  const safe = safeLines(lines);
  const marked = safe.map(({ number, end }, at) => `${text.slice(safe[at - 1]?.end ?? 0, end)}${mark({ file, line: number })}`);
  return [...marked, text.slice(safe.at(-1)?.end ?? 0)].join('');
}

/** The marks of a line of rendered YAML, and the line without them. */
export function unmark(line: string): { readonly text: string; readonly marks: readonly MarkedLine[] } {
  return {
    text: line.replace(marks, ''),
    marks: [...line.matchAll(marks)].map(([, file, number]) => ({ file: Number(file), line: Number(number) })),
  };
}

function linesOf(text: string): readonly Line[] {
  const actions = templateActions(text);
  let next = 0;
  let start = 0;
  return text.split('\n').map((raw, number) => {
    const begin = start;
    const end = begin + raw.length - (raw.endsWith('\r') ? 1 : 0);
    start += raw.length + 1;
    while ((actions[next]?.end ?? Infinity) <= begin) next++;
    const touching = actionsWithin(actions, next, end);
    const yaml = touching.reduceRight(
      (line, action) => {
        const [from, to] = [Math.max(action.start, begin) - begin, Math.min(action.end, end) - begin];
        return `${line.slice(0, from)}${action.writes ? '{{}}' : ''}${line.slice(to)}`;
      },
      text.slice(begin, end),
    );
    const last = touching.at(-1);
    const trimmed = last?.trimsAfter === true && text.slice(last.end, end).trim() === '';
    return { number, yaml, end, open: (last?.end ?? 0) > end || trimmed };
  });
}

function actionsWithin<T extends { readonly start: number }>(actions: readonly T[], from: number, end: number): readonly T[] {
  let to = from;
  while ((actions[to]?.start ?? Infinity) < end) to++;
  return actions.slice(from, to);
}

/** What the lines so far are in the middle of. */
type Within =
  | { readonly kind: 'yaml' }
  /** Lines further in than `column` are text. */
  | { readonly kind: 'block'; readonly column: number }
  | { readonly kind: 'quote'; readonly quote: string };

function safeLines(lines: readonly Line[]): readonly Line[] {
  const safe: Line[] = [];
  let within: Within = { kind: 'yaml' };
  for (const [at, line] of lines.entries()) {
    const before = leaveBlock(within, line);
    within = withinAfter(before, line);
    if (before.kind === 'yaml' && isSafe(line, within, lines, at)) safe.push(line);
  }
  return safe;
}

/** A block of text ends at the first line that stands no further in than its key; an action alone on its line may be text of any depth. */
function leaveBlock(within: Within, { yaml }: Line): Within {
  if (within.kind !== 'block') return within;
  const text = yaml.trimEnd();
  const goesOn = text.trim() === '' || text.trim() === '{{}}' || indentOf(text) > within.column;
  return goesOn ? within : { kind: 'yaml' };
}

function withinAfter(before: Within, { yaml }: Line): Within {
  if (before.kind === 'block') return before;
  if (before.kind === 'quote') return turns(yaml, before.quote) ? { kind: 'yaml' } : before;
  if (/(?:^|[\s:-])[|>][-+0-9]*\s*(?:#.*)?$/.test(yaml))
    return { kind: 'block', column: indentOf(yaml.replace(/^(\s*)(?:-\s+)+(?=\S)/, '$1')) };
  const quote = /(?:^|:\s|-\s|[[{,]\s*)(["'])(?=[^"']*$)/.exec(yaml)?.[1];
  return quote !== undefined && turns(yaml, quote) ? { kind: 'quote', quote } : before;
}

/** An odd number of quotes, escaped ones left out, opens text that goes on in the next line, or closes it. */
function turns(yaml: string, quote: string): boolean {
  return (yaml.replace(/\\./g, '').split(quote).length - 1) % 2 === 1;
}

function isSafe({ yaml, open }: Line, after: Within, lines: readonly Line[], at: number): boolean {
  const text = yaml.trim();
  if (text === '' || open || after.kind === 'quote' || /^(?:---|\.\.\.|#|%)/.test(text)) return false;
  return !isContinued(lines, at);
}

/** Whether the value of a line goes on in the next one: plain text over several lines. */
function isContinued(lines: readonly Line[], at: number): boolean {
  const text = lines[at]?.yaml ?? '';
  const next = lines.slice(at + 1, at + 20).find(({ yaml }) => yaml.trim() !== '')?.yaml ?? '';
  const plain = /(?::|-)\s+[^\s|>[{"'&*!#]/.test(text) || !/[:-](?:\s|$)/.test(text);
  const words = next.trim();
  const continues =
    words !== '{{}}' &&
    !/^(?:-(?:\s|$)|#|---|\.\.\.|[}\]])/.test(words) &&
    !/^(?:"[^"]*"|'[^']*'|[^\s"'#]+(?:\s[^:#]*)?):(?:\s|$)/.test(words);
  return plain && words !== '' && continues && indentOf(next) > indentOf(text.replace(/^\s*-\s+/, (dash) => dash.slice(0, -2)));
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
