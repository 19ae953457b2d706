import { expect, test } from 'vitest';
import { lineChanges } from '../../../server/language/writing/line-changes.ts';
import { replaced } from '../../../server/manifest/faults/text-map.ts';

test.each([
  ['a: 1\nb: 2\nc: 3\n', 'a: 1\nb: 4\nc: 5\n', ['2', '3']],
  ['a: 1\nb: 2\n', 'b: 2\n', ['a: 1\n']],
  ['a: 1\nb: 2\n', 'a: 1\nx: 0\ny: 0\nb: 2\n', ['']],
  ['a: "3"\nb: -1\n', 'a: 3\n\nb: 0\n', ['"3"\nb: -1']],
])('%j becomes %j in these places', (before, after, places) => {
  const changes = lineChanges(before, after);
  expect(replaced(before, changes)).toBe(after);
  expect(changes.map(({ start, end }) => before.slice(start, end))).toEqual(places);
});
