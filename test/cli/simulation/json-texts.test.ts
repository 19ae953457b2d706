import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonTexts } from '../../../server/cli/simulation/json-texts.ts';
import { runs } from '../../property-runs.ts';

test('the pieces are the text that JSON.stringify gives', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      expect([...jsonTexts(value)].join('')).toBe(`${JSON.stringify(value, null, 1)}\n`);
    }),
    runs(300),
  );
});

test('so are those of a list that is made on the way, of whatever length', () => {
  for (const length of [0, 1, 999, 1000, 1001, 2000]) {
    const items = Array.from({ length }, (_, at) => ({ at }));
    expect([...jsonTexts({ items: items.values() })].join('')).toBe(`${JSON.stringify({ items }, null, 1)}\n`);
  }
});

test('a long list comes in several pieces, and fields are read when their turn comes', () => {
  const read: string[] = [];
  const value = {
    rows: Array.from({ length: 2500 }, (_, row) => ({ row, lines: ['a\nb', 'c'] })),
    get late() {
      read.push('late');
      return 1;
    },
  };
  const pieces = jsonTexts(value)[Symbol.iterator]();
  const first = [pieces.next().value, pieces.next().value, pieces.next().value, pieces.next().value];
  expect(read).toEqual([]);
  const rest = [...{ [Symbol.iterator]: () => pieces }];
  expect([...first, ...rest].join('')).toBe(`${JSON.stringify(value, null, 1)}\n`);
});
