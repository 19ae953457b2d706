import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JobRow, PodRow } from '../../server/simulator/recording/recording.ts';
import { exampleFolder, exampleNames, scenarioNames } from '../examples.ts';
import { run } from './run.ts';

const simulated = async (name: string) => JSON.parse((await run('simulate', '--output', 'json', join(exampleFolder, `${name}.yaml`))).out);

describe('every example', () => {
  test.each([...exampleNames, ...scenarioNames])('%s has no fault', async (name) => {
    const { code, out } = await run('validate', '--advice', 'warnings', '--format', 'json', join(exampleFolder, name));
    expect([code, out]).toEqual([0, '[]\n']);
  });

  test.each([
    ['one-shot', '1/1', 'Complete'],
    ['fixed-count', '5/5', 'Complete'],
    ['work-queue', '3/1 of 3', 'Complete'],
    ['work-queue-one', '2/1 of 2', 'Complete'],
    ['sequential', '3/3', 'Complete'],
    ['parallel', '3/3', 'Complete'],
    ['multi-completion', '5/5', 'Complete'],
    ['restart-never', '1/1', 'Complete'],
    ['restart-on-failure', '1/1', 'Complete'],
    ['batch-job', '1/1', 'Complete'],
    ['pi', '1/1', 'Complete'],
    ['ttl', '1/1', 'Complete'],
    ['deadline', '0/3', 'Failed'],
    ['faulty/misspelt-command', '0/1', 'Failed'],
    ['faulty/missing-command-never', '0/1', 'Failed'],
    ['faulty/missing-command-on-failure', '0/1', 'Failed'],
  ])('%s ends with %s, %s', async (name, completions, outcome) => {
    const { jobs, summary } = await simulated(name);
    expect(jobs.at(-1).COMPLETIONS).toBe(completions);
    expect(summary.outcome).toBe(outcome);
  });
});

describe('what a user learns', () => {
  const statuses = (pods: readonly PodRow[], pod: number) => pods.filter((row) => row.pod === pod).map(({ STATUS }) => STATUS);

  test('ttl.yaml: added, modified, deleted 30 s after it finished', async () => {
    const { jobs } = await simulated('ttl');
    const events: readonly JobRow['event'][] = jobs.map(({ event }: JobRow) => event);
    expect([...new Set(events)]).toEqual(['ADDED', 'MODIFIED', 'DELETED']);
    // The time of the end is stored in whole seconds.
    expect(Math.ceil(jobs.at(-1).t - jobs.at(-2).t)).toBe(30);
  });
  test('restart-never.yaml: the killed pod stays, a new one takes its place', async () => {
    const { pods } = await simulated('restart-never');
    expect(statuses(pods, 0).at(-1)).toBe('Error');
    expect(statuses(pods, 1).at(-1)).toBe('Completed');
  });
  test('restart-on-failure.yaml: the same pod, restarted', async () => {
    const { pods } = await simulated('restart-on-failure');
    expect(new Set(pods.map(({ pod }: PodRow) => pod))).toEqual(new Set([0]));
    expect(pods.at(-1)).toMatchObject({ STATUS: 'Completed', RESTARTS: '1' });
  });
  test('work-queue-one.yaml: parallelism can be changed later, completions cannot', async () => {
    const { actionResults } = await simulated('work-queue-one');
    expect(actionResults.map(({ accepted }: { accepted: boolean }) => accepted)).toEqual([true, false]);
  });
  test('deadline.yaml: DeadlineExceeded, its pod deleted', async () => {
    const { pods, summary } = await simulated('deadline');
    expect(summary.reason).toBe('DeadlineExceeded');
    expect(pods.at(-1).event).toBe('DELETED');
  });
  test('missing-command-on-failure.yaml: RESTARTS climbs to 3, the pod is deleted, describe says why', async () => {
    const { pods, describe: text } = await simulated('faulty/missing-command-on-failure');
    expect(new Set(pods.map(({ RESTARTS }: PodRow) => RESTARTS))).toEqual(new Set(['0', '1', '2', '3']));
    expect(pods.at(-1).event).toBe('DELETED');
    expect(text).toContain('BackoffLimitExceeded');
  });
  test('missing-command-never.yaml: exactly four pods, each later than the last', async () => {
    const { pods } = await simulated('faulty/missing-command-never');
    const created: readonly number[] = pods.filter(({ event }: PodRow) => event === 'ADDED').map(({ t }: PodRow) => t);
    const waits = created.slice(1).map((t, at) => t - (created[at] ?? 0));
    expect(created).toHaveLength(4);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  });
  test('misspelt-command.yaml: StartError, and the nearest command', async () => {
    const { pods, summary } = await simulated('faulty/misspelt-command');
    expect(pods.some(({ STATUS }: PodRow) => STATUS === 'StartError')).toBe(true);
    expect(summary.assumptions.join()).toContain('sleep');
  });
});
