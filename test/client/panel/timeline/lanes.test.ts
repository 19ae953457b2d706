import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { endOf, lanesOf, type RunRows } from '../../../../client/panel/timeline/lanes.ts';
import { drawnState } from '../../../../client/panel/timeline/pod-states.ts';
import type { PodRow } from '../../../../server/simulator/recording/recording.ts';

const nothing: RunRows = { jobs: [], pods: [], cronjobs: [], outcome: 'Complete', until: 0, podJobs: [] };
const pod = (t: number, event: PodRow['event'], STATUS: string, more: Partial<PodRow> = {}): PodRow => ({
  t,
  event,
  pod: 0,
  READY: '0/1',
  STATUS,
  RESTARTS: '0',
  ...more,
});

describe('lanesOf', () => {
  it('turns the rows of a pod into stretches of time, the last of which lasts to the end', () => {
    const pods = [pod(0, 'ADDED', 'Pending'), pod(1, 'MODIFIED', 'Running', { READY: '1/1' }), pod(11, 'MODIFIED', 'Completed')];
    expect(lanesOf({ ...nothing, pods }, 12)).toEqual([
      {
        key: 'Pod #0',
        kind: 'Pod',
        ordinal: 0,
        label: '#0',
        name: '#0',
        segments: [
          { from: 0, to: 1, state: 'waiting', status: 'Pending', more: '0/1', last: false },
          { from: 1, to: 11, state: 'running', status: 'Running', more: '1/1', last: false },
          { from: 11, to: 12, state: 'succeeded', status: 'Completed', more: '0/1', last: true },
        ],
      },
    ]);
  });

  it('joins rows that look the same, and ends at the deletion', () => {
    const pods = [pod(0, 'ADDED', 'Running'), pod(2, 'MODIFIED', 'Running'), pod(5, 'DELETED', 'Terminating')];
    const [lane] = lanesOf({ ...nothing, pods }, 9);
    expect(lane?.segments).toEqual([{ from: 0, to: 5, state: 'running', status: 'Running', more: '0/1', last: false }]);
    expect(lane?.deleted).toBe(5);
  });

  it('names pods by number and completion index, and tells restarts', () => {
    const pods = [pod(0, 'ADDED', 'Running', { pod: 3, index: '1', RESTARTS: '2 (6s ago)' })];
    const [lane] = lanesOf({ ...nothing, pods }, 9);
    expect(lane?.label).toBe('#3 [1]');
    expect(lane?.segments[0]?.more).toBe('0/1 ↻2');
  });

  it('gives every Job of a CronJob a lane of its own, before the pods', () => {
    const job = { t: 0, event: 'ADDED', STATUS: 'Running', COMPLETIONS: '0/1', DURATION: '', conditions: [] } as const;
    const jobs = [
      { ...job, NAME: 'a-1' },
      { ...job, NAME: 'a-2' },
    ];
    expect(lanesOf({ ...nothing, jobs, pods: [pod(0, 'ADDED', 'Running')] }, 9).map(({ label, name }) => [label, name])).toEqual([
      ['…-1', 'a-1'],
      ['…-2', 'a-2'],
      ['#0', '#0'],
    ]);
  });
});

describe('lanesOf a CronJob', () => {
  const job = { t: 0, event: 'ADDED', STATUS: 'Running', COMPLETIONS: '0/1', DURATION: '', conditions: [] } as const;
  const jobs = [
    { ...job, NAME: 'a-1' },
    { ...job, NAME: 'a-2' },
  ];
  const pods = [0, 1, 2].map((number) => pod(number, 'ADDED', 'Running', { pod: number }));

  it('puts the pods of each Job below it', () => {
    expect(lanesOf({ ...nothing, jobs, pods, podJobs: ['a-1', 'a-2', 'a-1'] }, 9).map(({ name, job: owner }) => [name, owner])).toEqual([
      ['a-1', undefined],
      ['#0', 'a-1'],
      ['#2', 'a-1'],
      ['a-2', undefined],
      ['#1', 'a-2'],
    ]);
  });

  it('keeps pods whose Job has no lane, at the end', () => {
    expect(lanesOf({ ...nothing, jobs, pods, podJobs: ['', 'a-2'] }, 9).map(({ name }) => name)).toEqual(['a-1', 'a-2', '#1', '#0', '#2']);
  });
});

describe('endOf', () => {
  it('is a little after the last change, or the whole time watched while the run goes on', () => {
    const pods = [pod(0, 'ADDED', 'Running'), pod(10, 'MODIFIED', 'Completed')];
    expect(endOf({ ...nothing, pods, until: 500, outcome: 'Complete' }, 0.2)).toBe(12.5);
    expect(endOf({ ...nothing, pods, until: 500, outcome: 'Running' }, 0.2)).toBe(500);
    expect(endOf({ ...nothing, outcome: 'Suspended' }, 0.2)).toBe(1);
  });
});

describe('drawnState', () => {
  it.each([
    ['Pending', 'waiting'],
    ['Init:0/2', 'waiting'],
    ['ContainerCreating', 'waiting'],
    ['Running', 'running'],
    ['FailureTarget', 'running'],
    ['Completed', 'succeeded'],
    ['Complete', 'succeeded'],
    ['Suspended', 'suspended'],
    ['Terminating', 'stopping'],
    ['CrashLoopBackOff', 'backing-off'],
    ['Init:CrashLoopBackOff', 'backing-off'],
    ['ImagePullBackOff', 'backing-off'],
    ['Error', 'failed'],
    ['OOMKilled', 'failed'],
    ['StartError', 'failed'],
    ['ExitStatus:3', 'failed'],
    ['Failed', 'failed'],
  ])('%s is drawn as %s', (status, state) => {
    expect(drawnState(status)).toBe(state);
  });

  it('knows every status that a real cluster showed', () => {
    const runs: { pods?: { STATUS: string }[] }[] = JSON.parse(readFileSync('test/simulations/job-runs.json', 'utf8'));
    const failures = new Set(
      runs.flatMap(({ pods = [] }) => pods.map(({ STATUS }) => STATUS)).filter((status) => drawnState(status) === 'failed'),
    );
    expect([...failures].sort()).toEqual(['ContainerStatusUnknown', 'Error']);
  });
});
