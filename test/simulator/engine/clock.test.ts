import { describe, expect, test } from 'vitest';
import { type Clock, createClock } from '../../../server/simulator/engine/clock.ts';
import { nothingSkipped } from '../../../server/simulator/engine/skipped.ts';

/** Runs all that is due up to then; answers what ran, with the time since the create request. */
function play(clock: Clock, seen: string[], until: number): readonly string[] {
  seen.length = 0;
  while (clock.step(until));
  return [...seen];
}

function clockWith(entries: Readonly<Record<string, number>>) {
  const clock = createClock();
  const seen: string[] = [];
  const note = (name: string) => () => seen.push(`${name} ${clock.now + clock.skipped.time}`);
  for (const [name, at] of Object.entries(entries)) clock.schedule(at, note(name));
  return { clock, note, play: (until: number) => play(clock, seen, until) };
}

test('what is due runs in order of time, then of scheduling', () => {
  const { clock, play } = clockWith({ c: 30, a: 10, d: 30, b: 20 });
  expect(play(29)).toEqual(['a 10', 'b 20']);
  expect(play(30)).toEqual(['c 30', 'd 30']);
  expect(clock.idle).toBe(true);
});

test('what is scheduled for the past runs now, after all that is due now', () => {
  const { clock, note, play } = clockWith({ a: 10 });
  clock.schedule(10, () => clock.schedule(3, note('late')));
  clock.schedule(10, note('b'));
  expect(play(100)).toEqual(['a 10', 'b 10', 'late 10']);
});

describe('time that is skipped', () => {
  test('is not lived: what is scheduled comes that much later', () => {
    const { clock, play } = clockWith({ a: 10, b: 20 });
    play(10);
    clock.skip({ time: 1000, jobs: 2, pods: 3, completions: 4 });
    expect(clock.now).toBe(10);
    expect(play(1019)).toEqual([]);
    expect(play(1020)).toEqual(['b 1020']);
    expect(clock.now).toBe(20);
    clock.skip({ time: 1, jobs: 1, pods: 1, completions: 1 });
    expect(clock.skipped).toEqual({ time: 1001, jobs: 3, pods: 4, completions: 5 });
  });

  test('does not move appointments', () => {
    const { clock, note, play } = clockWith({ a: 10, b: 20 });
    clock.appoint(1015, note('later appointment'));
    clock.appoint(500, note('appointment'));
    play(10);
    clock.skip({ ...nothingSkipped, time: 400 });
    expect(clock.appointments).toEqual({ last: -Infinity, next: 500 });
    expect(play(450)).toEqual(['b 420']);
    expect(clock.idle).toBe(false);
    expect(play(2000)).toEqual(['appointment 500', 'later appointment 1015']);
    expect(clock.appointments).toEqual({ last: 1015, next: Infinity });
    expect(clock.now).toBe(615);
  });
});

test('an appointment goes before all else that is due at its time, and after earlier ones', () => {
  const { clock, note, play } = clockWith({ a: 10 });
  clock.appoint(10, note('first'));
  clock.appoint(10, note('second'));
  clock.appoint(9, note('before'));
  expect(play(10)).toEqual(['before 9', 'first 10', 'second 10', 'a 10']);
});
