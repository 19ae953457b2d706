import { describe, expect, it } from 'vitest';
import type { Picture } from '../../../../client/panel/picture/picture.ts';
import type { Filter } from '../../../../client/panel/picture/rows.ts';
import { type Row, rowOf, rowsOf } from '../../../../client/panel/picture/rows.ts';
import { pictureOfJob } from './pictures.ts';

const rows = ({ jobs, places, lives }: Picture, filter: Filter = 'all', second = 0, toggled: readonly string[] = []) =>
  rowsOf(jobs, places, lives, false, { filter, second, toggled });
const kinds = (those: readonly Row[]) => those.map(({ kind }) => kind);
const indexed = (completions: number) => ({ completions, parallelism: completions, completionMode: 'Indexed' });

describe('the lines from top to bottom', () => {
  it('is one for each place, up to forty', () => {
    expect(rows(pictureOfJob(indexed(40)))).toHaveLength(40);
    expect(new Set(kinds(rows(pictureOfJob(indexed(40)))))).toEqual(new Set(['place']));
  });

  it('groups more of them by ranges, which unfold', () => {
    const picture = pictureOfJob(indexed(41));
    const folded = rows(picture);
    expect(kinds(folded)).toEqual(['group', 'group', 'group', 'group', 'group']);
    const second = folded[1];
    const unfolded = rows(picture, 'all', 0, [second?.key ?? '']);
    expect(kinds(unfolded).filter((kind) => kind === 'place')).toHaveLength(10);
    expect(kinds(unfolded).slice(0, 3)).toEqual(['group', 'group', 'place']);
  });

  it('never has more than forty groups', () => {
    expect(rows(pictureOfJob(indexed(3000))).length).toBeLessThanOrEqual(40);
  });

  it('shows those with a failure alone, or those that run at the playhead', () => {
    const picture = pictureOfJob(indexed(50), { run: { for: '5s' }, pods: [{ index: 7, attempt: 0, run: { exit: 1 } }] });
    expect(rows(picture, 'failed')).toMatchObject([{ kind: 'place', place: { index: 7 } }]);
    expect(rows(picture, 'running', 1)).toHaveLength(50);
    expect(rows(picture, 'running', picture.finish - 3)).toMatchObject([{ kind: 'place', place: { index: 7 } }]);
  });

  it('finds the line of a pod, or of the group that it is folded into', () => {
    const picture = pictureOfJob(indexed(50));
    expect(rowOf(rows(picture), 23)).toBe(2);
    expect(rowOf(rows(pictureOfJob(indexed(5))), 3)).toBe(3);
    expect(rowOf(rows(picture), 99)).toBeUndefined();
  });
});
