import { expect, test } from 'vitest';
import { afterCrashes } from '../../../client/server/crashes.ts';

test('a server that ends is started again; one that goes on ending is given up, once', async () => {
  let [now, givenUp] = [0, 0];
  const { closed } = afterCrashes(
    () => givenUp++,
    () => now,
  );
  const end = async (seconds: number) => {
    now += seconds * 1000;
    return [(await closed()).action, givenUp];
  };
  expect([await end(0), await end(10), await end(10), await end(10)]).toEqual([
    [2, 0],
    [2, 0],
    [2, 0],
    [1, 1],
  ]);
  expect(await end(1)).toEqual([2, 1]);
  expect([await end(100), await end(100), await end(100)].map(([action]) => action)).toEqual([2, 2, 2]);
});
