import { describe, expect, test } from 'vitest';
import { linesMeant, notUtf8Shown } from '../../../server/manifest/bytes/shown-text.ts';
import { textOfBytes } from '../../../server/manifest/bytes/text-of-bytes.ts';

const latin1 = (text: string) => textOfBytes(Buffer.from(text, 'latin1'));
const read = (stored: ReturnType<typeof textOfBytes>) => stored.text;

describe('the first byte that is not UTF-8 stands', () => {
  const stored = latin1('a: 1\nb: caf\xe9 \xe9\nc: 1\n');
  test.each([
    ['in a text that is shown as it is stored', read(stored), 'b: caf|'],
    ['in one that was read in another encoding', 'a: 1\nb: caf\xe9 \xe9\nc: 1\n', 'b: caf|'],
    ['under lines that were put in', `# \u20ac new\n${read(stored)}`, 'b: caf|'],
    ['in a line that was edited', read(stored).replace('b:', 'name:'), 'name: caf|'],
    ['with other line breaks', read(stored).replaceAll('\n', '\r\n'), 'b: caf|'],
    ['at the head of a text that has nothing of it any more', 'a: 1\n', '|'],
  ])('%s', (_, shown, place) => {
    const offset = notUtf8Shown(stored, shown)?.offset ?? -1;
    expect(`${shown.slice(0, offset).split(/\r?\n/).at(-1)}|`).toBe(place);
  });

  test('behind a byte order mark that is not shown', () => {
    const marked = textOfBytes(Buffer.from('\xef\xbb\xbfa: \xe9\n', 'latin1'));
    expect(notUtf8Shown(marked, 'a: \ufffd\n')?.offset).toBe(3);
    expect(notUtf8Shown(marked, '\ufeffa: \ufffd\n')?.offset).toBe(4);
  });

  test('at the head of UTF-16 without a mark, which an editor may have read', () => {
    const wide = textOfBytes(Buffer.from('a: 1\n', 'utf16le'));
    expect(notUtf8Shown(wide, 'a: 1\n')?.offset).toBe(0);
    expect(notUtf8Shown(wide, wide.text)?.offset).toBe(1);
  });

  test('nowhere in UTF-8, though it holds U+FFFD', () => {
    expect(notUtf8Shown(textOfBytes(Buffer.from('a: \ufffd')), 'a: \ufffd')).toBeUndefined();
  });
});

describe('the letters that were meant', () => {
  const after = (stored: ReturnType<typeof textOfBytes>, shown: string) => {
    const lines = linesMeant(stored, shown);
    return lines?.reduceRight((text, { start, end, text: line }) => text.slice(0, start) + line + text.slice(end), shown);
  };
  const stored = latin1('a: 1\nb: caf\xe9\nc: \x93q\x94\n');

  test.each([
    ['in each line', read(stored), 'a: 1\nb: café\nc: “q”\n'],
    ['with the line breaks of the editor', read(stored).replaceAll('\n', '\r\n'), 'a: 1\r\nb: café\r\nc: “q”\r\n'],
    ['in lines that moved', `new: 1\n${read(stored)}`, 'new: 1\na: 1\nb: café\nc: “q”\n'],
    ['not where the editor read them itself', 'b: café\n', 'b: café\n'],
    ['not in a line that was edited, and then in none', read(stored).replace('b:', 'name:'), undefined],
  ])('%s', (_, shown, expected) => expect(after(stored, shown)).toBe(expected));

  test('of UTF-16 whose zeros are shown', () => {
    const wide = textOfBytes(Buffer.from('a: 1\r\nb: 한글\r\n', 'utf16le'));
    expect(after(wide, wide.text)).toBe('a: 1\r\nb: 한글\r\n');
  });

  test('are not known of half a character', () => {
    const half = textOfBytes(Uint8Array.from([0x61, 0xed, 0xa0, 0x80]));
    expect(after(half, half.text)).toBeUndefined();
  });
});
