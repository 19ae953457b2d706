import { describe, expect, test } from 'vitest';
import { histogram } from '../../../server/cli/simulation/many-runs-report.ts';
import { playLive } from '../../../server/cli/simulation/play-live.ts';
import { terminalOf } from '../../../server/cli/simulation/terminal.ts';
import { timelineText } from '../../../server/cli/simulation/timeline-text.ts';
import { simulate } from '../../../server/simulator/simulate.ts';
import { cronJobOf, jobOf } from '../../manifests.ts';

const job = jobOf({ completions: 3, parallelism: 2, backoffLimit: 2 });
const run = simulate(
  job,
  { start: 0, run: [{ kind: 'run', for: 10 }], pods: [{ ordinal: 1, run: [{ kind: 'run', for: 4, exit: 1 }] }] },
  { version: '1.37' },
);
const drawn = (columns: number, unicode: boolean) => timelineText(run, { columns, unicode, colours: false, most: 20 });

describe('a timeline as text', () => {
  test('has a line for each Job and pod, in which failures are seen, and says what its signs mean', () => {
    const lines = drawn(60, false).split('\n');
    expect(lines[0]).toMatch(/ {2}Complete after/);
    expect(lines[1]).toMatch(/^ +0 s +\d/);
    const bars = lines.filter((line) => /^(#\d|\S+ +[.:#-])/.test(line));
    expect(bars.filter((line) => line.startsWith('#'))).toHaveLength(4);
    expect(bars.find((line) => line.startsWith('#1'))).toMatch(/^#1 +[.:]*#+x+$/);
    expect(lines.at(-2)).toContain('x failed');
    expect(drawn(60, true)).toContain('█ running');
  });

  test.each([20, 40, 60, 120])('no line is longer than %i columns, or 30', (columns) => {
    for (const unicode of [true, false]) {
      const lines = drawn(columns, unicode).split('\n');
      for (const line of lines.slice(1)) expect(line.length, line).toBeLessThanOrEqual(Math.max(30, columns));
      // Without Unicode nothing else is written.
      if (!unicode) expect(lines.join('\n')).toMatch(/^[\x20-\x7e\n]*$/);
    }
  });

  test.each([1, 2, 4])('names no second twice where the whole takes %i s', (seconds) => {
    const short = simulate(jobOf({}), { start: 0, kubelet: { notice: 0 }, run: [{ kind: 'run', for: seconds }] }, { version: '1.37' });
    const axis = timelineText(short, { columns: 120, unicode: false, colours: false, most: 20 }).split('\n')[1] ?? '';
    const words = axis.trim().split(/ {2,}/);
    expect(words.length).toBeGreaterThan(1);
    expect(new Set(words).size).toBe(words.length);
  });

  test('draws the runs of a CronJob that are far shorter than a column as running before they are done', () => {
    const daily = simulate(cronJobOf({ schedule: '0 2 * * *' }), {}, { version: '1.37' });
    const lines = timelineText(daily, { columns: 60, unicode: false, colours: false, most: 20 }).split('\n');
    const bars = lines.filter((line) => /^(#\d|\S+-\d+) /.test(line)).slice(0, 2);
    expect(bars).toHaveLength(2);
    for (const bar of bars) expect(bar).toMatch(/^\S+ +#-+$/);
  });

  test('has no axis where nothing happens', () => {
    const never = simulate(cronJobOf({ schedule: '0 0 31 2 *' }), {}, { version: '1.37' });
    expect(timelineText(never, { columns: 60, unicode: false, colours: false, most: 20 })).toMatch(/^\S+ {2}No Job is started: .*\n$/);
  });

  test('leaves out lines that there is no room for, and counts them', () => {
    expect(timelineText(run, { columns: 60, unicode: false, colours: false, most: 2 })).toContain('\n3 more\n');
  });

  test('is played picture over picture, and the last one is the whole', async () => {
    const written: string[] = [];
    const pauses: number[] = [];
    const streams = { out: (text: string) => written.push(text), error: () => {}, colours: false };
    const terminal = { columns: 60, rows: 30, unicode: false, isTerminal: true };
    await playLive(run, terminal, { speed: 20, wait: async (time) => void pauses.push(time) }, streams);
    expect(written.length).toBe(pauses.length + 1);
    expect(written.length).toBeGreaterThan(5);
    expect(written.slice(1).every((text) => text.startsWith('\u001b['))).toBe(true);
    expect(written.at(-1)?.split('\u001b[J')[1]).toBe(drawn(60, false));
  });
});

test.each([
  [{ LANG: 'ko_KR.UTF-8' }, 'linux', true],
  [{ LANG: 'C' }, 'linux', false],
  [{}, 'linux', false],
  [{ LANG: 'en_US.UTF-8', LC_ALL: 'C' }, 'linux', false],
  [{ LANG: 'en_US.UTF-8', TERM: 'dumb' }, 'linux', false],
  [{}, 'darwin', true],
  [{}, 'win32', false],
  [{ WT_SESSION: 'a' }, 'win32', true],
])('%j on %s: blocks %s', (environment, platform, unicode) => {
  expect(terminalOf({ environment, platform, stream: {} })).toEqual({ columns: 80, rows: 24, unicode, isTerminal: false });
});

test('a histogram counts each run once', () => {
  const runs = [5, 5, 6, 9, 21, null].map((duration) => ({ duration }));
  const text = histogram(runs, { columns: 80, unicode: false });
  const counts = text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => Number(/(\d+)$/.exec(line)?.[1]));
  expect(counts.reduce((a, b) => a + b)).toBe(5);
  expect(text).toMatch(/5s - 7s {2}#+ 3\n/);
  expect(histogram([{ duration: 5 }, { duration: 5 }], { columns: 80, unicode: true })).toBe('');
});
