import { describe, expect, test } from 'vitest';
import { withProgress } from '../../../server/cli/streams/progress.ts';

/** A terminal, or what is none, whose clock is moved by hand; `seen` is all that was written to it. */
function screen(given: { readonly isTerminal?: boolean; readonly environment?: Record<string, string> } = {}) {
  let [time, seen] = [0, ''];
  const timers: { readonly at: number; readonly action: () => void }[] = [];
  const write = (text: string) => {
    seen += text.replaceAll('\r\u001b[K', '<');
  };
  const made = withProgress(
    { out: write, error: write, colours: false },
    {
      isTerminal: given.isTerminal ?? true,
      columns: 20,
      environment: given.environment ?? {},
      now: () => time,
      later(milliseconds, action) {
        const timer = { at: time + milliseconds, action };
        timers.push(timer);
        return () => void timers.splice(timers.indexOf(timer), 1);
      },
    },
  );
  return {
    ...made,
    seen: () => seen,
    /** So many milliseconds in which nobody waits for anything else. */
    pass(milliseconds: number) {
      time += milliseconds;
      for (const timer of timers.filter(({ at }) => at <= time)) {
        timers.splice(timers.indexOf(timer), 1);
        timer.action();
      }
    },
    /** So many in which the program is busy. */
    work(milliseconds: number) {
      time += milliseconds;
    },
  };
}

describe('how far a long run is', () => {
  test('stays unsaid for a second, is written over ten times a second at most, and gone at the end', () => {
    const { progress, work, seen } = screen();
    progress.step(() => '1 of 9');
    work(999);
    progress.step(() => '2 of 9');
    expect(seen()).toBe('');
    work(1);
    progress.step(() => '3 of 9');
    work(99);
    progress.step(() => '4 of 9');
    work(1);
    progress.step(() => '5 of 9');
    progress.end();
    expect(seen()).toBe('<3 of 9<5 of 9<');
  });

  test('is said of a step that somebody waits for, too, in one line', () => {
    const { progress, pass, seen } = screen();
    progress.step(() => 'helm renders charts/of-a-long-name');
    pass(1000);
    expect(seen()).toBe('<helm renders charts');
    progress.end();
    expect(seen()).toBe('<helm renders charts<');
  });

  test('makes room for what is written', () => {
    const { progress, streams, work, seen } = screen();
    work(1000);
    progress.step(() => '3 of 9');
    streams.out('a fault\n');
    streams.error('a word\n');
    work(100);
    progress.step(() => '4 of 9');
    expect(seen()).toBe('<3 of 9<a fault\na word\n<4 of 9');
  });

  test('a run that is over says nothing any more', () => {
    const { progress, pass, seen } = screen();
    progress.step(() => '1 of 1');
    progress.end();
    pass(5000);
    expect(seen()).toBe('');
  });

  test.each([{ isTerminal: false }, { environment: { CI: 'true' } }, { environment: { TERM: 'dumb' } }])(
    'stays unsaid where nobody sees it: %o',
    (given) => {
      const { progress, streams, work, seen } = screen(given);
      work(5000);
      progress.step(() => '1 of 9');
      streams.out('a fault\n');
      progress.end();
      expect(seen()).toBe('a fault\n');
    },
  );
});
