import { withoutCommands } from '../plain/workflow-commands.ts';
import { withoutUnseen } from '../unicode/unseen.ts';

/**
 * The name of a file as it may be printed anywhere: what would move a terminal, begin a line of its own, turn letters round or give
 * an order to whoever runs the workflow is written as an escape. Bytes that are no UTF-8 are shown as `\xff`.
 */
export function shownName(name: string | Uint8Array): string {
  const text = typeof name === 'string' ? name : decodeWithEscapes(name);
  const visible = withoutUnseen(text, escaped).replace(/[\p{Cc}\p{Cs}]/gu, escaped);
  return withoutCommands(visible);
}

function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}

/** The text of a name; undefined where its bytes are not UTF-8. */
export function decodedName(name: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(name);
  } catch {
    return undefined;
  }
}

function decodeWithEscapes(name: Uint8Array): string {
  const whole = decodedName(name);
  if (whole !== undefined) return whole;
  const pieces: string[] = [];
  for (let at = 0; at < name.length; ) {
    const [length, text] = characterAt(name, at);
    pieces.push(text);
    at += length;
  }
  return pieces.join('');
}

/** The character of UTF-8 at a place and how many bytes it takes, or the byte alone as an escape. */
function characterAt(bytes: Uint8Array, at: number): readonly [number, string] {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length++) {
    const text = decodedName(bytes.subarray(at, at + length));
    if (text !== undefined) return [length, text];
  }
  return [1, `\\x${(bytes[at] ?? 0).toString(16).padStart(2, '0')}`];
}
