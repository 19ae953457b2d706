import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { serveAgent } from '../../server/cli/mcp.ts';

const ping = (id: string) => `{"jsonrpc":"2.0","id":"${id}","method":"ping"}`;

async function served(...chunks: readonly (string | Buffer)[]) {
  let [out, error] = ['', ''];
  const streams = {
    out: (text: string) => {
      out += text;
    },
    error: (text: string) => {
      error += text;
    },
    colours: false,
  };
  const code = await serveAgent(Readable.from(chunks, { objectMode: true }), streams, () => 0);
  return {
    code,
    error,
    ids: out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line).id),
  };
}

test('a message is a line, however it comes in, and a character may be cut in two', async () => {
  const bytes = Buffer.from(`${ping('é')}\n\n${ping('b')}\r\n${ping('c')}`);
  const cut = bytes.indexOf(0xc3) + 1;
  expect(await served(bytes.subarray(0, cut), bytes.subarray(cut))).toEqual({ code: 0, error: '', ids: ['é', 'b', 'c'] });
});

test('a line that does not end is no message', async () => {
  const { code, error } = await served(...Array.from({ length: 21 }, () => 'x'.repeat(1_000_000)));
  expect({ code, error }).toEqual({ code: 2, error: expect.stringContaining('a line does not end') });
});
