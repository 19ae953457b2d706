import { expect, test } from 'vitest';
import { run, statuses } from '../runs.ts';

test('ttlSecondsAfterFinished counts from the end, also when it is edited later', () => {
  const finished = '0 Running 0/1 > 4 SuccessCriteriaMet 0/1 > 4 Complete 1/1';
  expect(statuses(run({ ttlSecondsAfterFinished: 30 }, { run: { for: 2 } }))).toBe(`${finished} > 34 gone`);
  const edited = run(
    { ttlSecondsAfterFinished: 100 },
    { run: { for: 2 }, actions: [{ at: 8, patch: { spec: { ttlSecondsAfterFinished: 3 } } }] },
  );
  expect(statuses(edited)).toBe(`${finished} > 8 gone`);
});
