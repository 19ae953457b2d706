import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseGoDuration } from '../../server/kubernetes/cron/go-duration.ts';
import { nextTimes } from '../../server/kubernetes/cron/next-time.ts';
import { parseSchedule } from '../../server/kubernetes/cron/parse-schedule.ts';
import { utc } from '../../server/kubernetes/time-zones/time-zone.ts';
import { formatQuantity, parseQuantity } from '../../server/kubernetes/values/quantity.ts';

/** A text, and what Go's reader made of it; nothing behind a text that it refused. */
type Row = readonly [text: string, ...answer: (string | number)[]];

/** The answers of `go/main.go`, which says how they were made. */
const answers = JSON.parse(readFileSync(new URL('go-readers.json', import.meta.url), 'utf8')) as Readonly<
  Record<'quantities' | 'durations' | 'schedules', readonly Row[]>
>;

describe("what Go's own readers said", () => {
  test('of quantities', () => {
    expect(disagreements(answers.quantities, readQuantity)).toEqual([]);
  });

  test('of durations', () => {
    expect(disagreements(answers.durations, readDuration)).toEqual([]);
  });

  test('of schedules', () => {
    expect(disagreements(answers.schedules, readSchedule)).toEqual([]);
  });
});

function disagreements(rows: readonly Row[], read: (...row: Row) => readonly (string | number)[]): string[] {
  expect(rows.filter(([, ...answer]) => answer.length).length).toBeGreaterThan(1000);
  expect(rows.filter(([, ...answer]) => !answer.length).length).toBeGreaterThan(300);
  return rows.flatMap((row) => {
    const [text, ...theirs] = row;
    const ours = read(...row);
    return String(ours) === String(theirs) ? [] : [`${JSON.stringify(text)}: Go says ${theirs}, we ${ours}`];
  });
}

function readQuantity(text: string, ...theirs: readonly (string | number)[]): string[] {
  const quantity = parseQuantity(text);
  if (!quantity) return [];
  return theirs[0] === 'long' ? ['long'] : [formatQuantity(quantity), String(quantity.nano)];
}

function readDuration(text: string): string[] {
  const nanoseconds = parseGoDuration(text);
  return nanoseconds === undefined ? [] : [String(nanoseconds)];
}

/** The moment asked from stands in the answer, before the times. */
function readSchedule(text: string, from: string | number = 0): (string | number)[] {
  const parsed = parseSchedule(text);
  if (!parsed.ok) return [];
  return [from, ...nextTimes(parsed.schedule, utc, Number(from) * 1000, 3).map((time) => time / 1000)];
}
