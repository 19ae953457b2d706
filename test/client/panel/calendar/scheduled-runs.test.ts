import { describe, expect, it } from 'vitest';
import { daysOf, shareOfDay } from '../../../../client/panel/calendar/days.ts';
import { scheduledRuns } from '../../../../client/panel/calendar/scheduled-runs.ts';
import { pictureOf } from '../../../../client/panel/picture/picture.ts';
import { calendarOf } from '../../../../server/application/simulation/calendar.ts';
import type { CronJobSpec } from '../../../../server/kubernetes/generated/types.ts';
import { readScenario } from '../../../../server/simulator/scenario/scenario-reader.ts';
import { simulate } from '../../../../server/simulator/simulate.ts';
import { cronJobOf } from '../../../manifests.ts';

function runsOf(spec: CronJobSpec, scenario: object = {}) {
  const cronJob = cronJobOf(spec);
  const reading = readScenario(scenario);
  const run = simulate(cronJob, 'scenario' in reading ? reading.scenario : {}, { version: '1.37' });
  const calendar = calendarOf(cronJob, run.epoch);
  return calendar ? { calendar, runs: scheduledRuns(run, pictureOf(run).jobs, calendar) } : { calendar, runs: [] };
}
const states = (spec: CronJobSpec, scenario?: object) => runsOf(spec, scenario).runs.map(({ state }) => state);

describe('what became of the times of a schedule', () => {
  it('is known of those that were watched, once each', () => {
    const { runs } = runsOf({ schedule: '30 2 * * *' });
    expect(runs.map(({ state }) => state)).toEqual(['complete', 'complete', 'complete', 'due', 'due', 'due', 'due']);
    expect(runs.slice(0, 3).map(({ job }) => job)).toEqual([0, 1, 2]);
    expect(runs[0]?.at).toBe(Date.UTC(2026, 0, 1, 2, 30));
  });

  it('is skipped where another run is active, replaced, or overlapping', () => {
    const slow = { run: { for: '20m' } };
    expect(states({ schedule: '*/15 * * * *', concurrencyPolicy: 'Forbid' }, slow)).toContain('forbidden');
    expect(states({ schedule: '*/15 * * * *', concurrencyPolicy: 'Replace' }, slow).slice(0, 2)).toEqual(['replaced', 'replaced']);
    const { runs } = runsOf({ schedule: '*/15 * * * *' }, slow);
    expect(runs.slice(0, 2).map(({ overlaps }) => overlaps)).toEqual([false, true]);
  });

  it('is not started while the CronJob is suspended, and afterwards again', () => {
    const actions = [
      { at: 3000, patch: { spec: { suspend: true } } },
      { at: 9000, patch: { spec: { suspend: false } } },
    ];
    const watched = states({ schedule: '0 * * * *' }, { startAt: '2026-01-01T00:30:00Z', actions });
    expect(watched.slice(0, 3)).toEqual(['complete', 'suspended', 'complete']);
    expect(new Set(states({ schedule: '0 * * * *', suspend: true }))).toEqual(new Set(['suspended']));
  });

  it('is missed where no Job could be started in time, as far as it was watched; not beyond, nor under another schedule', () => {
    expect(new Set(states({ schedule: '0 * * * *', startingDeadlineSeconds: 0 }))).toEqual(new Set(['missed']));
    const edited = [{ at: 100_000, patch: { spec: { schedule: '30 2 * * *', startingDeadlineSeconds: 600 } } }];
    const later = states({ schedule: '30 1 * * *', startingDeadlineSeconds: 0 }, { actions: edited });
    expect(later).toEqual(['missed', 'missed', 'due', 'complete', 'due', 'complete', 'due', 'complete', 'due', 'due']);
  });

  it('is failed where the Job has failed, and tells when the history removed it', () => {
    const { runs } = runsOf({ schedule: '0 * * * *', failedJobsHistoryLimit: 1 }, { run: { cannotStart: true } });
    expect(runs[0]?.state).toBe('failed');
    expect(runs[0]?.removed).toBeGreaterThan(3600);
    expect(runs[1]?.removed).toBeGreaterThan(runs[0]?.removed ?? 0);
  });
});

describe('the days of a calendar', () => {
  it('have the runs of the day by the clock of the zone, and the changes of that clock', () => {
    const { calendar, runs } = runsOf({ schedule: '30 23 * * *', timeZone: 'Asia/Seoul' });
    const days = calendar ? daysOf(calendar, runs, 7) : [];
    expect(days.map(({ date, runs: those }) => [date, those.length])).toEqual(
      ['01', '02', '03', '04', '05', '06', '07'].map((day) => [`2026-01-${day}`, 1]),
    );
    expect(shareOfDay('Asia/Seoul')(runs[0]?.at ?? 0)).toBeCloseTo(23.5 / 24, 5);
    const berlin = runsOf({ schedule: '0 12 * * *', timeZone: 'Europe/Berlin' });
    const year = berlin.calendar ? daysOf(berlin.calendar, berlin.runs, 366) : [];
    expect(year.filter(({ clockChange }) => clockChange !== 0).map(({ date }) => date)).toEqual(['2026-03-29', '2026-10-25']);
  });
});
