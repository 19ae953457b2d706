import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameCheck } from '../../../server/protocol/transport/frames.ts';
import { runs } from '../../property-runs.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const frame = (body: string, more = '') => `Content-Length: ${bytes(body).length}\r\n${more}\r\n${body}`;

test.each([
  ['Content-Length: abc\r\n\r\n{}', 'a header without a length that can be: "Content-Length: abc"'],
  ['Content-Length: -5\r\n\r\n{}', 'a header without a length that can be: "Content-Length: -5"'],
  ['Content-Length: 99999999999\r\n\r\n{}', 'a header without a length that can be: "Content-Length: 99999999999"'],
  ['Content-Length: 2\r\nContent-Length: x\r\n\r\n{}', 'a header without a length that can be: "Content-Length: 2\\r\\nContent-Length: x"'],
  ['Content-Type: x\r\n\r\n{}', 'a header without a length that can be: "Content-Type: x"'],
  ['{"jsonrpc":"2.0"}\n', 'no header: "{\\"jsonrpc\\":\\"2.0\\"}\\n"'],
  ['{', 'no header: "{"'],
  ['Content-Length: 2\n\n{}', 'no header: "Content-Length: 2\\n\\n{}"'],
  ['Content-Length : 2\r\n\r\n{}', 'no header: "Content-Length : 2\\r\\n\\r\\n{}"'],
  ['x'.repeat(10_000), 'a header without an end'],
])('%j', (text, fault) => expect(frameCheck()(bytes(text))).toBe(fault));

test('frames are followed however they are cut', () => {
  const body = fc.string({ unit: 'binary', maxLength: 40 });
  const type = fc.constantFrom('', 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n');
  fc.assert(
    fc.property(fc.array(fc.tuple(body, type)), fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }), (frames, sizes) => {
      const check = frameCheck();
      const stream = bytes(`${frames.map(([text, more]) => frame(text, more)).join('')}Content-Length: x\r\n\r\n`);
      const faults: (string | undefined)[] = [];
      for (let at = 0, turn = 0; at < stream.length; turn++) {
        const size = sizes[turn % sizes.length] ?? 1;
        faults.push(check(stream.subarray(at, at + size)));
        at += size;
      }
      expect(faults.slice(0, -1).every((fault) => fault === undefined)).toBe(true);
      expect(faults.at(-1)).toMatch(/without a length/);
    }),
    runs(300),
  );
});
