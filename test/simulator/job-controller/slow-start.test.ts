import { expect, test } from 'vitest';
import { slowStart } from '../../../server/simulator/job-controller/slow-start.ts';

test.each([
  [0, []],
  [1, [1]],
  [5, [1, 2, 2]],
  [20, [1, 2, 4, 8, 5]],
])('%i pods are created in batches of %j', (count, sizes) => {
  const items = Array.from({ length: count }, (_, place) => place);
  const batches = slowStart(items);
  expect(batches.map((batch) => batch.length)).toEqual(sizes);
  expect(batches.flat()).toEqual(items);
});
