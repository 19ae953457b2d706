import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flowTokens, skipBlanks } from '../../../server/language/caret/flow-tokens.ts';
import { runs } from '../../property-runs.ts';

const shown = (text: string) =>
  flowTokens(text, 0, text.length).map((token) =>
    token.kind === 'scalar' ? `${token.content}${token.closed ? '!' : ''}` : text[token.start],
  );

test.each([
  ['{a: 1, b: [x y, "z"]}', ['{', 'a', ':', '1', ',', 'b', ':', '[', 'x y', ',', 'z!', ']', '}']],
  ['{a:1}', ['{', 'a:1', '}']],
  ['{"a":1}', ['{', 'a!', ':', '1', '}']],
  ['{a: "x, y}', ['{', 'a', ':', 'x, y}']],
  ['{a: "x\\"y"}', ['{', 'a', ':', 'x\\"y!', '}']],
  ["{a: 'it''s'}", ['{', 'a', ':', "it''s!", '}']],
  ['{a: "x\nb: 1}', ['{', 'a', ':', 'x', 'b', ':', '1', '}']],
  ['{a: b#c # note, d\n, e', ['{', 'a', ':', 'b#c', ',', 'e']],
  ['# note\n{', ['{']],
  ['{a: -}', ['{', 'a', ':', '-', '}']],
])('%j', (text, expected) => {
  expect(shown(text)).toEqual(expected);
});

test('tokens, blanks and comments are the text, whatever is written', () => {
  const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"', "'", 'a', ' ', '\n', '\r\n', '#', '\\', '\t', '\uFEFF', 'b c');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), fc.nat(4), (pieces, cut) => {
      const text = pieces.join('');
      const end = Math.max(0, text.length - cut);
      let at = 0;
      for (const token of flowTokens(text, 0, end)) {
        expect(token.start).toBe(skipBlanks(text, at, end));
        expect(token.end).toBeGreaterThan(token.start);
        at = token.end;
      }
      expect(skipBlanks(text, at, end)).toBe(end);
    }),
    runs(500),
  );
});
