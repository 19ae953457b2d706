import { describe, expect, test } from 'vitest';
import { run, statuses, type WatchedRun } from '../runs.ts';

const deleted = ({ pods }: WatchedRun) => pods.filter(({ STATUS }) => STATUS === 'Terminating').map(({ index, pod }) => index ?? pod);
const created = ({ pods }: WatchedRun) => pods.filter(({ event }) => event === 'ADDED').map(({ t, index, pod }) => `${t}: ${index ?? pod}`);

describe('which pods go when there are too many', () => {
  const indexed = { completions: 4, parallelism: 4, completionMode: 'Indexed' };
  const fewer = (parallelism: number) => [{ at: 30, patch: { spec: { parallelism } } }];

  test('of those that got equally far, the lowest indexes', () => {
    expect(deleted(run(indexed, { run: { for: 60 }, actions: fewer(2) }))).toEqual(['0', '1']);
  });

  test('a pod that was ready for a shorter time goes first', () => {
    const scenario = { run: { for: 60 }, pods: [{ index: 2, attempt: 0, run: { for: 2, exit: 1 } }], actions: fewer(3) };
    expect(deleted(run(indexed, scenario))).toEqual(['2']);
  });

  test('a pod that is not ready goes before those that are', () => {
    const scenario = { run: { for: 60 }, pods: [{ index: 3, start: 50 }], actions: fewer(3) };
    expect(deleted(run(indexed, scenario))).toEqual(['3']);
  });

  test('indexes that the Job lost go in any case', () => {
    const actions = [{ at: 5, patch: { spec: { completions: 2, parallelism: 2 } } }];
    expect(deleted(run(indexed, { run: { for: 60 }, actions }))).toEqual(['2', '3']);
  });
});

describe('when a new pod is created', () => {
  test('failures together count one by one: two of them wait 20 s', () => {
    const scenario = { run: { for: 60 }, pods: [0, 1].map((ordinal) => ({ ordinal, run: { for: 2, exit: 1 } })) };
    expect(created(run({ completions: 3, parallelism: 3 }, scenario)).slice(3)).toEqual(['23: 3', '23: 4']);
  });

  test('with a limit per index each index waits for itself', () => {
    const scenario = { run: { for: 60 }, pods: [0, 1].map((index) => ({ index, attempt: 0, run: { for: 2, exit: 1 } })) };
    const spec = { completions: 3, parallelism: 3, completionMode: 'Indexed', backoffLimitPerIndex: 1 };
    expect(created(run(spec, scenario)).slice(3)).toEqual(['13: 0', '13: 1']);
  });

  test('podReplacementPolicy Failed: not before the old one has ended', () => {
    const scenario = { run: { for: 60 }, stop: { after: 8 }, actions: [{ at: 4, deletePod: 0 }] };
    expect(created(run({ podReplacementPolicy: 'TerminatingOrFailed' }, scenario))).toEqual(['0: 0', '14: 1']);
    expect(created(run({ podReplacementPolicy: 'Failed' }, scenario))).toEqual(['0: 0', '22: 1']);
  });
});

describe('how a Job ends', () => {
  test('FailJob beats everything, and its pods are stopped', () => {
    const rules = [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [42] } }];
    const scenario = { run: { for: 30 }, stop: { after: 3 }, pods: [{ ordinal: 0, run: { for: 2, exit: 42 } }] };
    const result = run({ completions: 2, parallelism: 2, podFailurePolicy: { rules } }, scenario);
    expect(statuses(result)).toBe('0 Running 0/2 > 4 FailureTarget 0/2 > 8 Failed 0/2');
    expect(result.final?.conditions?.at(-1)?.message).toMatch(
      /^Container main for pod default\/hello-\w{5} failed with exit code 42 matching FailJob rule at index 0$/,
    );
  });

  test('no sync creates more than 500 pods', () => {
    const result = run({ completions: 600, parallelism: 600 }, { run: { for: 10 } });
    expect(created(result).filter((pod) => pod.startsWith('0: '))).toHaveLength(500);
    expect(statuses(result)).toBe('0 Running 0/600 > 12 Running 500/600 > 13 SuccessCriteriaMet 500/600 > 13 Complete 600/600');
  });

  test('nor counts more than 500: the Job ends one sync later', () => {
    const result = run({ completions: 500, parallelism: 500 }, { run: { for: 10 } });
    expect(statuses(result)).toBe('0 Running 0/500 > 12 SuccessCriteriaMet 0/500 > 12 SuccessCriteriaMet 500/500 > 13 Complete 500/500');
  });
});
