import pc from 'picocolors';
import { outcomeText } from '../../application/simulation/outcome.ts';
import { durationWords } from '../../application/words/durations.ts';
import { textsIn } from '../../messages/render.ts';
import { roundTimes } from '../../plain/round-times.ts';
import type { Run } from '../../simulator/run/run.ts';
import { type DrawnState, drawnState } from '../../simulator/timeline/drawn-state.ts';
import { type TimelineLine, timelineLines } from '../../simulator/timeline/timeline-lines.ts';
import type { Terminal } from './terminal.ts';

const texts = textsIn('en');

/** How a state is drawn: a block, what stands for it in ASCII, and its colour. */
interface Pen {
  readonly block: string;
  readonly ascii: string;
  readonly colour: 'gray' | 'cyan' | 'blue' | 'green' | 'red' | 'yellow' | 'magenta';
}

const pens: Readonly<Record<DrawnState, Pen>> = {
  waiting: { block: '·', ascii: '.', colour: 'gray' },
  starting: { block: '░', ascii: ':', colour: 'cyan' },
  initialising: { block: '▒', ascii: 'i', colour: 'cyan' },
  'not-ready': { block: '▓', ascii: 'n', colour: 'cyan' },
  running: { block: '█', ascii: '#', colour: 'blue' },
  'backing-off': { block: '╌', ascii: '~', colour: 'yellow' },
  stopping: { block: '▚', ascii: '%', colour: 'magenta' },
  succeeded: { block: '─', ascii: '-', colour: 'green' },
  failed: { block: '×', ascii: 'x', colour: 'red' },
  suspended: { block: '┄', ascii: '_', colour: 'gray' },
};

export interface TimelineOptions extends Pick<Terminal, 'columns' | 'unicode'> {
  readonly colours: boolean;
  /** No more lines than this; what is left is counted. */
  readonly most: number;
  /** Seconds; what happens later is not drawn yet. Absent: all of it. */
  readonly upTo?: number;
}

/**
 * The timeline of a run as text: how it ends, an axis, a line for each Job and pod, and what the signs mean that stand in it. No line
 * is longer than `columns`, of which at least 30 are taken.
 */
export function timelineText(run: Run, { columns, unicode, colours, most, upTo }: TimelineOptions): string {
  const paint = pc.createColors(colours);
  const width = Math.max(30, columns);
  const { lines, left, last } = timelineLines(run, most);
  const label = Math.min(Math.floor(width / 3), Math.max(4, ...lines.map(({ name }) => name.length)));
  const room = width - label - 1;
  // A little more, so that the last states can be seen.
  const scale = { room, end: last * 1.06, upTo: upTo ?? Number.POSITIVE_INFINITY };
  const drawn = lines.map((line) => statesOf(line, scale));
  const seen = new Set(drawn.flat());
  const sign = (state: DrawnState | undefined) => (state ? paint[pens[state].colour](pens[state][unicode ? 'block' : 'ascii']) : ' ');
  const legend = (Object.keys(pens) as DrawnState[]).filter((state) => seen.has(state)).map((state) => `${sign(state)} ${state}`);
  const head = upTo === undefined || upTo >= last ? outcomeText(run, texts) : durationWords(Math.floor(upTo), texts);
  return [
    `${paint.bold(run.name)}  ${head}`,
    ...(lines.length > 0 ? [`${' '.repeat(label + 1)}${paint.dim(axis(scale))}`] : []),
    ...lines.map(({ name }, at) => `${shortened(name, label).padEnd(label)} ${(drawn[at] ?? []).map(sign).join('')}`.trimEnd()),
    ...(left > 0 ? [paint.dim(`${left} more`)] : []),
    ...wrapped(legend, width),
    '',
  ].join('\n');
}

interface Scale {
  readonly room: number;
  readonly end: number;
  readonly upTo: number;
}

/**
 * The state that counts in each column: of what happens within one the last; a failure is never lost, and neither is a run that begins
 * and ends within one, where its success is seen behind it.
 */
function statesOf({ changes, gone }: TimelineLine, { room, end, upTo }: Scale): readonly (DrawnState | undefined)[] {
  const column = (second: number) => Math.min(room - 1, Math.floor((second / end) * room));
  const states: (DrawnState | undefined)[] = Array.from({ length: room }, () => undefined);
  const begun = new Set<number>();
  for (const { at, status } of changes) {
    if (at > upTo || (gone !== undefined && at >= gone)) continue;
    const state = drawnState(status);
    const last = column(Math.min(upTo, gone ?? end));
    const first = column(at);
    if (state === 'running') begun.add(first);
    const isHidden = states[first] === 'failed' && state !== 'failed' && first < last;
    states.fill(state, isHidden ? first + 1 : first, last + 1);
  }
  const isShort = (at: number) => begun.has(at) && states[at] === 'succeeded' && states[at + 1] === 'succeeded';
  return states.map((state, at) => (isShort(at) ? 'running' : state));
}

/** Times that do not touch each other. Words tell whole seconds, so a part of one has no mark. */
function axis({ room, end }: Scale): string {
  const most = Math.max(1, Math.floor(room / 10));
  let line = '';
  for (const second of roundTimes(0, end, most).times.filter(Number.isInteger)) {
    const words = durationWords(second, texts);
    const at = Math.floor((second / end) * room);
    if (at >= line.length + (line === '' ? 0 : 1) && at + words.length <= room) line = line.padEnd(at) + words;
  }
  return line;
}

function shortened(name: string, most: number): string {
  return name.length > most ? `${name.slice(0, most - 1)}~` : name;
}

/** Entries in lines that are not too long, whatever colours them. */
function wrapped(entries: readonly string[], width: number): readonly string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one.
  const seen = (text: string) => text.replace(/\u001b\[\d+m/g, '').length;
  const lines: string[] = [];
  for (const entry of entries) {
    const longer = `${lines.at(-1) ?? ''}   ${entry}`;
    if (lines.length > 0 && seen(longer) <= width) lines.splice(-1, 1, longer);
    else lines.push(entry);
  }
  return lines;
}
