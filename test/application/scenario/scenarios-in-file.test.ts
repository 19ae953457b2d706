import { describe, expect, test } from 'vitest';
import { readScenarioText } from '../../../server/application/scenario/read-scenario-text.ts';
import { scenarioCommentFor, scenariosIn } from '../../../server/application/scenario/scenarios-in-file.ts';
import { analysisOf } from '../../analysis.ts';

const job = (name: string) => `apiVersion: batch/v1\nkind: Job\nmetadata: {name: ${name}}\nspec: {}\n`;
const comment = (seed: number) => `# kubejob-scenario:\n#   seed: ${seed}\n`;

/** For each object of a file the seed in the comment that counts for it. */
function seeds(text: string): readonly string[] {
  const analysis = analysisOf(text);
  return analysis.objects.map((object) => {
    const found = scenarioCommentFor(analysis, object);
    const reading = found && readScenarioText(found.text);
    return `${object.judged.name} ${reading && 'scenario' in reading ? reading.scenario.seed : '-'}`;
  });
}

describe('the comment counts', () => {
  test.each([
    ['at the head of each document', `${comment(1)}${job('a')}---\n${comment(2)}${job('b')}`, ['a 1', 'b 2']],
    ['of the second alone', `${job('a')}---\n${comment(2)}${job('b')}`, ['a -', 'b 2']],
    [
      'of the file, for documents that have none',
      `${comment(1)}${job('a')}---\n${job('b')}---\n${comment(3)}${job('c')}`,
      ['a 1', 'b 1', 'c 3'],
    ],
    ['of the file, which a line may part from the first document', `${comment(1)}---\n${job('a')}---\n${job('b')}`, ['a 1', 'b 1']],
    ['that a line parts from a later document', `${job('a')}---\n${comment(2)}---\n${job('b')}`, ['a -', 'b 2']],
    ['behind a directive, a separator and other comments', `%YAML 1.1\n--- # first\n# text\n${comment(1)}${job('a')}`, ['a 1']],
    ['below an object of another kind', `kind: Pod\n---\n${comment(2)}${job('b')}`, ['b 2']],
    [
      'of a List, for all its items',
      `${comment(1)}apiVersion: v1\nkind: List\nitems: [{apiVersion: batch/v1, kind: Job, metadata: {name: a}}, {apiVersion: batch/v1, kind: Job, metadata: {name: b}}]\n`,
      ['a 1', 'b 1'],
    ],
    ['not behind the beginning of a document', `${job('a')}${comment(1)}---\n${job('b')}`, ['a -', 'b -']],
  ])('%s', (_, text, expected) => {
    expect(seeds(text)).toEqual(expected);
  });
});

test('each scenario names its document and the first object that it plays', () => {
  const text = `${comment(1)}kind: Pod\n---\n${job('a')}---\n${comment(2)}${job('b')}---\n${comment(3)}`;
  expect(scenariosIn(analysisOf(text)).map(({ document, object }) => [document, object?.judged.name])).toEqual([
    [0, 'a'],
    [2, 'b'],
    [3, undefined],
  ]);
});
