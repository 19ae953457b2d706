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
      if (end < 0) return header.length >= largestHeader ? 'a header without an end' : undefined;
      const length = /^content-length:[ \t]*(\d{1,9})[ \t]*$/im.exec(header.slice(0, end))?.[1];
      if (length === undefined || Number(length) > largestMessage)
        return `a header without a length that can be: ${shown(header.slice(0, end))}`;
      bodyLeft = Number(length);
      rest = rest.subarray(end + 4 - before);
      header = '';
    }
    return undefined;
  };
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 80));
}
