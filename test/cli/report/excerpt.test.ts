import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptOf } from '../../../server/cli/report/excerpt.ts';
import { runs } from '../../property-runs.ts';

const inLine = (start: number, end: number) => ({ start: { line: 0, character: start }, end: { line: 0, character: end } });

describe('the line of a finding, with carets under its place', () => {
  test.each([
    ['a word', 'kind: Job', inLine(6, 9), 'kind: Job', '      ^^^'],
    ['no width', 'kind:', inLine(5, 5), 'kind:', '     ^'],
    ['over the end of the line', 'a: |', { start: { line: 0, character: 3 }, end: { line: 2, character: 0 } }, 'a: |', '   ^'],
    ['behind letters of two columns', 'name: 백업 b', inLine(9, 10), 'name: 백업 b', '           ^'],
    ['on them', 'name: 백업 b', inLine(6, 8), 'name: 백업 b', '      ^^^^'],
    ['behind a tab', '\tkind: Job', inLine(7, 10), ' kind: Job', '       ^^^'],
    ['behind what would move the terminal', 'a\u001b: Job', inLine(4, 7), 'a\\u001b: Job', '         ^^^'],
  ])('%s', (_, line, range, shown, carets) => {
    expect(excerptOf(line, range)).toEqual({ line: shown, carets });
  });

  test('of a long line the part around the place is shown', () => {
    const { line, carets } = excerptOf(`${'x'.repeat(500)}HERE${'y'.repeat(500)}`, inLine(500, 504));
    expect(line).toMatch(/^…x+HEREy+…$/);
    expect(line.length).toBe(122);
    expect(line.slice(carets.indexOf('^'), carets.length)).toBe('HERE');
  });

  test('whatever the line, nothing in it moves a terminal, and the carets stand below it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(200), fc.nat(50), (line, from, length) => {
        const shown = excerptOf(line, inLine(Math.min(from, line.length), Math.min(from + length, line.length)));
        expect(shown.line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        expect(shown.carets).toMatch(/^ *\^+$/);
      }),
      runs(),
    );
  });
});
