import { describe, expect, it } from 'vitest';
import { waitsOf } from '../../../server/simulator/run/waits-of.ts';
import { pictureOfJob } from '../../client/panel/picture/pictures.ts';

const waits = (...args: Parameters<typeof pictureOfJob>) => waitsOf(pictureOfJob(...args).run).map((wait) => `${wait.for} ${wait.whole}`);

describe('waits after failures', () => {
  it('is one for each back-off, doubled each time', () => {
    expect(waits({ backoffLimit: 4 }, { run: { exit: 1, for: '1s' } })).toEqual(['pod 10', 'pod 20', 'pod 40', 'pod 80']);
  });

  it('is one for each try of an index', () => {
    const spec = { completions: 2, parallelism: 2, completionMode: 'Indexed', backoffLimitPerIndex: 2 };
    expect(waits(spec, { pods: [{ index: 1, run: { exit: 1, for: '1s' } }] })).toEqual(['index 10', 'index 20']);
  });

  it('is one for each restart in place that waits', () => {
    const pod = { restartPolicy: 'OnFailure' };
    expect(waits({ backoffLimit: 3 }, { run: { exit: 1, for: '1s' } }, pod)).toEqual(['restart 10', 'restart 20']);
  });

  it('is none where nothing fails', () => {
    expect(waits({ completions: 5, parallelism: 2 })).toEqual([]);
  });
});
