import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyzer } from '../../../server/application/analysis.ts';
import type { ScenarioFile } from '../../../server/application/scenario/scenario-source.ts';
import { defaultSettings } from '../../../server/application/settings/settings.ts';
import { type Acceptance, accept, objectNamed } from '../../../server/application/simulation/accept.ts';
import { jobWith } from '../../manifests.ts';

const named = (name: string, spec = '') => jobWith({ metadata: `name: ${name}`, spec, container: 'command: [sleep, "3"]' });

function answer(text: string, { name, file, patch }: { name?: string; file?: ScenarioFile; patch?: boolean } = {}): Acceptance {
  const analysis = createAnalyzer().analyse(TextDocument.create('job.yaml', 'yaml', 1, text), defaultSettings, patch);
  const object = objectNamed(analysis, name);
  if (!object) throw new Error('there is no object');
  return accept(analysis, object, file);
}

describe('an object is', () => {
  test('accepted, with its scenario', () => {
    expect(answer(`# kubejob-scenario: {start: 4}\n${named('a')}`)).toMatchObject({
      status: 'accepted',
      object: { kind: 'Job', metadata: { name: 'a' } },
      scenario: { start: 4 },
    });
  });

  test('refused, where the API server would refuse it', () => {
    expect(answer(named('a', 'completions: -1'))).toMatchObject({
      status: 'refused',
      what: 'object',
      file: 'job.yaml',
      problems: [{ finding: { code: 'number-negative' }, range: { start: { line: 5 } } }],
    });
  });

  test('refused, where its scenario cannot be played, which is no fault of the object', () => {
    expect(answer(named('a'), { file: { file: 'job.scenario.yaml', text: 'start: 1\nrum: 3\n' } })).toMatchObject({
      status: 'refused',
      what: 'scenario',
      file: 'job.scenario.yaml',
      problems: [{ finding: { reason: 'Scenario', path: 'rum' }, range: { start: { line: 1 } }, about: { kind: 'Job', name: 'a' } }],
    });
  });

  test.each([
    ['not yet readable', named('a', 'completions'), 'unreadable', 1],
    ['a template that is no YAML', named('a', '{{- if .Values.x }}\ncompletions: 3\n{{- end }}'), 'template', 0],
    ['a template whose values are filled in later', named('a', 'completions: {{ .Values.completions }}'), 'template', 0],
    ['the same, in quotes', named('a', 'completions: "{{ .Values.completions }}"'), 'template', 0],
  ])('no manifest yet: %s', (_, text, why, problems) => {
    const found = answer(text);
    expect(found).toMatchObject({ status: 'unfinished', why });
    expect('problems' in found && found.problems).toHaveLength(problems);
  });

  test('no manifest yet: a patch of one that stands elsewhere', () => {
    expect(answer(named('a'), { patch: true })).toMatchObject({ status: 'unfinished', why: 'patch', message: /is a patch/ });
  });

  test('accepted with braces that fill in nothing that is judged', () => {
    expect(answer(named('a').replace('"3"', '"{{.Name}}"'))).toMatchObject({ status: 'accepted' });
  });
});

describe('of several objects counts', () => {
  const two = `${named('one').replace('kind: Job', 'kind: Jo')}---\n${named('two')}`;
  test.each([
    [undefined, 'two'],
    ['one', 'one'],
    ['two', 'two'],
  ])('with the name %s', (name, found) => {
    const analysis = createAnalyzer().analyse(TextDocument.create('job.yaml', 'yaml', 1, two), defaultSettings);
    expect(objectNamed(analysis, name)?.judged.name).toBe(found);
  });
});
