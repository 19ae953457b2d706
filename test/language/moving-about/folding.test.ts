import { expect, test } from 'vitest';
import { foldingRanges } from '../../../server/language/moving-about/folding.ts';
import { analysisOf } from '../../analysis.ts';
import { unindented } from '../../text.ts';

test('comments, fields, items and documents fold, from their first line to the last that says something', () => {
  const text = unindented(`
    # one
    # two
    kind: Job
    spec:
      list:
      - a: 1
        b: 2

      - c: 3
    last: 1
    ---
    kind: Pod
    spec:
      a: 1
  `);
  const lines = text.split('\n');
  expect(foldingRanges(analysisOf(text)).map(({ startLine, endLine }) => `${lines[startLine]} … ${lines[endLine]}`)).toEqual([
    '# one … # two',
    'spec: …   - c: 3',
    '  list: …   - c: 3',
    '  - a: 1 …     b: 2',
    '--- …   a: 1',
    'spec: …   a: 1',
  ]);
});
