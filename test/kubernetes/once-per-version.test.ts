import { expect, test } from 'vitest';
import { oncePerVersion } from '../../server/kubernetes/once-per-version.ts';

test('what follows from a key and a version is computed once for each of both', () => {
  let computed = 0;
  const pair = oncePerVersion((key: { readonly name: string }, version) => {
    computed += 1;
    return `${key.name} ${version}`;
  });
  const [a, b] = [{ name: 'a' }, { name: 'b' }];
  expect([pair(a, '1.37'), pair(a, '1.29'), pair(b, '1.37'), pair(a, '1.37')]).toEqual(['a 1.37', 'a 1.29', 'b 1.37', 'a 1.37']);
  expect(computed).toBe(3);
});
