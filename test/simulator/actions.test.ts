import { expect, test } from 'vitest';
import { run } from './runs.ts';

const refusals = (actions: readonly object[], scenario: object = {}) =>
  run({ completions: 2 }, { run: { for: 10 }, ...scenario, actions }).actionResults.map(({ at, accepted, refusal = [] }) => ({
    at,
    accepted,
    why: refusal.map(({ code, args }) => ({ code, args })),
  }));

test('what is done to a pod that does not exist yet is refused, and so is what is done to one that is gone', () => {
  expect(refusals([{ at: 5, deletePod: 4 }])).toEqual([
    { at: 5, accepted: false, why: [{ code: 'action-pod-to-come', args: { pod: 4, count: 1 } }] },
  ]);
  const twice = [
    { at: 2, deletePod: 0 },
    { at: 8, evictPod: 0 },
  ];
  expect(refusals(twice, { stop: { after: 0 } })).toEqual([
    { at: 8, accepted: false, why: [{ code: 'action-pod-gone', args: { pod: 0 } }] },
  ]);
});

test('a container that does not run, or that is none of the pod, cannot be killed', () => {
  expect(refusals([{ at: 15, killContainer: 0 }])).toMatchObject([
    { accepted: false, why: [{ code: 'action-container-idle', args: { container: 'main', pod: 0 } }] },
  ]);
  expect(refusals([{ at: 5, killContainer: 0, container: 'proxy' }])).toMatchObject([
    { why: [{ code: 'action-container-idle', args: { container: 'proxy' } }] },
  ]);
  expect(refusals([{ at: 5, killContainer: 0 }])).toEqual([]);
});

test('of two actions at a second each has its own result', () => {
  const actions = [
    { at: 5, deletePod: 4 },
    { at: 5, patch: { spec: { parallelism: 2 } } },
    { at: 5, patch: { spec: { completions: 9 } } },
  ];
  const { actionResults } = run({ completions: 2 }, { run: { for: 10 }, actions });
  expect(actionResults.map(({ action, accepted }) => [action, accepted])).toEqual([
    [1, true],
    [2, false],
    [0, false],
  ]);
});

test('an object can be deleted once', () => {
  expect(
    refusals([
      { at: 5, delete: 'Background' },
      { at: 9, delete: 'Background' },
    ]),
  ).toMatchObject([{ at: 9, accepted: false, why: [{ code: 'edited-object-gone' }] }]);
});
