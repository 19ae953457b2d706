import { describe, expect, test } from 'vitest';
import { differences } from '../../../../client/panel/what-if/difference.ts';
import { podMeant, restartsInPlace } from '../../../../client/panel/what-if/pod-meant.ts';
import type { JobSpec, PodSpec } from '../../../../server/kubernetes/generated/types.ts';
import { readScenario } from '../../../../server/simulator/scenario/scenario-reader.ts';
import { simulate } from '../../../../server/simulator/simulate.ts';
import { applyEdits } from '../../../../server/simulator/what-if/apply-edits.ts';
import type { WhatIfEdit } from '../../../../server/simulator/what-if/what-if-edit.ts';
import { jobOf } from '../../../manifests.ts';

function runOf(spec: JobSpec, edits: readonly WhatIfEdit[] = [], pod: PodSpec = {}) {
  const reading = readScenario(applyEdits({ kubelet: { notice: 0 } }, edits));
  if ('findings' in reading) throw new Error('the scenario cannot be read');
  return simulate(jobOf(spec, pod), reading.scenario, { version: '1.37' });
}

const fails = (pod: { ordinal: number } | { index: number; attempt: number }): WhatIfEdit => ({ kind: 'pod', pod, change: { exit: 1 } });

describe('a run compared with another says', () => {
  const before = runOf({ completions: 2 }).summary;
  test.each<readonly [string, JobSpec, readonly WhatIfEdit[], readonly string[]]>([
    ['nothing where they came out alike', { completions: 2 }, [], []],
    ['the time', { completions: 2 }, [{ kind: 'run-time', seconds: 30 }], ['+40s']],
    ['that it is faster', { completions: 2 }, [{ kind: 'run-time', seconds: 5 }], ['−10s']],
    ['more pods', { completions: 2 }, [fails({ ordinal: 0 })], ['+21s', '+1 pod']],
    ['that it fails', { completions: 2, backoffLimit: 0 }, [fails({ ordinal: 0 })], ['−12s', '−1 pod', 'now fails']],
  ])('%s', (_, spec, edits, words) => {
    expect(differences(before, runOf(spec, edits).summary)).toEqual(words);
  });
});

describe('a pod that is pointed at is meant', () => {
  test('by its order, where no index tells it', () => {
    expect([0, 1, 5].map((pod) => podMeant(runOf({ completions: 2 }), pod))).toEqual([{ ordinal: 0 }, { ordinal: 1 }, undefined]);
  });
  test('by index and attempt, so that the same edit makes the same pod fail', () => {
    const indexed: JobSpec = { completions: 2, parallelism: 2, completionMode: 'Indexed', backoffLimit: 3 };
    const first = fails({ index: 1, attempt: 0 });
    const run = runOf(indexed, [first]);
    expect([0, 1, 2].map((pod) => podMeant(run, pod))).toEqual([
      { index: 0, attempt: 0 },
      { index: 1, attempt: 0 },
      { index: 1, attempt: 1 },
    ]);
    expect(runOf(indexed, [first, fails({ index: 1, attempt: 1 })]).summary.podsFailed).toBe(2);
  });
  test('with restarts in place, where the policy says so', () => {
    expect([restartsInPlace(runOf({})), restartsInPlace(runOf({}, [], { restartPolicy: 'OnFailure' }))]).toEqual([false, true]);
  });
});
