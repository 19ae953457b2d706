import { expect, test } from 'vitest';
import { hasContent } from '../../server/plain/record.ts';

test('a list or object has content where something is in it', () => {
  expect([[1], { a: null }, [], {}, null, 'a', undefined].map(hasContent)).toEqual([true, true, false, false, false, false, false]);
});
