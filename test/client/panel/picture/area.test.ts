import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOf, stepPath } from '../../../../client/panel/picture/area.ts';
import { runs } from '../../../property-runs.ts';
import { pictureOfJob } from './pictures.ts';

const scenario = { run: { for: '10s' }, start: 0, pods: [{ ordinal: 2, run: { exit: 1, for: '4s' } }] };
const picture = pictureOfJob({ completions: 8, parallelism: 4 }, scenario);

describe('the shape of a run', () => {
  it('tells how many ran, had succeeded and had failed', () => {
    const { running, succeeded, failed, mostRunning, mostEnded } = areaOf(
      picture.lives,
      picture.lives.created.keys(),
      { from: 0, to: picture.end },
      60,
    );
    expect(mostRunning).toBe(4);
    expect(mostEnded).toBe(9);
    expect([running.at(-1), succeeded.at(-1), failed.at(-1)]).toEqual([0, 8, 1]);
    expect([running[0], succeeded[0], failed[0]]).toEqual([4, 0, 0]);
  });

  it('never counts more pods than there are, in whatever part of the run', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 200 }),
        (from, wide, bins) => {
          const view = { from: from * picture.end, to: (from + wide) * picture.end };
          const { running, succeeded, failed } = areaOf(picture.lives, picture.lives.created.keys(), view, bins);
          for (let at = 0; at < bins; at++) {
            const counts = [running[at] ?? -1, succeeded[at] ?? -1, failed[at] ?? -1];
            expect(Math.min(...counts)).toBeGreaterThanOrEqual(0);
            expect((succeeded[at] ?? 0) + (failed[at] ?? 0)).toBeLessThanOrEqual(picture.lives.count);
          }
        },
      ),
      runs(),
    );
  });

  it('tells the most that ran at a time: waves of a large Job are one plateau, whatever falls into a stretch', () => {
    const waves = pictureOfJob({ completions: 400, parallelism: 10 }, {});
    const { running } = areaOf(waves.lives, waves.lives.created.keys(), { from: 0, to: waves.end }, 30);
    expect([...new Set(running.subarray(0, 25))]).toEqual([10]);
  });

  it('is drawn as steps upon what lies below', () => {
    expect(stepPath(new Float64Array([1, 2]), [new Float64Array([1, 0])], 2)).toBe('M0 0.5V0H2V1H1V0.5H0Z');
    expect(stepPath(new Float64Array([0, 1, 1]), [], 4)).toBe('M0 1V1H1V0.75H3V1H0Z');
  });
});
