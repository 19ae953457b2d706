import { isEucKr, savedAsUtf8 } from './saved-as-utf-8.ts';
import { encodingByMark, type WideText, wideTextOf } from './wide-text.ts';

/** A text as it was stored. */
export interface DecodedText {
  readonly text: string;
  /** The first bytes that are not UTF-8. */
  readonly notUtf8?: NotUtf8;
  /** Then the text that all of them were meant to be, where that is known. */
  readonly meant?: string;
}

/** Bytes in whose place the text has U+FFFD; of a wide text, which kubectl refuses, its zeros. */
export interface NotUtf8 {
  /** Where the text has U+FFFD for them, or the first zero. */
  readonly offset: number;
  /** The first of the bytes. */
  readonly byte: number;
  /**
   * What they seem to be: half a character of UTF-16, in UTF-8 or in UTF-16 itself, a Korean syllable, a letter of Windows' Western code page, of which Latin-1 is the
   * most, or a file that is wide as a whole.
   */
  readonly like: 'surrogate' | 'half-utf-16' | 'euc-kr' | 'latin-1' | WideText['like'];
  /** The second byte of a Korean syllable. */
  readonly second?: number;
}

/**
 * Reads a text from its bytes as kubectl does (k8s.io/apimachinery/pkg/util/yaml, 1.37, over libyaml's reader): UTF-16 where a
 * byte order mark says so, else UTF-8, with U+FFFD for what is none. The mark stays at the head of the text. Zeros stay too: libyaml takes
 * no control characters, so UTF-32, and UTF-16 without a mark, is refused.
 */
export function textOfBytes(bytes: Uint8Array): DecodedText {
  const decoded = decodedAsKubectl(bytes);
  const meant = decoded.notUtf8 ? savedAsUtf8(bytes) : undefined;
  return meant === undefined ? decoded : { ...decoded, meant };
}

function decodedAsKubectl(bytes: Uint8Array): Omit<DecodedText, 'meant'> {
  const encoding = encodingByMark(bytes);
  const text = new TextDecoder(encoding ?? 'utf-8', { ignoreBOM: true }).decode(bytes);
  const wide = wideTextOf(bytes);
  if (wide) return { text, notUtf8: { offset: text.indexOf('\0'), byte: 0, like: wide.like } };
  if (encoding) return { text, ...halfIn(text, bytes, encoding) };
  const offset = firstReplaced(text, bytes);
  if (offset === undefined) return { text };
  const at = new TextEncoder().encode(text.slice(0, offset)).length;
  const byte = bytes[at] ?? 0;
  const second = bytes[at + 1] ?? 0;
  if (isEucKr(bytes)) return { text, notUtf8: { offset, byte, like: 'euc-kr', second } };
  return { text, notUtf8: { offset, byte, like: byte === 0xed && second >= 0xa0 ? 'surrogate' : 'latin-1' } };
}

/** The first U+FFFD of a text in UTF-16 that the bytes do not have themselves: for half a character, or half of its two bytes at the end. */
function halfIn(text: string, bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Pick<DecodedText, 'notUtf8'> {
  const [first, second] = encoding === 'utf-16le' ? [0xfd, 0xff] : [0xff, 0xfd];
  for (let offset = text.indexOf(replacement); offset >= 0; offset = text.indexOf(replacement, offset + 1)) {
    // A unit of the text is two bytes; each that is replaced is one, too.
    const byte = bytes[offset * 2] ?? 0;
    if (byte !== first || bytes[offset * 2 + 1] !== second) return { notUtf8: { offset, byte, like: 'half-utf-16' } };
  }
  return {};
}

const replacement = '\ufffd';
const replacementBytes = [0xef, 0xbf, 0xbd];

/** The first U+FFFD of the text that the bytes do not have themselves. */
function firstReplaced(text: string, bytes: Uint8Array): number | undefined {
  const encoder = new TextEncoder();
  let before = 0;
  let at = 0;
  for (let offset = text.indexOf(replacement); offset >= 0; offset = text.indexOf(replacement, offset + 1)) {
    at += encoder.encode(text.slice(before, offset)).length;
    before = offset;
    if (replacementBytes.some((byte, place) => bytes[at + place] !== byte)) return offset;
  }
  return undefined;
}
