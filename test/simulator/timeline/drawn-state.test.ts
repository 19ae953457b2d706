import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawnState } from '../../../server/simulator/timeline/drawn-state.ts';

describe('drawnState', () => {
  it.each([
    ['Pending', 'waiting'],
    ['Init:0/2', 'initialising'],
    ['PodInitializing', 'initialising'],
    ['ContainerCreating', 'starting'],
    ['Running', 'running'],
    ['FailureTarget', 'stopping'],
    ['SuccessCriteriaMet', 'stopping'],
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

  it.each([
    ['Running', '1/1', 'running'],
    ['Running', '1/2', 'not-ready'],
    ['NotReady', '0/1', 'not-ready'],
    ['Completed', '0/1', 'succeeded'],
    ['Error', '0/1', 'failed'],
  ])('%s with %s ready is drawn as %s', (status, ready, state) => {
    expect(drawnState(status, ready)).toBe(state);
  });

  it('knows every status that a real cluster showed', () => {
    const runs: { pods?: { STATUS: string }[] }[] = JSON.parse(readFileSync('test/simulations/job-runs.json', 'utf8'));
    const failures = new Set(
      runs.flatMap(({ pods = [] }) => pods.map(({ STATUS }) => STATUS)).filter((status) => drawnState(status) === 'failed'),
    );
    expect([...failures].sort()).toEqual(['ContainerStatusUnknown', 'Error']);
  });
});
