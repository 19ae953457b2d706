import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asSeen, lookAlikesIn, withNames } from '../../server/unicode/look-alikes.ts';
import { runs } from '../property-runs.ts';

test.each([
  ['Never\u00a0', 'Never<U+00A0 NO-BREAK SPACE>', 'Never'],
  ['J\u043eb\u200b', 'J<U+043E CYRILLIC SMALL LETTER O>b<U+200B ZERO WIDTH SPACE>', 'Job'],
  ['\u201cNever\u201d', '<U+201C LEFT DOUBLE QUOTATION MARK>Never<U+201D RIGHT DOUBLE QUOTATION MARK>', 'Never'],
  ['\u202eabc', '<U+202E RIGHT-TO-LEFT OVERRIDE>abc', 'abc'],
  ['\u0441\u043b\u043e\u0432\u043e', '\u0441\u043b\u043e\u0432\u043e', 'c\u043bo\u0432o'],
  ['"a" 작업', '"a" 작업', '"a" 작업'],
])('%j is told as %s and taken for %s', (text, told, seen) => {
  expect(withNames(text)).toBe(told);
  expect(asSeen(text)).toBe(seen);
});

test('names are told once each', () => {
  expect(lookAlikesIn('a\u00a0b\u00a0\u200b')).toEqual(['U+00A0 NO-BREAK SPACE', 'U+200B ZERO WIDTH SPACE']);
});

test('ASCII stays as it is, and nothing that is told is unseen', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ unit: 'grapheme' }), (ascii, any) => {
      expect(withNames(ascii)).toBe(ascii);
      expect(lookAlikesIn(`a${withNames(`a${any}`)}`)).toEqual([]);
      expect(asSeen(asSeen(any))).toBe(asSeen(any));
    }),
    runs(300),
  );
});
