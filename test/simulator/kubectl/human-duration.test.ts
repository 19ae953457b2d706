import { expect, test } from 'vitest';
import { humanDuration } from '../../../server/simulator/kubectl/human-duration.ts';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

test.each([
  [-2, '<invalid>'],
  [-1, '0s'],
  [0.9, '0s'],
  [119, '119s'],
  [2 * minute, '2m'],
  [9 * minute + 59, '9m59s'],
  [10 * minute + 59, '10m'],
  [179 * minute, '179m'],
  [3 * hour, '3h'],
  [7 * hour + 59 * minute, '7h59m'],
  [47 * hour + 59 * minute, '47h'],
  [2 * day, '2d'],
  [7 * day + 23 * hour, '7d23h'],
  [8 * day + 5 * hour, '8d'],
  [729 * day, '729d'],
  [2 * 365 * day, '2y'],
  [3 * 365 * day + 9 * day, '3y9d'],
  [8 * 365 * day + 200 * day, '8y'],
])('%d s are %s', (seconds, text) => {
  expect(humanDuration(seconds)).toBe(text);
});
