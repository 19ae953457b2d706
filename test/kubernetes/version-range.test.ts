import { expect, test } from 'vitest';
import { readVersionRange } from '../../server/kubernetes/version-range.ts';

test.each([
  ['1.34', ['1.34']],
  ['v1.34.2', ['1.34']],
  ['1.35-1.37', ['1.35', '1.36', '1.37']],
  ['1.36 - 1.37', ['1.36', '1.37']],
  ['1.36-1.36', ['1.36']],
  ['1.37-1.36', undefined],
  ['1.28-1.30', undefined],
  ['1.3', undefined],
  ['1.36-', undefined],
  ['', undefined],
  ['1.35-1.36-1.37', undefined],
])('%s', (text, versions) => {
  expect(readVersionRange(text)).toEqual(versions);
});
