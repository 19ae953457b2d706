import { expect, test } from 'vitest';
import { foldingRanges } from '../../../server/language/moving-about/folding.ts';
import { analysisOf } from '../../analysis.ts';
import { unindented } from '../../text.ts';

/** The first and the last line of each range, in the order of the text. */
function folds(marked: string): readonly string[] {
  const text = unindented(marked);
  const lines = text.split('\n');
  return foldingRanges(analysisOf(text)).map(({ startLine, endLine }) => `${lines[startLine]?.trim()} … ${lines[endLine]?.trim()}`);
}

test('fields, items and documents fold up to the last line that says something', () => {
  const text = `
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

  `;
  expect(folds(text)).toEqual(['spec: … - c: 3', 'list: … - c: 3', '- a: 1 … b: 2', '--- … a: 1', 'spec: … a: 1']);
});

test('comments of more than one line fold, also at the end', () => {
  const text = `
    # one
    # two
    kind: Job
    # once
    last: 1
    # three
    # four`;
  expect(folds(text)).toEqual(['# one … # two', '# three … # four']);
});

test('a comment at the margin ends nothing', () => {
  const text = `
    spec:
      a: 1
    # b: 2
      c: 3
    # of what follows
    last: 1
  `;
  expect(folds(text)).toEqual(['spec: … c: 3']);
});
