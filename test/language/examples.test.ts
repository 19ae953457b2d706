import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { objectFindings } from '../../server/application/findings/object-findings.ts';
import { codeActions } from '../../server/language/code-actions/code-actions.ts';
import { analysisOf } from '../analysis.ts';
import { apply } from '../text.ts';

const examples = join(__dirname, '../../examples');
const read = (name: string) => readFileSync(join(examples, name), 'utf8');

describe('the right examples', () => {
  test.each(readdirSync(examples).filter((name) => name.endsWith('.yaml')))('%s shows no error or warning', (name) => {
    const found = objectFindings(analysisOf(read(name))).filter(({ finding }) => finding.severity !== 'info');
    expect(found.map(({ message }) => message)).toEqual([]);
  });
});

/** What is underlined, as `line: text`. */
function underlined(name: string): string[] {
  const text = read(`faulty/${name}`);
  return objectFindings(analysisOf(text))
    .filter(({ finding }) => finding.severity !== 'info')
    .map(({ range }) => `${range.start.line}: ${text.split('\n')[range.start.line]?.slice(range.start.character, range.end.character)}`);
}

describe('the faulty examples', () => {
  test.each([
    ['restart-always.yaml', '13: Always'],
    ['no-restart-policy.yaml', '7: spec'],
    ['misspelt-completions.yaml', '5: completiond'],
    ['misspelt-starting-deadline.yaml', '6: startingDeadlineSenconds'],
    ['batch-v1beta1.yaml', '0: batch/v1beta1'],
    ['apps-v1.yaml', '0: apps/v1'],
    ['lost-indentation.yaml', '3: name'],
  ])('%s shows its fault once', (name, expected) => {
    expect(underlined(name)).toEqual([expected]);
  });

  test.each([
    'restart-always.yaml',
    'no-restart-policy.yaml',
    'misspelt-completions.yaml',
    'misspelt-starting-deadline.yaml',
    'batch-v1beta1.yaml',
    'apps-v1.yaml',
    'lost-indentation.yaml',
  ])('every fix that %s offers first leaves no fault', (name) => {
    const text = read(`faulty/${name}`);
    const analysis = analysisOf(text);
    const located = objectFindings(analysis).find(({ finding }) => finding.severity === 'error');
    const action = located && codeActions(analysis, located.range, {}).find(({ isPreferred }) => isPreferred);
    const fixed = apply(text, action?.edit?.changes?.[analysis.text.uri] ?? []);
    expect(objectFindings(analysisOf(fixed)).filter(({ finding }) => finding.severity !== 'info')).toEqual([]);
    expect(fixed).toMatchSnapshot();
  });
});
