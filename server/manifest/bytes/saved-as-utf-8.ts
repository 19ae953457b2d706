import { encodingByMark, wideTextOf } from './wide-text.ts';

/** UTF-8, group by group: what is valid, a character in two halves of UTF-16, half a character, any other byte. */
const groups =
  /((?:[\0-\x7f]|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}){1,4096})|(\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf])|(\xed[\xa0-\xbf][\x80-\xbf])|[\0-\xff]/g;

/** What stands at 0x80 to 0x9F of Windows' Western code page; a blank where nothing does. `TextDecoder` of some versions of Node takes it for Latin-1. */
const ofWindows = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * The text that bytes were meant to be which are not UTF-8: what is UTF-8 as it is, two halves of UTF-16 as the character that they
 * are, and other bytes as letters of Windows' Western code page, of which Latin-1 is the most; or, where every letter is Korean in
 * EUC-KR, as that; UTF-32, and UTF-16 without a mark, as what it says. Undefined where it is not known of all of them, so that nothing is lost by
 * saving it, as of UTF-16 that has halves of characters.
 */
export function savedAsUtf8(bytes: Uint8Array): string | undefined {
  const wide = wideTextOf(bytes);
  if (wide) return wide.text.replace(/^\ufeff/, '');
  if (encodingByMark(bytes)) return undefined;
  if (isEucKr(bytes)) return new TextDecoder('euc-kr').decode(bytes);
  const pieces: string[] = [];
  for (const [group, valid, pair, half] of binary(bytes).matchAll(groups)) {
    const piece = half === undefined ? pieceOf(group, valid, pair) : undefined;
    if (piece === undefined) return undefined;
    pieces.push(piece);
  }
  return pieces.join('');
}

function pieceOf(group: string, valid: string | undefined, pair: string | undefined): string | undefined {
  if (valid !== undefined) return decoded(valid);
  return pair === undefined ? letterOf(group.charCodeAt(0)) : characterOf(pair);
}

/** The letter that a byte from 0x80 is in Windows' Western code page; undefined of one that stands for nothing. */
export function letterOf(byte: number): string | undefined {
  const letter = byte < 0xa0 ? ofWindows[byte - 0x80] : String.fromCharCode(byte);
  return letter === ' ' ? undefined : letter;
}

/** Whether every byte beyond ASCII belongs to a Korean syllable of EUC-KR, as hardly a word of another language does. */
export function isEucKr(bytes: Uint8Array): boolean {
  let at = 0;
  let syllables = 0;
  while (at < bytes.length) {
    const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
    if (first < 0x80) at += 1;
    else if (first < 0xb0 || first > 0xc8 || second < 0xa1 || second === 0xff) return false;
    else {
      at += 2;
      syllables += 1;
    }
  }
  return syllables > 0;
}

/** A character for each byte. */
function binary(bytes: Uint8Array): string {
  const size = 8192;
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
  return pieces.map((piece) => String.fromCharCode(...piece)).join('');
}

function decoded(group: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(group, (sign) => sign.charCodeAt(0)));
}

/** Of its two halves, which stand in three bytes each. */
function characterOf(pair: string): string {
  const bits = (at: number) => pair.charCodeAt(at) & 0x3f;
  const half = (at: number) => 0xd000 | (bits(at + 1) << 6) | bits(at + 2);
  return String.fromCharCode(half(0), half(3));
}
