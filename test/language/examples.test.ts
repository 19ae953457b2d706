import { describe, expect, test } from 'vitest';
import { fileFindings } from '../../server/application/findings/file-findings.ts';
import { causesAmong } from '../../server/application/located-finding.ts';
import { codeActions } from '../../server/language/code-actions/code-actions.ts';
import { analysisOf } from '../analysis.ts';
import { example, exampleNames, faultyNames, scenarioNames } from '../examples.ts';
import { apply, shown } from '../text.ts';

/** What is underlined as an error or a warning. */
function underlined(text: string, name: string): readonly string[] {
  const found = causesAmong(fileFindings(analysisOf(text, {}, `file:///${name}`))).filter(({ finding }) => finding.severity !== 'info');
  return found.map(({ range }) => shown(text, range));
}

test.each([...exampleNames, ...scenarioNames])('%s shows no error or warning', (name) => {
  expect(underlined(example(name), name)).toEqual([]);
});

/** What each shows, and the text after the fix that is offered first. */
const faulty: Readonly<Record<string, readonly [shows: string, fixed: (text: string) => string]>> = {
  'faulty/restart-always.yaml': ['restartPolicy: «Always»', (text) => text.replace('Always', 'OnFailure')],
  'faulty/no-restart-policy.yaml': ['«spec»:', (text) => text.replace('    spec:\n', '    spec:\n      restartPolicy: OnFailure\n')],
  'faulty/misspelt-completions.yaml': ['«completiond»: 5', (text) => text.replace('completiond', 'completions')],
  'faulty/misspelt-starting-deadline.yaml': ['«startingDeadlineSenconds»: 15', (text) => text.replace('Senconds', 'Seconds')],
  'faulty/batch-v1beta1.yaml': ['apiVersion: «batch/v1beta1»', (text) => text.replace('v1beta1', 'v1')],
  'faulty/apps-v1.yaml': ['apiVersion: «apps/v1»', () => example('sequential.yaml')],
  'faulty/lost-indentation.yaml': ['«name»: parallel', () => example('parallel.yaml')],
  'faulty/misspelt-command.yaml': ['command: [«"slepp"»]', (text) => text.replace('slepp', 'sleep')],
  'faulty/missing-command-never.yaml': ['command: [«"bashccc"»]', (text) => text.replace('bashccc', 'bash')],
  'faulty/missing-command-on-failure.yaml': ['command: [«"bashmuzzibabo"»]', (text) => text.replace('bashmuzzibabo', 'bash')],
};

describe.each(faultyNames)('%s', (name) => {
  const text = example(name);
  const [shows = '', fixed = () => ''] = faulty[name] ?? [];

  test('shows its fault once', () => {
    expect(underlined(text, name)).toEqual([shows]);
  });

  test('is right after the fix that is offered first', () => {
    const analysis = analysisOf(text);
    const [fault] = causesAmong(fileFindings(analysis)).filter(({ finding }) => finding.severity !== 'info');
    const action = fault && codeActions(analysis, fault.range, {}).find(({ isPreferred }) => isPreferred);
    const after = apply(text, action?.edit?.changes?.[analysis.text.uri] ?? []);
    expect(after).toBe(fixed(text));
    expect(underlined(after, name)).toEqual([]);
  });
});
