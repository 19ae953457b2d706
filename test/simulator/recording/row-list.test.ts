import { expect, test } from 'vitest';
import { createRowList } from '../../../server/simulator/recording/row-list.ts';

test('rows that are made later stand where they belong', () => {
  const rows = createRowList<string>();
  rows.push('first');
  rows.pushLater(2, 1, (time) => [`early ${time}`]);
  rows.push('middle');
  rows.pushLater(1, 2, (time) => [`late ${time}`, 'and more']);
  rows.push('last');
  const all = ['first', 'early 1', 'early 2', 'middle', 'late 1', 'and more', 'last'];
  expect([...rows]).toEqual(all);
  expect(rows.length).toBe(all.length);
  for (const place of all.keys()) expect(rows.from(place)).toEqual(all.slice(place));
  expect(rows.from(all.length)).toEqual([]);
});

test('they are made only for who reads', () => {
  let made = 0;
  const rows = createRowList<number>();
  rows.pushLater(3, 1, (time) => {
    made++;
    return [time];
  });
  expect(rows.length).toBe(3);
  expect(made).toBe(0);
  for (const row of rows) if (row === 2) break;
  expect(made).toBe(2);
});
