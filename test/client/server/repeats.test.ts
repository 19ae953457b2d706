import { describe, expect, it } from 'vitest';
import { withoutRepeats } from '../../../client/server/repeats.ts';

const at = (code: string | { value: string }, first: number, last = first) => ({
  code,
  range: { start: { line: first }, end: { line: last } },
});

describe('beside the YAML extension', () => {
  const theirs = [at('0', 3, 4)];
  it.each([
    ['a fault of syntax on its lines is left to it', at('yaml-syntax', 4), 0],
    ['one whose code has an address too', at({ value: 'yaml-duplicate-key' }, 3), 0],
    ['one that spans its lines', at('yaml-syntax', 1, 9), 0],
    ['one elsewhere stays', at('yaml-syntax', 5), 1],
    ['what the API server minds stays', at('unknown-field', 3), 1],
  ])('%s', (_, ours, left) => {
    expect(withoutRepeats([ours], theirs)).toHaveLength(left);
  });

  it('everything stays where it says nothing', () => {
    expect(withoutRepeats([at('yaml-syntax', 3)], [])).toHaveLength(1);
  });
});
