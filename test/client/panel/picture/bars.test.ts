import { describe, expect, it } from 'vitest';
import { type Bar, barsOf } from '../../../../client/panel/picture/bars.ts';
import type { Picture } from '../../../../client/panel/picture/picture.ts';
import { pictureOfJob } from './pictures.ts';

function bars({ run, lives, places, waits, end }: Picture, width = 1000, view = { from: 0, to: end }): readonly Bar[] {
  const [place] = places;
  return place ? barsOf(place, { run, lives, waits, view, width, end }) : [];
}
const line = (drawn: readonly Bar[]) =>
  drawn.map((bar) => {
    if (bar.kind === 'many') return `${bar.count} pods, ${bar.failed} failed`;
    if (bar.kind === 'wait') return `wait ${bar.wait.whole} ${bar.failure?.status} ${bar.failure?.exitCode}`;
    return `#${bar.pod} ${bar.segment.status} ${bar.segment.exitCode ?? ''}`.trim();
  });

describe('what is drawn on a line', () => {
  it('has the back-off between two tries, as long as it is, with the failure that it comes from', () => {
    const picture = pictureOfJob({ backoffLimit: 2 }, { run: { exit: 3, for: '2s' } });
    expect(line(bars(picture))).toEqual([
      '#0 ContainerCreating',
      '#0 Running',
      'wait 10 Error 3',
      '#1 ContainerCreating',
      '#1 Running',
      'wait 20 Error 3',
      '#2 ContainerCreating',
      '#2 Running',
      '#2 Error 3',
    ]);
  });

  it('draws pods together that are too short to be told apart', () => {
    const picture = pictureOfJob({ completions: 200, parallelism: 1 }, { run: { for: '10s' }, pods: [{ ordinal: 3, run: { exit: 1 } }] });
    const drawn = bars(picture, 300);
    expect(drawn.length).toBeLessThan(45);
    const many = drawn.flatMap((bar) => (bar.kind === 'many' ? [bar] : []));
    const counted =
      many.reduce((sum, { count }) => sum + count, 0) + new Set(drawn.flatMap((bar) => (bar.kind === 'state' ? [bar.pod] : []))).size;
    expect(counted).toBe(picture.lives.count);
    expect(many.reduce((sum, { failed }) => sum + failed, 0)).toBe(1);
  });

  it('draws only what is in sight', () => {
    const picture = pictureOfJob({ completions: 5, parallelism: 1 });
    const view = { from: 0, to: 5 };
    expect(bars(picture, 1000, view).every((bar) => bar.kind === 'state' && bar.pod === 0)).toBe(true);
  });
});
