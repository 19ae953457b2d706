/** A text in two or four bytes a character that kubectl does not take for one. */
export interface WideText {
  /** UTF-16 without a byte order mark, or UTF-32, which is never read. */
  readonly like: 'utf-16' | 'utf-32';
  readonly text: string;
}

/**
 * The text of bytes whose first character of ASCII, or mark of UTF-32, says in which of these encodings they are, as section 5.2 of YAML
 * 1.2.2 tells them apart. Undefined of UTF-8, of UTF-16 with a mark, and of what is no such text to its end: zeros alone say nothing.
 */
export function wideTextOf(bytes: Uint8Array): WideText | undefined {
  const [first = 0, second = 0, third = 1, fourth = 1] = bytes;
  const zeros = [first, second, third, fourth].map((byte) => (byte === 0 ? '0' : 'x')).join('');
  if (zeros === '000x' || (zeros === '00xx' && third === 0xfe && fourth === 0xff)) return ofThirtyTwo(bytes, false);
  if (zeros === 'x000' || (zeros === 'xx00' && first === 0xff && second === 0xfe)) return ofThirtyTwo(bytes, true);
  if (encodingByMark(bytes) || first === second || (first !== 0 && second !== 0)) return undefined;
  return ofSixteen(bytes, second === 0 ? 'utf-16le' : 'utf-16be');
}

/** How UTF-16 is stored that begins with a byte order mark; undefined of anything else. */
export function encodingByMark([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function ofSixteen(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): WideText | undefined {
  try {
    return sure('utf-16', new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function ofThirtyTwo(bytes: Uint8Array, littleEnd: boolean): WideText | undefined {
  if (bytes.length % 4 !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 4) {
    const point = view.getUint32(at, littleEnd);
    if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return undefined;
    pieces.push(String.fromCodePoint(point));
  }
  return sure('utf-32', pieces.join(''));
}

function sure(like: WideText['like'], text: string): WideText | undefined {
  return text.includes('\0') ? undefined : { like, text };
}
