import { describe, expect, test } from 'vitest';
import { simulateObject } from '../../../server/application/simulation/simulate-object.ts';
import { podsOf } from '../../../server/simulator/run/pods-of.ts';
import { reasonsOf } from '../../../server/simulator/run/reasons/reasons-of.ts';
import { recordingOf } from '../../../server/simulator/run/recording-of.ts';
import { analysisOf } from '../../analysis.ts';
import { example } from '../../examples.ts';
import { cronJobWith } from '../../manifests.ts';

const never = () => false;

function simulated(text: string) {
  const result = simulateObject(analysisOf(text), { uri: 'file:///job.yaml', document: 0 }, never);
  if (result.status !== 'simulated') throw new Error(result.status);
  return result;
}

function reasonsIn(text: string) {
  const { run, reasons } = simulated(text);
  return reasonsOf(run, reasons);
}

describe('a simulation says why', () => {
  test('each pod came, and what it was waited for', () => {
    const text = example('faulty/missing-command-never.yaml');
    const reasons = reasonsIn(text);
    expect(reasons.map(({ t, pod, text }) => `${t} ${pod ?? '-'} ${text}`)).toEqual(
      expect.arrayContaining([
        '0 0 Created: 0 succeeded so far, and more pods may run.',
        expect.stringMatching(/^\d+ 1 Created to try again: 1 failed and 0 succeeded so far\.$/),
        expect.stringMatching(/^\d+ 3 Created to try again: 3 failed and 0 succeeded so far\.$/),
      ]),
    );
  });

  test('for which time each Job of a CronJob starts', () => {
    const text = cronJobWith({ metadata: 'name: often', cronJob: 'schedule: "*/20 * * * *"', container: 'command: [sleep, "30"]' });
    const starts = reasonsIn(text).flatMap((reason) => (reason.text.startsWith('Job ') ? reason.text : []));
    expect(starts.slice(0, 2)).toEqual([
      'Job often-29453780 starts for 2026-01-01T00:20:00.000Z.',
      'Job often-29453800 starts for 2026-01-01T00:40:00.000Z.',
    ]);
  });

  test('in order of time, and no more of it than anyone reads', () => {
    const text = example('fixed-count.yaml');
    const reasons = reasonsIn(text.replace('completions: 5', 'completions: 900'));
    const times = reasons.map(({ t }) => t);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(reasons).toHaveLength(200);
  });
});

describe('a simulation of a CronJob', () => {
  const cronJob = (name: string, spec: string) =>
    cronJobWith({ metadata: `name: ${name}`, cronJob: 'schedule: "*/20 * * * *"', spec, container: 'command: [sleep, "30"]' });

  test.each([
    ['a', ''],
    ['a'.repeat(52), ''],
    ['indexed', 'completionMode: Indexed\n'],
  ])('says which Job each pod belongs to: %s', (name, more) => {
    const { run } = simulated(cronJob(name, `${more}completions: 2\nparallelism: 2`));
    const jobs = recordingOf(run)
      .jobs.filter(({ event }) => event === 'ADDED')
      .map(({ NAME }) => NAME);
    expect(jobs.length).toBeGreaterThan(1);
    expect(podsOf(run).map(({ job }) => job)).toEqual(jobs.flatMap((job) => [job, job]));
  });
});

describe('the answer', () => {
  const template = 'template: {spec: {restartPolicy: Never, containers: [{name: main, image: busybox, command: [sleep, "5"]}]}}';
  const sizeOf = (spec: string) =>
    JSON.stringify(simulated(`{apiVersion: batch/v1, kind: Job, metadata: {name: sized}, spec: {${spec}, ${template}}}`)).length;

  test('takes at most 400 bytes a pod for an hour of a CronJob, its calendar and all reasons included', () => {
    const text = `{apiVersion: batch/v1, kind: CronJob, metadata: {name: often}, spec: {schedule: "* * * * *", jobTemplate: {spec: {${template}}}}}`;
    const answer = simulated(text);
    expect(JSON.stringify(answer).length).toBeLessThanOrEqual(400 * answer.run.summary.podsCreated);
  });

  test.each([
    ['completions: N, parallelism: 1'],
    ['completions: N, parallelism: 40'],
    ['completions: N, parallelism: 40, completionMode: Indexed'],
    ['completions: N, parallelism: 9, completionMode: Indexed, backoffLimitPerIndex: 1'],
  ])('takes at most 400 bytes a pod, and twice as many for twice the pods: %s', (spec) => {
    const [one, two] = [1000, 2000].map((pods) => sizeOf(spec.replace('N', `${pods}`)));
    expect(one).toBeLessThanOrEqual(400 * 1000);
    expect(two).toBeLessThanOrEqual(2.1 * (one ?? 0));
  });
});
