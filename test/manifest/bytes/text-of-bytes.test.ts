import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOfBytes } from '../../../server/manifest/bytes/text-of-bytes.ts';
import { runs } from '../../property-runs.ts';

const bytes = (...parts: readonly (string | number)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...new TextEncoder().encode(part)])));

test.each([
  ['UTF-8', bytes('é'), { text: 'é' }],
  ['its mark stays', bytes(0xef, 0xbb, 0xbf, 'a'), { text: '\ufeffa' }],
  ['UTF-16, little end first', bytes(0xff, 0xfe, 0x61, 0, 0xe9, 0), { text: '\ufeffaé' }],
  ['UTF-16, big end first', bytes(0xfe, 0xff, 0, 0x61, 0, 0xe9), { text: '\ufeffaé' }],
  [
    'Latin-1',
    bytes('é ', 0xe9, ' ', 0xe9),
    { text: 'é \ufffd \ufffd', notUtf8: { offset: 2, byte: 0xe9, like: 'latin-1' }, meant: 'é é é' },
  ],
  [
    'a U+FFFD of its own is none',
    bytes('\ufffd', 0x80),
    { text: '\ufffd\ufffd', notUtf8: { offset: 1, byte: 0x80, like: 'latin-1' }, meant: '\ufffd€' },
  ],
  [
    'half a character of UTF-16',
    bytes('a', 0xed, 0xa0, 0x80),
    { text: 'a\ufffd\ufffd\ufffd', notUtf8: { offset: 1, byte: 0xed, like: 'surrogate' } },
  ],
  [
    'half a character in UTF-16, behind a U+FFFD of its own',
    new Uint8Array([0xff, 0xfe, 0xfd, 0xff, 0x3d, 0xd8, 0x61, 0]),
    { text: '\ufeff\ufffd\ufffda', notUtf8: { offset: 2, byte: 0x3d, like: 'half-utf-16' } },
  ],
  [
    'half of two bytes at the end of UTF-16',
    new Uint8Array([0xfe, 0xff, 0, 0x61, 0]),
    { text: '\ufeffa\ufffd', notUtf8: { offset: 2, byte: 0, like: 'half-utf-16' } },
  ],
  [
    'Korean in EUC-KR',
    bytes('# ', 0xc7, 0xd1, 0xb1, 0xdb),
    { text: '# \ufffd\u0471\ufffd', notUtf8: { offset: 2, byte: 0xc7, like: 'euc-kr', second: 0xd1 }, meant: '# 한글' },
  ],
])('%s', (_, stored, text) => expect(textOfBytes(stored)).toEqual(text));

/** With zeros a text may seem to be UTF-16. */
const withoutZeros = (text: string) => text.replaceAll('\0', '');

test('what is UTF-8 is read as it is, and nothing else goes unseen', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }).map(withoutZeros), fc.uint8Array({ min: 1 }), (text, others) => {
      expect(textOfBytes(bytes(text))).toEqual({ text });
      const { notUtf8, text: read } = textOfBytes(others);
      const isMarked = (others[0] === 0xff && others[1] === 0xfe) || (others[0] === 0xfe && others[1] === 0xff);
      const isUtf8 = Buffer.compare(bytes(read), others) === 0;
      expect(notUtf8 === undefined).toBe(isUtf8 || isMarked);
      if (notUtf8) expect(read[notUtf8.offset]).toBe('\ufffd');
    }),
    runs(500),
  );
});
