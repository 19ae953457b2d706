import { expect, test } from 'vitest';
import { knownText, render, textsIn } from '../../server/messages/render.ts';

test('fills in arguments', () => {
  expect(render('mount-path-twice', { value: '/data' })).toContain('"/data"');
});

test('a code that was put together has a text or none', () => {
  expect(knownText('exit-code-137', textsIn('en'))).toMatch(/^137: killed/);
  expect(knownText('exit-code-7', textsIn('en'))).toBeUndefined();
});

test.each([
  ['a\nb', '"a\\nb"'],
  ['a\u0085b', '"a\\u0085b"'],
  ['a\u2028b', '"a<U+2028 LINE SEPARATOR>b"'],
  ['J\u043eb\u202e', '"J<U+043E CYRILLIC SMALL LETTER O>b<U+202E RIGHT-TO-LEFT OVERRIDE>"'],
  ['한글', '"한글"'],
])('keeps %j in one line', (value, shown) => {
  expect(render('mount-path-twice', { value })).toContain(shown);
});

test('cuts long values in the middle', () => {
  const text = render('mount-path-twice', { value: `${'a'.repeat(500)}z` });
  expect(text.length).toBeLessThan(200);
  expect(text).toContain('…');
  expect(text).toContain('az"');
});
