import { describe, expect, test } from 'vitest';
import { columnOf, lineBreakOf, startOfLine, startOfNextLine } from '../../server/manifest/lines.ts';

describe('lines', () => {
  const text = '\nab\r\ncd';

  /** Offset, where its line and the next one begin, its column. */
  test.each([
    [0, 0, 1, 0],
    [1, 1, 5, 0],
    [2, 1, 5, 1],
    [4, 1, 5, 3],
    [5, 5, 7, 0],
    [7, 5, 7, 2],
  ])('of offset %i', (offset, start, next, column) => {
    expect([startOfLine(text, offset), startOfNextLine(text, offset), columnOf(text, offset)]).toEqual([start, next, column]);
  });

  test('end as the others of the text do', () => {
    expect([lineBreakOf(text), lineBreakOf('a\nb'), lineBreakOf('')]).toEqual(['\r\n', '\n', '\n']);
  });
});
