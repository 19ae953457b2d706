import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyzer } from '../../../server/application/analysis.ts';
import { defaultSettings } from '../../../server/application/settings/settings.ts';
import { type Acceptance, accept, objectNamed, type ScenarioFile } from '../../../server/application/simulation/accept.ts';

const job = (name: string, more = '') => `apiVersion: batch/v1
kind: Job
metadata:
  name: ${name}
spec:
${more}  template:
    spec:
      restartPolicy: Never
      containers: [{name: main, image: busybox, command: [sleep, "3"]}]
`;

function answer(text: string, { name, file, patch }: { name?: string; file?: ScenarioFile; patch?: boolean } = {}): Acceptance {
  const analysis = createAnalyzer().analyse(TextDocument.create('job.yaml', 'yaml', 1, text), defaultSettings, patch);
  const object = objectNamed(analysis, name);
  if (!object) throw new Error('there is no object');
  return accept(analysis, object, file);
}

describe('an object is', () => {
  test('accepted, with its scenario', () => {
    expect(answer(`# kubejob-scenario: {start: 4}\n${job('a')}`)).toMatchObject({
      status: 'accepted',
      object: { kind: 'Job', metadata: { name: 'a' } },
      scenario: { start: 4 },
    });
  });

  test('refused, where the API server would refuse it', () => {
    expect(answer(job('a', '  completions: -1\n'))).toMatchObject({
      status: 'refused',
      what: 'object',
      file: 'job.yaml',
      problems: [{ finding: { code: 'number-negative' }, range: { start: { line: 5 } } }],
    });
  });

  test('refused, where its scenario cannot be played, which is no fault of the object', () => {
    expect(answer(job('a'), { file: { file: 'job.scenario.yaml', text: 'start: 1\nrum: 3\n' } })).toMatchObject({
      status: 'refused',
      what: 'scenario',
      file: 'job.scenario.yaml',
      problems: [{ finding: { reason: 'Scenario', path: 'rum' }, range: { start: { line: 1 } }, about: { kind: 'Job', name: 'a' } }],
    });
  });

  test.each([
    ['not yet readable', job('a', '  completions\n'), 'unreadable', 1],
    ['a template that is no YAML', job('a', '{{- if .Values.x }}\n  completions: 3\n{{- end }}\n'), 'template', 0],
    ['a template whose values are filled in later', job('a', '  completions: {{ .Values.completions }}\n'), 'template', 0],
    ['the same, in quotes', job('a', '  completions: "{{ .Values.completions }}"\n'), 'template', 0],
  ])('no manifest yet: %s', (_, text, why, problems) => {
    const found = answer(text);
    expect(found).toMatchObject({ status: 'unfinished', why });
    expect('problems' in found && found.problems).toHaveLength(problems);
  });

  test('no manifest yet: a patch of one that stands elsewhere', () => {
    expect(answer(job('a'), { patch: true })).toMatchObject({ status: 'unfinished', why: 'patch', message: /is a patch/ });
  });

  test('accepted with braces that fill in nothing that is judged', () => {
    expect(answer(job('a').replace('"3"', '"{{.Name}}"'))).toMatchObject({ status: 'accepted' });
  });
});

describe('of several objects counts', () => {
  const two = `${job('one').replace('kind: Job', 'kind: Jo')}---\n${job('two')}`;
  test.each([
    [undefined, 'two'],
    ['one', 'one'],
    ['two', 'two'],
  ])('with the name %s', (name, found) => {
    const analysis = createAnalyzer().analyse(TextDocument.create('job.yaml', 'yaml', 1, two), defaultSettings);
    expect(objectNamed(analysis, name)?.judged.name).toBe(found);
  });
});
