import { describe, expect, test } from 'vitest';
import { fileFindings } from '../../../server/application/findings/file-findings.ts';
import { analysisOf } from '../../analysis.ts';
import { check } from '../../check.ts';
import { job, jobWith } from '../../manifests.ts';
import { shown } from '../../text.ts';

describe('nothing is said', () => {
  test.each([
    ['of other kinds', 'apiVersion: apps/v1\nkind: Deployment\nspec: 3\n'],
    ['of a Job of another project', 'apiVersion: batch.volcano.sh/v1alpha1\nkind: Job\nspec: {tasks: 3}\n'],
    ['of what is no manifest', 'a: [1\n'],
    ['of an empty text', ''],
    ['of a value that a template fills in', jobWith('completions: "{{ .Values.completions }}"')],
  ])('%s', (_, text) => check(text));
});

describe('a template that is no YAML gets one note', () => {
  test.each([
    ['inside', jobWith('completions: 3').replace('  template', '{{- if .Values.a }}\n  parallelism: 2\n{{- end }}\n  template')],
    ['at its beginning', `{{- if .Values.a }}\n${job}{{- end }}\n`],
  ])('%s', (_, text) => {
    const found = fileFindings(analysisOf(text)).map(({ finding }) => `${finding.severity} ${finding.code}`);
    expect(found).toEqual(['info template']);
  });
});

test('the rest of a file is judged though one document is broken', () => {
  const text = `apiVersion: batch/v1\nkind: Job\nspec: [\n---\n${jobWith('completions: -1')}`;
  const found = fileFindings(analysisOf(text, { advice: 'off' })).map(({ finding, range }) => `${finding.reason} ${shown(text, range)}`);
  expect(found).toEqual(['NotYAML spec: «[»', 'Invalid completions: «-1»']);
});

describe('a fault in a scenario', () => {
  const faulty = '# kubejob-scenario:\n#   run: {for: 10, exti: 1}\n#                  ^^^^ scenario-unknown-field\n';

  test('is found in the comment at the head of each document', () => {
    check(`${faulty}${job}`);
    check(
      `${job}---\n${faulty}${jobWith(`
        completions: -1
        #            ^^ number-negative
      `)}`,
    );
  });

  test.each(['yaml', 'yml'])('is found in a file of its own, *.scenario.%s', (ending) => {
    const found = fileFindings(analysisOf('run: {for: 10, exti: 1}\n', {}, `file:///a.scenario.${ending}`));
    expect(found.map(({ finding }) => finding.code)).toEqual(['scenario-unknown-field']);
  });
});
