import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nextTimes } from '../../server/kubernetes/cron/next-time.ts';
import { parseSchedule } from '../../server/kubernetes/cron/parse-schedule.ts';
import { utc } from '../../server/kubernetes/time-zones/time-zone.ts';

interface Row {
  readonly schedule: string;
  readonly timeZone: string;
  readonly from: string;
  readonly ok: boolean;
  readonly error: string;
  readonly next: readonly string[] | null;
}

test('every schedule is accepted or refused, and fires, as in robfig/cron', () => {
  const lines = readFileSync(new URL('cron-schedules.jsonl', import.meta.url), 'utf8').trim().split('\n');
  const disagreements = lines.map((line) => JSON.parse(line) as Row).flatMap(disagreement);
  expect(lines.length).toBeGreaterThan(500);
  expect(disagreements).toEqual([]);
});

function disagreement({ schedule, timeZone, from, ok, next, error }: Row): string[] {
  const parsed = parseSchedule(timeZone === '' ? schedule : `TZ=${timeZone} ${schedule}`);
  const ours = parsed.ok
    ? nextTimes(parsed.schedule, utc, Date.parse(from), 5).map((time) => new Date(time).toISOString().replace('.000Z', 'Z'))
    : parsed.fault.code;
  const theirs = ok ? (next ?? []) : 'refused';
  if (ok ? String(ours) === String(theirs) : !parsed.ok) return [];
  return [`${schedule} (${timeZone}) from ${from}: ${error || theirs} but ${ours}`];
}
