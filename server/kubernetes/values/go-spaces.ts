/** Those of the characters that Go counts as space (unicode.IsSpace) that its JSON needs no escape for. */
const plainSpaces = ' \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000';
const allSpaces = `\t\n\v\f\r\u2028\u2029${plainSpaces}`;
const anySpaces = new RegExp(`[${allSpaces}]+`);

/** The text without spaces at its ends, as Go's strings.TrimSpace leaves it. */
export function trimSpaces(text: string): string {
  return without(allSpaces, text);
}

/** The same of a text that stands in JSON as Go writes it: tabs, line breaks and U+2028 are escapes there, so they stay. */
export function trimPlainSpaces(text: string): string {
  return without(plainSpaces, text);
}

/** The parts between spaces, as Go's strings.Fields gives them. */
export function fieldsOf(text: string): string[] {
  return text.split(anySpaces).filter(Boolean);
}

/** From both ends, character by character: a pattern for the end would be tried at every space within. */
function without(spaces: string, text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && spaces.includes(text.charAt(start))) start++;
  while (end > start && spaces.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}
