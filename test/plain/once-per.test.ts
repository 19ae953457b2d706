import { describe, expect, test } from 'vitest';
import { onceIn, oncePer, oncePerText } from '../../server/plain/once-per.ts';

describe.each([
  ['oncePer', oncePer],
  ['onceIn', onceIn],
])('%s', (_, once) => {
  test('what follows from a key is computed once, whatever subject has it', () => {
    const asked: string[] = [];
    const shout = once(
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
});

test('what is kept in a key is seen by nobody else, and is not taken along by a copy', () => {
  const lengthOf = onceIn(
    (key: { readonly text: string }) => key,
    ({ text }) => text.length,
  );
  const key = { text: 'four' };
  expect(lengthOf(key)).toBe(4);
  expect(Reflect.ownKeys(key)).toEqual(['text']);
  expect(lengthOf({ ...key, text: 'seven' })).toBe(5);
  const twice = onceIn(
    (one: { readonly text: string }) => one,
    ({ text }) => text.repeat(2),
  );
  expect([twice(key), lengthOf(key)]).toEqual(['fourfour', 4]);
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
