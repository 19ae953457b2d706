import { expect, test } from 'vitest';
import { createRowList } from '../../../server/simulator/recording/row-list.ts';

test('rows that are made later stand where they belong', () => {
  const rows = createRowList<string>();
  rows.push('first');
  rows.pushLater(2, (time) => [`early ${time}`]);
  rows.push('middle');
  rows.pushLater(1, (time) => [`late ${time}`, 'and more']);
  rows.push('last');
  expect(rows.length).toBe(3);
  expect(rows.slice(1, 3)).toEqual(['middle', 'last']);
  expect([...rows]).toEqual(['first', 'early 1', 'early 2', 'middle', 'late 1', 'and more', 'last']);
});

test('they are made for who reads so far', () => {
  let made = 0;
  const rows = createRowList<number>();
  rows.push(0);
  rows.pushLater(3, (time) => {
    made++;
    return [time];
  });
  for (const row of rows) if (row === 1) break;
  expect(made).toBe(1);
});
