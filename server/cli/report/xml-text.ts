import { shownName } from '../../files/shown-name.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** A text for an attribute or the inside of an element of XML 1.0, which has no control characters: they stand as escapes. */
export function xmlText(text: string): string {
  return shownName(text).replace(/[&<>"']|[\ufffe\uffff]/g, (sign) => entities[sign] ?? `\\u${sign.charCodeAt(0).toString(16)}`);
}
