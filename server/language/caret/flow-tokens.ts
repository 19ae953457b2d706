/** The first offset at or after `at` that holds neither a blank nor a comment, `end` at most. */
export function skipBlanks(text: string, at: number, end: number): number {
  let next = at;
  while (next < end) {
    if (isBlank(text.charCodeAt(next))) next++;
    else if (text[next] === '#' && (next === 0 || isBlank(text.charCodeAt(next - 1)))) {
      const line = text.indexOf('\n', next);
      next = line < 0 ? end : line;
    } else break;
  }
  return Math.min(next, end);
}

export function isQuote(char: string | undefined): boolean {
  return char === '"' || char === "'";
}

/** The offset behind the scalar at `start`; one in quotes that is not closed ends with its line, a plain one always does. */
export function endOfScalar(text: string, start: number, end: number): number {
  const quote = text[start];
  if (isQuote(quote)) {
    for (let at = start + 1; at < end; at++) {
      if (quote === '"' && text[at] === '\\') at++;
      else if (text[at] === quote) {
        if (quote === "'" && text[at + 1] === "'") at++;
        else return at + 1;
      } else if (text[at] === '\n' || text[at] === '\r') return at;
    }
    return end;
  }
  let at = start;
  while (at < end && !plainEnds.has(text[at] ?? '')) {
    if (text[at] === ':' && (at + 1 >= text.length || isBlank(text.charCodeAt(at + 1)) || plainEnds.has(text[at + 1] ?? ''))) break;
    if (text[at] === '#' && isBlank(text.charCodeAt(at - 1))) break;
    at++;
  }
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--;
  // What begins no scalar is passed over all the same, so that every reader gets on.
  return Math.max(at, start + 1);
}

const plainEnds: ReadonlySet<string> = new Set([',', '[', ']', '{', '}', '\r', '\n']);

/** Blanks, line breaks and a byte order mark. */
function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xfeff;
}
