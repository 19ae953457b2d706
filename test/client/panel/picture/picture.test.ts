import { describe, expect, it } from 'vitest';
import { limitsOf } from '../../../../client/panel/picture/limits.ts';
import { pictureOf } from '../../../../client/panel/picture/picture.ts';
import { podSegments } from '../../../../client/panel/picture/segments.ts';
import { simulate } from '../../../../server/simulator/simulate.ts';
import { cronJobOf } from '../../../manifests.ts';
import { pictureOfJob } from './pictures.ts';

describe('the picture of a run', () => {
  it('ends a little after the last change', () => {
    const picture = pictureOfJob({});
    expect(picture.end).toBeGreaterThan(picture.finish);
    expect(picture.end).toBeLessThan(picture.finish * 1.2);
  });

  it('ends with the Job where its TTL is long, and tells the line beyond the end', () => {
    const [without, with_] = [pictureOfJob({}), pictureOfJob({ ttlSecondsAfterFinished: 86_000 })];
    expect([with_.finish, with_.end]).toEqual([without.finish, without.end]);
    expect(with_.limits).toMatchObject([{ kind: 'ttl', seconds: 86_000 }]);
    expect(with_.limits[0]?.at).toBeGreaterThan(86_000);
  });

  it('shows the removal where its TTL is short', () => {
    const picture = pictureOfJob({ ttlSecondsAfterFinished: 5 });
    expect(picture.end).toBeGreaterThan(picture.finish + 5);
  });

  it('has a deadline line for each start', () => {
    const actions = [
      { at: 3, patch: { spec: { suspend: true } } },
      { at: 20, patch: { spec: { suspend: false } } },
    ];
    const { limits } = pictureOfJob({ activeDeadlineSeconds: 60 }, { actions });
    expect(limits.map(({ kind, at }) => [kind, Math.round(at)])).toEqual([
      ['deadline', 60],
      ['deadline', 80],
    ]);
  });

  it('has a grace period where a pod is told to stop', () => {
    const scenario = { run: { for: '90s' }, stop: { after: 9 }, actions: [{ at: 5, deletePod: 0 }] };
    const { run, end } = pictureOfJob({}, scenario, { terminationGracePeriodSeconds: 7 });
    expect(podSegments(run, 0, end).flatMap(({ grace }) => grace ?? [])).toEqual([{ kind: 'grace', at: 12, seconds: 7 }]);
  });

  it('says of each Job of a CronJob until when it may start and be active', () => {
    const cronJob = cronJobOf({ schedule: '*/5 * * * *', startingDeadlineSeconds: 30 }, { activeDeadlineSeconds: 60 });
    const run = simulate(cronJob, {}, { version: '1.37' });
    expect(limitsOf(run, 1).map(({ kind, at }) => [kind, Math.round(at)])).toEqual([
      ['starting-deadline', 630],
      ['deadline', 660],
    ]);
  });

  it('counts the failures of the Job', () => {
    const [job] = pictureOfJob({ backoffLimit: 1 }, { run: { exit: 1, for: '1s' } }).jobs;
    expect(job?.failures.map(({ failed }) => failed)).toEqual([1, 2]);
  });

  it('tells states apart, restarts and exit codes', () => {
    const picture = pictureOfJob({ backoffLimit: 3 }, { run: [{ exit: 1, for: '2s' }, { for: '3s' }] }, { restartPolicy: 'OnFailure' });
    const told = podSegments(picture.run, 0, picture.end).map(({ state, exitCode }) => [state, exitCode].join(' ').trim());
    expect(told).toContain('failed 1');
    expect(told.at(-1)).toBe('succeeded');
  });

  it('opens a CronJob a minute before its first run', () => {
    const picture = pictureOf(simulate(cronJobOf({ schedule: '30 2 * * *' }), {}, { version: '1.37' }));
    expect(picture.jobs.length).toBeGreaterThanOrEqual(3);
    expect(picture.opening.from).toBe(2.5 * 3600 - 60);
    expect(picture.opening.to).toBeLessThan(2.5 * 3600 + 180);
  });

  it('opens a Job whole', () => {
    const picture = pictureOfJob({});
    expect(picture.opening).toEqual({ from: 0, to: picture.end });
  });
});
