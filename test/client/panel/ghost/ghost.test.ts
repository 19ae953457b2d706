import { expect, test } from 'vitest';
import { ghostOf, jobOtherwise, podsOtherwise } from '../../../../client/panel/ghost/ghost.ts';
import { pictureOf } from '../../../../client/panel/picture/picture.ts';
import { podLives } from '../../../../client/panel/picture/pod-lives.ts';
import { type JobLine, jobLines } from '../../../../client/panel/picture/segments.ts';
import type { Run } from '../../../../server/simulator/run/run.ts';
import { simulate } from '../../../../server/simulator/simulate.ts';
import { jobOf } from '../../../manifests.ts';

const runOf = (completions: number, seconds: number) =>
  simulate(jobOf({ completions }), { kubelet: { notice: 0 }, run: [{ kind: 'run', for: seconds, exit: 0 }] }, { version: '1.37' });

function jobOf0(run: Run): JobLine {
  const [job] = jobLines(run, 1000);
  if (!job) throw new Error('there is no Job');
  return job;
}

test('what came and ended as it does now has no outline, what was otherwise has that of then', () => {
  const before = ghostOf(pictureOf(runOf(2, 10)));
  const now = runOf(2, 20);
  expect(podsOtherwise(before, podLives(runOf(2, 10)), [0, 1])).toEqual([]);
  expect(podsOtherwise(before, podLives(now), [0])).toEqual([{ from: 0, to: 11 }]);
  expect(jobOtherwise(before, jobOf0(now))).toEqual({ from: 0, to: 24 });
  expect(jobOtherwise(before, jobOf0(runOf(2, 10)))).toBeUndefined();
});

test('a pod that was not there before has none, and one that is there no more has its own', () => {
  const few = runOf(1, 10);
  const many = runOf(2, 10);
  expect(podsOtherwise(ghostOf(pictureOf(few)), podLives(many), [1])).toEqual([]);
  expect(podsOtherwise(ghostOf(pictureOf(many)), podLives(few), [1])).toHaveLength(1);
});
