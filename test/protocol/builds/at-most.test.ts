import { expect, test } from 'vitest';
import { atMost } from '../../../server/protocol/builds/at-most.ts';

test('tasks begin in their order, no more than that many at once, and one that fails makes room, too', async () => {
  const told: string[] = [];
  const ends = new Map<string, (fails: boolean) => void>();
  const inTurn = atMost(2);
  const begin = (name: string) =>
    inTurn(
      () =>
        new Promise((resolve, reject) => {
          told.push(name);
          ends.set(name, (fails) => (fails ? reject(new Error(name)) : resolve()));
        }),
    );
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const [a, b, c] = ['a', 'b', 'c'].map(begin);
  await settled();
  expect(told).toEqual(['a', 'b']);
  ends.get('a')?.(true);
  await expect(a).rejects.toThrow('a');
  await settled();
  expect(told).toEqual(['a', 'b', 'c']);
  ends.get('b')?.(false);
  ends.get('c')?.(false);
  await Promise.all([b, c]);
});
