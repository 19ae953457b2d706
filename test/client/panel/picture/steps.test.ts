import { describe, expect, it } from 'vitest';
import { changeBefore, nextChange, nextFailure } from '../../../../client/panel/picture/steps.ts';
import { at } from '../../../../server/simulator/run/at.ts';
import { pictureOfJob } from './pictures.ts';

const picture = pictureOfJob({ completions: 3, parallelism: 2 }, { pods: [{ ordinal: 1, run: { exit: 1, for: '4s' } }] });

describe('from change to change', () => {
  it('goes through the whole run, forward and back again', () => {
    const forward: number[] = [];
    for (let t = nextChange(picture.run, 0); t !== undefined; t = nextChange(picture.run, t)) forward.push(t);
    expect(forward.length).toBeGreaterThan(5);
    expect(forward).toEqual([...new Set(forward)].sort((a, b) => a - b));
    expect(forward.at(-1)).toBe(picture.finish);
    const back: number[] = [];
    for (let t = changeBefore(picture.run, picture.finish + 1); t !== undefined && t > 0; t = changeBefore(picture.run, t)) back.unshift(t);
    expect(back.filter((t) => t > 0.1)).toEqual(forward.filter((t) => t > 0.1));
  });

  it('shows the change at the second that it names', () => {
    const failure = nextFailure(picture.lives, 0);
    expect(failure?.pod).toBe(1);
    expect(at(picture.run, failure?.t).pods.some(({ STATUS }) => STATUS === 'Error')).toBe(true);
  });

  it('goes to the first failure after the last', () => {
    expect(nextFailure(picture.lives, 1000)).toEqual(nextFailure(picture.lives, 0));
    expect(nextFailure(pictureOfJob({}).lives, 0)).toBeUndefined();
  });
});
