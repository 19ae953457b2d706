import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { savedAsUtf8 } from '../../../server/manifest/bytes/saved-as-utf-8.ts';
import { runs } from '../../property-runs.ts';

describe('what bytes that are not UTF-8 were meant to be', () => {
  test.each([
    ['Latin-1', [0x63, 0xe9, 0x20, 0xfc], 'cé ü'],
    ['UTF-8 beside Latin-1', [0xc3, 0xa9, 0x20, 0xe9], 'é é'],
    ["Windows' quotes", [0x93, 0x61, 0x94], '“a”'],
    ['two halves of UTF-16', [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80], '😀'],
    ['Korean in EUC-KR', [0x23, 0xc7, 0xd1, 0xb1, 0xdb], '#한글'],
    ['a cut character', [0xe2, 0x82, 0x20], 'â‚ '],
    ['half of UTF-16', [0x61, 0xed, 0xa0, 0x80], undefined],
    ['a byte that stands for nothing', [0x61, 0x81], undefined],
  ])('%s', (_, bytes, text) => expect(savedAsUtf8(Uint8Array.from(bytes))).toBe(text));

  test('UTF-8 is what it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        // A sign that is no letter of EUC-KR: what could be either is asked of what is not UTF-8 alone.
        expect(savedAsUtf8(new TextEncoder().encode(`€${text}`))).toBe(`€${text}`);
      }),
      runs(300),
    );
  });

  test('no byte of Latin-1 is lost', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const letters = bytes.filter((byte) => (byte > 0 && byte < 0x80) || byte >= 0xf5);
        expect(savedAsUtf8(letters)).toBe(Buffer.from(letters).toString('latin1'));
      }),
      runs(300),
    );
  });
});
