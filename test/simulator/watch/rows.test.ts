import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nothingSkipped, type Skipped } from '../../../server/simulator/engine/skipped.ts';
import { createRows, type Part } from '../../../server/simulator/watch/rows.ts';
import { runs } from '../../property-runs.ts';

/** Each row as its place and how much later it came. */
function rowsIn(parts: Iterable<Part>): readonly string[] {
  return [...parts].flatMap(({ place, length, by }) => Array.from({ length }, (_, at) => `${place + at}+${by.time}`));
}

const minute: Skipped = { time: 60, jobs: 1, pods: 2, completions: 3 };

test('rows that come again stand where they belong, each time later', () => {
  const rows = createRows();
  rows.add();
  rows.add();
  const again = rows.repeat({ from: 1, to: 2, count: 2, first: minute, by: minute });
  rows.add();
  expect(rowsIn(rows)).toEqual(['0+0', '1+0', '1+60', '1+120', '2+0']);
  expect(rowsIn(again)).toEqual(['1+60', '1+120']);
  expect([...rows].map(({ by }) => by)).toEqual([nothingSkipped, minute, { time: 120, jobs: 2, pods: 4, completions: 6 }, nothingSkipped]);
});

test('so do rows that came again, where all of that comes once more', () => {
  const rows = createRows();
  rows.add();
  rows.repeat({ from: 0, to: 1, count: 2, first: minute, by: minute });
  rows.add();
  rows.repeat({ from: 1, to: 4, count: 1, first: { ...minute, time: 1000 }, by: minute });
  expect(rowsIn(rows)).toEqual(['0+0', '0+60', '0+120', '1+0', '0+1060', '0+1120', '1+1000']);
});

test('nothing comes again where nothing was', () => {
  const rows = createRows();
  rows.add();
  expect([...rows.repeat({ from: 1, to: 1, count: 3, first: minute, by: minute })]).toEqual([]);
  expect(rows.length).toBe(1);
});

test('rows of long ago come again later than what came after them', () => {
  const rows = createRows();
  for (let row = 0; row < 4; row++) rows.add();
  rows.repeat({ from: 1, to: 3, count: 2, first: { ...minute, time: 1000 }, by: minute });
  expect(rowsIn(rows).slice(4)).toEqual(['1+1000', '2+1000', '1+1060', '2+1060']);
});

/** Rows are added, or those from some share of them on to another come again. */
const share = fc.double({ min: 0, max: 1, noNaN: true });
const steps = fc.array(
  fc.oneof(
    fc.constant('add' as const),
    fc.record({ start: share, stop: share, count: fc.nat(3), first: fc.integer({ min: 1, max: 9 }), time: fc.integer({ min: 1, max: 9 }) }),
  ),
  { maxLength: 12 },
);

test('rows are those that a list of all would have', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const rows = createRows();
      let places = 0;
      let all: readonly (readonly [place: number, time: number])[] = [];
      for (const step of list) {
        if (step === 'add') {
          rows.add();
          all = [...all, [places++, 0]];
          continue;
        }
        const [from = 0, to = 0] = [step.start, step.stop].map((one) => Math.floor(one * all.length)).sort((a, b) => a - b);
        const again = all.slice(from, to);
        const later = (time: number) => ({ ...nothingSkipped, time });
        rows.repeat({ from, to, count: step.count, first: later(step.first), by: later(step.time) });
        for (let time = 0; time < step.count; time++)
          all = [...all, ...again.map(([place, at]) => [place, at + step.first + time * step.time] as const)];
      }
      expect(rowsIn(rows)).toEqual(all.map(([place, time]) => `${place}+${time}`));
      expect(rows.length).toBe(all.length);
    }),
    runs(200),
  );
});
