import { expect, test } from 'vitest';
import { byteLength } from '../../../server/kubernetes/names/byte-length.ts';

test('the length of a text is that of its bytes', () => {
  expect(['', 'a', 'é', '가', '😀', '\ud800'].map(byteLength)).toEqual([0, 1, 2, 3, 4, 3]);
});
