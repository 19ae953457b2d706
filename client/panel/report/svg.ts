import { t } from '@vscode/l10n';
import type { Seconds } from '../../../server/protocol/requests.ts';
import { recordingOf } from '../../../server/simulator/run/recording-of.ts';
import type { Run } from '../../../server/simulator/run/run.ts';
import { duration, ticks } from '../axis/axis.ts';
import { drawnState } from '../picture/drawn-state.ts';

/** In pixels. */
const [width, label, row, gap] = [960, 190, 22, 4];
/** More lines than a page has room for. */
const mostLines = 60;

interface Line {
  readonly name: string;
  readonly changes: { readonly at: Seconds; readonly status: string; readonly text: string }[];
  gone: Seconds | undefined;
}

/**
 * The timeline as a picture by itself: its colours are fixed, on white, as it stands in documents. What objects are called is text
 * in it, never markup.
 */
export function timelineSvg(run: Run): string {
  const all = linesOf(run);
  const lines = all.slice(0, mostLines);
  const last = all.reduce((latest, { changes, gone }) => Math.max(latest, gone ?? 0, changes.at(-1)?.at ?? 0), 1);
  // A little more, so that the last states can be read.
  const end = last * 1.12;
  const height = (lines.length + 2) * (row + gap) + 24;
  const x = (second: Seconds) => label + (second / end) * (width - label - 8);
  const more = all.length > lines.length ? [text(8, height - 12, t('{0} more', all.length - lines.length))] : [];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    `<title>${escaped(run.name)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...ticks({ from: 0, to: end }, width - label).map(({ t: second }) => axisMark(x(second), duration(second), height)),
    ...lines.flatMap((line, at) => lineMarks(line, 28 + at * (row + gap), x, end)),
    ...more,
    '</svg>',
    '',
  ].join('\n');
}

function linesOf(run: Run): readonly Line[] {
  const { jobs, pods } = recordingOf(run);
  const lines = new Map<string, Line>();
  const add = (name: string, at: Seconds, event: string, status: string, said: string) => {
    const line = lines.get(name) ?? { name, changes: [], gone: undefined };
    lines.set(name, line);
    if (event === 'DELETED') line.gone = at;
    else if (line.changes.at(-1)?.text !== said) line.changes.push({ at, status, text: said });
  };
  for (const { t: second, event, NAME, STATUS, COMPLETIONS } of jobs)
    add(NAME ?? run.name, second, event, STATUS, `${STATUS} ${COMPLETIONS}`);
  for (const { t: second, event, pod, index, STATUS } of pods) {
    add(index === undefined ? `#${pod}` : `#${pod} [${index}]`, second, event, STATUS, STATUS);
  }
  return [...lines.values()];
}

function lineMarks({ name, changes, gone }: Line, y: number, x: (second: Seconds) => number, end: Seconds): readonly string[] {
  const bars = changes.map(({ at, status, text: said }, place) => {
    const [from, to] = [x(at), x(changes[place + 1]?.at ?? gone ?? end)];
    const [fill, ink] = colours[drawnState(status)] ?? colours.waiting;
    const room = Math.floor((to - from - 8) / 6.5);
    const words = room < 3 ? '' : text(from + 4, y + 15, said.length > room ? `${said.slice(0, room - 1)}…` : said, ink);
    const box = `<rect x="${from.toFixed(1)}" y="${y}" width="${Math.max(1, to - from).toFixed(1)}" height="${row}" fill="${fill}" stroke="#ffffff"/>`;
    return `<g><title>${escaped(`${said} ${duration(at)}`)}</title>${box}${words}</g>`;
  });
  return [text(8, y + 15, name.length > 26 ? `${name.slice(0, 25)}…` : name), ...bars];
}

function axisMark(x: number, words: string, height: number): string {
  return `<line x1="${x.toFixed(1)}" y1="22" x2="${x.toFixed(1)}" y2="${height - 24}" stroke="#dddddd"/>${text(x - 4, 16, words, '#555555')}`;
}

function text(x: number, y: number, words: string, fill = '#222222'): string {
  return `<text x="${x.toFixed(1)}" y="${y}" fill="${fill}">${escaped(words)}</text>`;
}

function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Of a bar and of the text on it: all with a contrast of 4.5 at least. */
const colours: Readonly<Record<string, readonly [string, string]>> & { readonly waiting: readonly [string, string] } = {
  waiting: ['#e3e3e3', '#333333'],
  running: ['#1a6fd1', '#ffffff'],
  succeeded: ['#2b7a2b', '#ffffff'],
  failed: ['#c62828', '#ffffff'],
  'backing-off': ['#8a6100', '#ffffff'],
  stopping: ['#652d90', '#ffffff'],
  suspended: ['#6b6b6b', '#ffffff'],
};
