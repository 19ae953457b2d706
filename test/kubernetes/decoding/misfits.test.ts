import { expect, test } from 'vitest';
import { misfitsOf } from '../../../server/kubernetes/decoding/misfits.ts';

const error = (instancePath: string) => ({ instancePath });

test('what has the wrong type is found step by step, keys unescaped and items by their numbers', () => {
  const misfits = misfitsOf([error('/spec/list/0'), error('/spec/a~1b/~0~1')]);
  const at = (...steps: readonly string[]) =>
    steps.reduce<typeof misfits | undefined>((one, step) => one?.inside.get(step), misfits)?.itself;
  expect(at('spec', 'list', '0')).toBe(true);
  expect(at('spec', 'a/b', '~/')).toBe(true);
  expect([at(), at('spec'), at('spec', 'list')]).toEqual([false, false, false]);
  expect(at('spec', 'list', '1')).toBe(undefined);
  expect(misfitsOf([error('')]).itself).toBe(true);
});
