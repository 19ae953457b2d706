import { describe, expect, test } from 'vitest';
import { columnOf, endOfLine, lineBreakOf, startOfLine, startOfNextLine } from '../../server/manifest/lines.ts';

describe('lines', () => {
  const text = '\nab\r\ncd';

  /** Offset, where its line begins and ends and the next one begins, its column. */
  test.each([
    [0, 0, 0, 1, 0],
    [1, 1, 3, 5, 0],
    [2, 1, 3, 5, 1],
    [4, 1, 4, 5, 3],
    [5, 5, 7, 7, 0],
    [7, 5, 7, 7, 2],
  ])('of offset %i', (offset, start, end, next, column) => {
    expect([startOfLine(text, offset), endOfLine(text, offset), startOfNextLine(text, offset), columnOf(text, offset)]).toEqual([
      start,
      end,
      next,
      column,
    ]);
  });

  test('end as the others of the text do', () => {
    expect([lineBreakOf(text), lineBreakOf('a\nb'), lineBreakOf('')]).toEqual(['\r\n', '\n', '\n']);
  });
});
