import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOfBytes } from '../../../server/manifest/bytes/text-of-bytes.ts';
import { wideTextOf } from '../../../server/manifest/bytes/wide-text.ts';
import { runs } from '../../property-runs.ts';

const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const utf32 = (text: string) => new Uint8Array(Uint32Array.from([...text], (sign) => sign.codePointAt(0) ?? 0).buffer);

test.each<[string, Uint8Array, unknown]>([
  ['UTF-16', utf16('a: \ud55c\n'), { like: 'utf-16', text: 'a: \ud55c\n' }],
  ['UTF-16, big end first', new Uint8Array(Buffer.from('a: b\n', 'utf16le').swap16()), { like: 'utf-16', text: 'a: b\n' }],
  ['UTF-32 with a mark', utf32('\ufeffa'), { like: 'utf-32', text: '\ufeffa' }],
  ['UTF-32, big end first', Uint8Array.of(0, 0, 0, 97), { like: 'utf-32', text: 'a' }],
  ['UTF-16 with a mark, which kubectl reads', utf16('\ufeffab'), undefined],
  ['UTF-8', new TextEncoder().encode('a: b\n'), undefined],
  ['a zero in UTF-8', new TextEncoder().encode('a\0b'), undefined],
  ['half a character at the end', utf16('ab\ud800'), undefined],
  ['zeros in it', utf16('ab\0c'), undefined],
  ['nothing but zeros', new Uint8Array(8), undefined],
  ['nothing', new Uint8Array(), undefined],
  ['numbers beyond Unicode', Uint8Array.of(97, 0, 0, 0, 0, 0, 0x11, 0), undefined],
])('%s', (_, bytes, wide) => expect(wideTextOf(bytes)).toEqual(wide));

test('text after a letter comes back, and the text that kubectl reads has a zero where it is told of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(utf16, utf32), (text, stored) => {
      const written = `a${text.replaceAll('\0', '')}`;
      expect(wideTextOf(stored(written))?.text).toBe(written);
      const { text: read, notUtf8 } = textOfBytes(stored(written));
      expect(read[notUtf8?.offset ?? -1]).toBe('\0');
    }),
    runs(300),
  );
});
