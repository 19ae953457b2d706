import { roundTimes } from '../../plain/round-times.ts';
import type { Seconds } from '../engine/time.ts';
import type { Run } from '../run/run.ts';
import { drawnState } from './drawn-state.ts';
import { type TimelineLine, timelineLines } from './timeline-lines.ts';

/** In pixels. */
const [width, label, row, gap] = [960, 190, 22, 4];
/** More lines than a page has room for. */
const mostLines = 60;
/** So many times stand on the axis, of some 70 pixels each. */
const mostTimes = Math.floor((width - label) / 70);

/** What the picture says in words. */
export interface TimelineWords {
  readonly duration: (seconds: Seconds) => string;
  /** Of lines that there is no room for. */
  readonly more: (count: number) => string;
}

/**
 * The timeline as a picture by itself: its colours are fixed, on white, as it stands in documents. What objects are called is text
 * in it, never markup.
 */
export function timelineSvg(run: Run, words: TimelineWords): string {
  const { lines, left, last } = timelineLines(run, mostLines);
  // A little more, so that the last states can be read.
  const end = last * 1.12;
  const height = (lines.length + 2) * (row + gap) + 24;
  const x = (second: Seconds) => label + (second / end) * (width - label - 8);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    `<title>${escaped(run.name)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...roundTimes(0, end, mostTimes).times.map((second) => axisMark(x(second), words.duration(second), height)),
    ...lines.flatMap((line, at) => lineMarks(line, 28 + at * (row + gap), { x, end, words })),
    ...(left > 0 ? [text(8, height - 12, words.more(left))] : []),
    '</svg>',
    '',
  ].join('\n');
}

interface Frame {
  readonly x: (second: Seconds) => number;
  readonly end: Seconds;
  readonly words: TimelineWords;
}

function lineMarks({ name, changes, gone }: TimelineLine, y: number, { x, end, words: { duration } }: Frame): readonly string[] {
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
