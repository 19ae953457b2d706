/** The first offset at or after `at` that holds neither a blank nor a comment, `end` at most. */
export function skipBlanks(text: string, at: number, end: number): number {
  let next = at;
  while (next < end) {
    const char = text[next] ?? '';
    if (char === '#' && (next === 0 || /\s/.test(text[next - 1] ?? ''))) {
      const line = text.indexOf('\n', next);
      next = line < 0 ? end : line;
    } else if (/[\s\uFEFF]/.test(char)) next++;
    else break;
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
  while (at < end && !/[,[\]{}\r\n]/.test(text[at] ?? '')) {
    if (text[at] === ':' && /^[\s,[\]{}]?$/.test(text[at + 1] ?? '')) break;
    if (text[at] === '#' && /\s/.test(text[at - 1] ?? '')) break;
    at++;
  }
  while (at > start && /\s/.test(text[at - 1] ?? '')) at--;
  // What begins no scalar is passed over all the same, so that every reader gets on.
  return Math.max(at, start + 1);
}
