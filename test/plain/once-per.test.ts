import { expect, test } from 'vitest';
import { oncePer } from '../../server/plain/once-per.ts';

test('what follows from a key is computed once, whatever subject has it', () => {
  const asked: string[] = [];
  const shout = oncePer(
    (subject: { readonly key: object; readonly name: string }) => subject.key,
    ({ name }) => {
      asked.push(name);
      return name.toUpperCase();
    },
  );
  const key = {};
  expect([shout({ key, name: 'a' }), shout({ key, name: 'b' }), shout({ key: {}, name: 'c' })]).toEqual(['A', 'A', 'C']);
  expect(asked).toEqual(['a', 'c']);
});
