import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../../client/panel/marks/marks.ts';
import type { Action } from '../../../../server/simulator/scenario/scenario.ts';
import { pictureOfJob } from '../picture/pictures.ts';

const suspend: Action = { at: 12, kind: 'patch', patch: { spec: { suspend: true } } };
const widen: Action = { at: 5, kind: 'patch', patch: { spec: { completions: 9 } } };

describe('what happens to a run', () => {
  it('is what somebody does, in order of time, with the reason where it is refused', () => {
    const { run } = pictureOfJob({});
    expect(marksOf(run, [suspend, widen], [{ t: 5, text: 'field is immutable' }])).toEqual([
      { t: 5, kind: 'action', action: widen, refused: ['field is immutable'] },
      { t: 12, kind: 'action', action: suspend, refused: [] },
    ]);
  });

  it('is one mark for all pods that go with a node', () => {
    const scenario = { run: { for: '60s' }, cluster: { nodes: 2 }, actions: [{ at: 5, failNode: 'node-1' }] };
    const { run } = pictureOfJob({ completions: 4, parallelism: 4 }, scenario, {}, 600);
    const gone = marksOf(run, [], []).flatMap((mark) => (mark.kind === 'node-gone' ? [mark] : []));
    expect(gone.map(({ node, pods }) => [node, pods.length])).toEqual([['node-1', 2]]);
  });

  it('is nothing where all goes by itself', () => {
    expect(marksOf(pictureOfJob({ completions: 3 }).run, [], [])).toEqual([]);
  });
});
