import { expect, test } from 'vitest';
import { escapeTerminal, tabAligned } from '../../../server/simulator/kubectl/tab-aligned.ts';

test('cells of lines that follow each other are aligned', () => {
  expect(tabAligned(['a\tlong\tx', 'bbb\tc\ty', 'alone'])).toBe('a    long  x\nbbb  c     y\nalone\n');
});

test.each([
  ['plain 작업', 'plain 작업'],
  ['a\u001b[31mb\r', 'a^[[31mb\\r'],
  ['\u009b31m', '\\u009b31m'],
  ['\u202eabc\u{e0001}', '\\u202eabc\\U000e0001'],
  ['a\tb\nc', 'a\tb\nc'],
])('%j is shown as %s', (text, shown) => expect(escapeTerminal(text)).toBe(shown));
