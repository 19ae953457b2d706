/** No message is larger, in bytes: an editor never sends a text that a manifest cannot be. */
const largestMessage = 256 * 2 ** 20;
const largestHeader = 8192;

/**
 * Follows the frames of the protocol's base layer (LSP 3.17, Base Protocol) in a stream, of which it is shown each chunk. Answers
 * in words what is wrong with them: behind a header that says no length nothing can be read any more.
 */
export function frameCheck(): (chunk: Uint8Array) => string | undefined {
  let header = '';
  let bodyLeft = 0;
  return (chunk) => {
    let rest = chunk;
    while (rest.length > 0) {
      const skipped = Math.min(bodyLeft, rest.length);
      bodyLeft -= skipped;
      rest = rest.subarray(skipped);
      const before = header.length;
      header += new TextDecoder('latin1').decode(rest.subarray(0, largestHeader));
      const end = header.indexOf('\r\n\r\n');
      // Messages in lines of JSON, as other protocols have them, would be waited for without end.
      if (!isHeader(end < 0 ? header : header.slice(0, end))) return `no header: ${shown(header)}`;
      if (end < 0) return header.length >= largestHeader ? 'a header without an end' : undefined;
      const length = lengthIn(header.slice(0, end));
      if (length === undefined || length > largestMessage) return `a header without a length that can be: ${shown(header.slice(0, end))}`;
      bodyLeft = length;
      rest = rest.subarray(end + 4 - before);
      header = '';
    }
    return undefined;
  };
}

/** Whether each line so far is `NAME: VALUE` and ends in CRLF, the last one perhaps not yet. */
function isHeader(text: string): boolean {
  const lines = text.split('\r\n');
  return lines.every((line, at) => (at < lines.length - 1 ? /^[\w-]+:[^\n]*$/ : /^(?:[\w-]+(?::[^\n]*)?)?\r?$/).test(line));
}

/** The last one counts for whoever reads the frames. */
function lengthIn(header: string): number | undefined {
  const last = header.split('\r\n').findLast((line) => /^content-length:/i.test(line));
  const digits = /:[ \t]*(\d{1,9})[ \t]*$/.exec(last ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 80));
}
