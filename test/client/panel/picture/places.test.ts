import { describe, expect, it } from 'vitest';
import { placesOf } from '../../../../client/panel/picture/places.ts';
import { pictureOfJob } from './pictures.ts';

const pods = (picture: ReturnType<typeof pictureOfJob>) => picture.places.map((place) => place.pods);

describe('the lines of pods', () => {
  it('has all attempts of an index on one line, in the order of the indexes', () => {
    const picture = pictureOfJob(
      { completions: 3, parallelism: 3, completionMode: 'Indexed', backoffLimitPerIndex: 3 },
      { pods: [{ index: 1, run: { exit: 1, for: '1s' } }] },
    );
    expect(picture.places.map(({ index, pods: those }) => [index, those.length])).toEqual([
      [0, 1],
      [1, 4],
      [2, 1],
    ]);
  });

  it('has a pod that is there instead of a failed one on its line', () => {
    const scenario = { run: { for: '30s' }, pods: [{ ordinal: 1, run: { exit: 1, for: '5s' } }] };
    expect(pods(pictureOfJob({ completions: 3, parallelism: 3 }, scenario))).toEqual([[0], [1, 3], [2]]);
  });

  it('has the first pod after a failure there, though other lines are free as well', () => {
    const scenario = { run: { for: '8s' }, pods: [{ ordinal: 1, run: { exit: 1, for: '5s' } }] };
    expect(pods(pictureOfJob({ completions: 4, parallelism: 2 }, scenario)).slice(0, 2)).toEqual([
      [0, 3, 4],
      [1, 2],
    ]);
  });

  it('has as many lines as pods ran at once', () => {
    const picture = pictureOfJob({ completions: 20, parallelism: 4 });
    expect(picture.places).toHaveLength(4);
    expect(
      pods(picture)
        .flat()
        .sort((a, b) => a - b),
    ).toEqual(Array.from({ length: 20 }, (_, pod) => pod));
    for (const line of pods(picture)) {
      for (const [at, pod] of line.slice(1).entries())
        expect(picture.lives.created[pod]).toBeGreaterThanOrEqual(picture.lives.ended[line[at] ?? 0] ?? 0);
    }
  });

  it('has none without pods', () => {
    expect(placesOf(pictureOfJob({ suspend: true }).lives)).toEqual([]);
  });
});
