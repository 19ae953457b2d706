import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownName } from '../../server/files/shown-name.ts';
import { runs } from '../property-runs.ts';

test.each([
  ['plain/a.yaml', 'plain/a.yaml'],
  ['작업.yaml', '작업.yaml'],
  ['a\nb', 'a\\u000ab'],
  ['\u202ea', '\\u202ea'],
  ['\u{e0001}', '\\u{e0001}'],
  [new Uint8Array([0x66, 0xff, 0x2e]), 'f\\xff.'],
  [new Uint8Array([0xc3, 0xa9, 0xc3]), 'é\\xc3'],
])('%j is shown as %s', (name, shown) => expect(shownName(name)).toBe(shown));

test('nothing that is shown moves a terminal or begins a line', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array()), (name) => {
      expect(shownName(name)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }),
    runs(500),
  );
});
