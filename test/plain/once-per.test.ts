import { expect, test } from 'vitest';
import { oncePer, oncePerText } from '../../server/plain/once-per.ts';

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

test('what follows from a text is computed once while the text is among the last', () => {
  let computed = 0;
  const lengthOf = oncePerText(2, (text) => {
    computed += 1;
    return text.length;
  });
  expect(['one', 'three', 'one', 'eleven', 'one'].map(lengthOf)).toEqual([3, 5, 3, 6, 3]);
  expect(computed).toBe(3);
  expect(lengthOf('three')).toBe(5);
  expect(computed).toBe(4);
});
