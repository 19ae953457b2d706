import { expect, test } from 'vitest';
import { fieldsOf, trimPlainSpaces, trimSpaces } from '../../../server/kubernetes/values/go-spaces.ts';

test('spaces at the ends are left out, those within stay', () => {
  expect(trimSpaces('\t\u00a0\u2028 a  b\u3000\n')).toBe('a  b');
  expect(trimSpaces(' \n')).toBe('');
});

test('U+FEFF and U+200B are no spaces for Go', () => {
  expect(trimSpaces('\ufeffa\u200b')).toBe('\ufeffa\u200b');
});

test('what JSON escapes is not trimmed', () => {
  expect(trimPlainSpaces(' \u0085a\u3000 ')).toBe('a');
  expect(trimPlainSpaces(' \ta\u2029 ')).toBe('\ta\u2029');
});

test('fields stand between any spaces', () => {
  expect(fieldsOf('\u3000* \t1\u2029,\n')).toEqual(['*', '1', ',']);
  expect(fieldsOf(' ')).toEqual([]);
});
