import { describe, expect, it } from 'vitest';
import { explainMark } from '../../../../client/panel/marks/mark-words.ts';
import { marksOf } from '../../../../client/panel/marks/marks.ts';
import type { Action } from '../../../../server/simulator/scenario/scenario.ts';
import { readScenario } from '../../../../server/simulator/scenario/scenario-reader.ts';
import { simulate } from '../../../../server/simulator/simulate.ts';
import { cronJobOf } from '../../../manifests.ts';
import { pictureOfJob } from '../picture/pictures.ts';

const suspend: Action = { at: 12, kind: 'patch', patch: { spec: { suspend: true } } };
const widen: Action = { at: 5, kind: 'patch', patch: { spec: { completions: 9 } } };

describe('what happens to a run', () => {
  it('is what somebody does, in order of time, with the reason where it is refused', () => {
    const { run } = pictureOfJob({});
    expect(marksOf(run, [suspend, widen], [{ t: 5, action: 1, text: 'field is immutable' }])).toEqual([
      { t: 5, kind: 'action', action: widen, refused: ['field is immutable'], dropped: [] },
      { t: 12, kind: 'action', action: suspend, refused: [], dropped: [] },
    ]);
  });

  it('is an edit that names a field that there is not, whose explanation says so', () => {
    const misspelt: Action = { at: 5, kind: 'patch', patch: { spec: { paralelism: 2 } } };
    const picture = pictureOfJob({}, { run: { for: 30 }, actions: [{ at: 5, patch: misspelt.patch }] });
    const [mark] = marksOf(picture.run, [misspelt], []);
    expect(mark && explainMark(mark, picture).lines).toEqual([
      'Accepted.',
      'Kubernetes knows no field spec.paralelism: the API server drops it, with a warning.',
    ]);
  });

  it('is refused by itself, though another action of its second is not', () => {
    const { run } = pictureOfJob({});
    const grow: Action = { ...widen, at: suspend.at };
    const marks = marksOf(run, [suspend, grow], [{ t: 12, action: 1, text: 'field is immutable' }]);
    expect(marks.map((mark) => mark.kind === 'action' && mark.refused)).toEqual([[], ['field is immutable']]);
  });

  it('is one mark for all pods that go with a node', () => {
    const scenario = { run: { for: '60s' }, cluster: { nodes: 2 }, actions: [{ at: 5, failNode: 'node-1' }] };
    const { run } = pictureOfJob({ completions: 4, parallelism: 4 }, scenario, {}, 600);
    const gone = marksOf(run, [], []).flatMap((mark) => (mark.kind === 'node-gone' ? [mark] : []));
    expect(gone.map(({ node, pods }) => [node, pods.length])).toEqual([['node-1', 2]]);
  });

  it('is a time of the schedule without a Job, with the field that had it skipped', () => {
    const { scenario } = Object.assign({ scenario: {} }, readScenario({ run: { for: 90 } }));
    const run = simulate(cronJobOf({ concurrencyPolicy: 'Forbid' }), scenario, { version: '1.37', until: 150 });
    const marks = marksOf(run, [], []);
    expect(marks).toEqual([{ t: 120.1, kind: 'forbidden', due: run.epoch + 120_000 }]);
    expect(marks.map((mark) => explainMark(mark, { run, clock: undefined }).path)).toEqual([['spec', 'concurrencyPolicy']]);
  });

  it('is kept back, not skipped, where the Job of that time starts when the other one has ended', () => {
    const { scenario } = Object.assign({ scenario: {} }, readScenario({ run: { for: 90 } }));
    const cronJob = cronJobOf({ schedule: '*/2 * * * *', concurrencyPolicy: 'Forbid' });
    const run = simulate(
      cronJob,
      { ...scenario, pods: [{ job: 0, ordinal: 0, run: [{ kind: 'run', for: 140, exit: 0 }] }] },
      { version: '1.37', until: 600 },
    );
    const kept = marksOf(run, [], []).map((mark) => [explainMark(mark, { run, clock: undefined }).title, 'startsLater' in mark]);
    expect(kept).toEqual([['4m · Kept back', true]]);
  });

  it('is nothing where all goes by itself', () => {
    expect(marksOf(pictureOfJob({ completions: 3 }).run, [], [])).toEqual([]);
  });
});
