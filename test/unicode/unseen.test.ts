import { expect, test } from 'vitest';
import { nameOfUnseen, withoutUnseen } from '../../server/unicode/unseen.ts';

const everyCharacter = Array.from({ length: 0x11_0000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));
/** A letter between them keeps emoji apart. */
const told = new Set<string>();
withoutUnseen(everyCharacter.join('a'), (character) => {
  told.add(character);
  return '';
});

test('whatever Unicode says is not to be seen, turns letters round or is a blank, is told, and the space of ASCII is not', () => {
  const hidden = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Cf}\p{Z}]/u;
  expect(everyCharacter.filter((one) => hidden.test(one) && !told.has(one))).toEqual([' ']);
});

test('what people read is not told', () => {
  const read = /(?![\p{Default_Ignorable_Code_Point}\p{Cf}])[\p{L}\p{N}\p{P}\p{S}\p{M}]/u;
  expect(everyCharacter.filter((one) => read.test(one) && told.has(one))).toEqual(['\u2800']);
});

test.each([
  [0x00a0, 'U+00A0 NO-BREAK SPACE'],
  [0x2007, 'U+2007 FIGURE SPACE'],
  [0x200f, 'U+200F RIGHT-TO-LEFT MARK'],
  [0x202f, 'U+202F NARROW NO-BREAK SPACE'],
  [0x2064, 'U+2064 INVISIBLE PLUS'],
  [0x2069, 'U+2069 POP DIRECTIONAL ISOLATE'],
  [0xfe00, 'U+FE00 VARIATION SELECTOR-1'],
  [0xe007f, 'U+E007F CANCEL TAG'],
  [0xe0020, 'U+E0020 TAG " "'],
  [0xe01ef, 'U+E01EF VARIATION SELECTOR-256'],
])('%x is %s', (code, name) => {
  expect(nameOfUnseen(String.fromCodePoint(code))).toBe(name);
});

test('an emoji is read over as a whole', () => {
  expect(withoutUnseen('👨‍👩‍👧 a\u200db', () => '!')).toBe('👨‍👩‍👧 a!b');
});
