import { describe, expect, it } from 'vitest';
import { parseManifests } from '../../../server/manifest/parse.ts';
import { render } from '../../../server/messages/render.ts';
import { judge } from '../../../server/validation/judge/judge.ts';
import type { JudgeSettings } from '../../../server/validation/judge/judged-object.ts';
import { containerWith, cronJobWith, job, jobWith, listOf } from '../../manifests.ts';

const quiet: JudgeSettings = { version: '1.37', advice: 'off' };

function judged(text: string, settings = quiet) {
  return parseManifests(text).documents.flatMap(({ body }) => judge(body, settings));
}

/** `reason path @place code`, in the order in which they are given. */
function findings(text: string, settings = quiet): string[] {
  return judged(text, settings).flatMap((object) =>
    object.findings.map(({ reason, path, at, code }) => `${reason} ${path} @${at.path.join('.')} ${code}`),
  );
}

function messages(text: string): string[] {
  return judged(text).flatMap((object) => object.findings.map(({ code, args }) => render(code, args)));
}

describe('judge', () => {
  it('has nothing against a right Job, and nothing to say of other kinds', () => {
    expect(judged(`${job}---\napiVersion: v1\nkind: Pod\nfoo: 1\n---\n- a\n`)).toMatchObject([
      { kind: 'Job', name: 'hello', findings: [] },
    ]);
  });

  it('reports shape and rules together', () => {
    expect(findings(jobWith('completiond: 3\nparallelism: -1'))).toEqual([
      'UnknownField spec.completiond @spec.completiond unknown-field',
      'Invalid spec.parallelism @spec.parallelism number-negative',
    ]);
  });

  it('says once what is wrong: no rule about what was misspelt or mistyped', () => {
    expect(findings(job.replace('restartPolicy', 'restartPolcy'))).toHaveLength(1);
    expect(findings(job.replace('image:', 'imagee:'))).toHaveLength(1);
    expect(findings(job.replace('hello', '[]'))).toEqual(['WrongType metadata.name @metadata.name wrong-type']);
    expect(findings(job.replace('apiVersion:', 'apiVersoin:'))).toEqual(['NoKind  @apiVersoin unknown-field']);
  });

  it('finds the place in a List, and counts paths from the item', () => {
    const [object] = judged(listOf(jobWith('nope: 1')));
    expect(object).toMatchObject({ item: 0, at: ['items', 0] });
    expect(object?.findings).toMatchObject([{ path: 'spec.nope', at: { path: ['items', 0, 'spec', 'nope'] } }]);
  });

  it('shows a second key where it stands', () => {
    const text = jobWith('suspend: true\nsuspend: false');
    const [finding] = judged(text)[0]?.findings ?? [];
    expect(finding).toMatchObject({ reason: 'DuplicateKey', path: 'spec.suspend' });
    expect(text.slice(0, finding?.at.range?.start).split('\n')).toHaveLength(7);
  });
});

describe('a document that cannot be parsed', () => {
  it.each([
    ['kind: Job\nspec: [\n', ['NotYAML']],
    ['apiVersion: batch/v1\nspec: *x\n', ['NotYAML']],
    ['apiVersion: batch/v1\nkind: Job\nspec: .nan\n', ['Unreadable']],
    ['a: [\n', []],
    ['kind: Pod\nspec: [\n', []],
    ['kind: Job\nspec: {{ .Values.spec }}\n', ['Advice']],
    ['{{- if .x }}\napiVersion: batch/v1\nkind: CronJob\n{{- end }}\n', ['Advice']],
    ['apiVersion: v1\nkind: ConfigMap\ndata:\n  a: @b\n  job.yaml: |\n    kind: Job\n', []],
    ['{{- if .x }}\nkind: Pod\n{{- end }}\n', []],
  ])('%j: %j', (text, reasons) => {
    expect(judged(text).flatMap((object) => object.findings.map(({ reason }) => reason))).toEqual(reasons);
  });

  it('does not keep the others from being judged', () => {
    expect(judged(`kind: Job\n\tspec: x\n---\n${job}`).map(({ findings }) => findings.length)).toEqual([1, 0]);
  });
});

describe('a word that was meant as text', () => {
  it.each([
    [jobWith({ container: 'command: [yes]' }), 'yes without quotes means true in YAML, but this must be text: write "yes".'],
    [jobWith({ metadata: 'labels: {a: 012}' }), '012 without quotes means 10 in YAML, but this must be text: write "012".'],
    [jobWith({ metadata: 'labels: {a: 12}' }), '12 without quotes is a number in YAML, but this must be text: write "12".'],
    [
      jobWith('parallelism: "3"'),
      '"3" is text because of its quotes, but this must be a whole number of at most 2147483647: write it without.',
    ],
    [jobWith('suspend: maybe'), 'This must be true or false, not text.'],
  ])('%#', (text, message) => {
    expect(messages(text)).toEqual([message]);
  });
});

describe('a template that parses', () => {
  it.each([
    [jobWith('parallelism: "{{ .Values.n }}"'), []],
    [job.replace('kind: Job', 'kind: "{{ .kind }}"'), []],
    [cronJobWith('schedule: never').replace('kind: CronJob', `kind: '{{ .kind | default "CronJob" }}'`), ['spec.schedule']],
    [job.replace('batch/v1', '"{{ .version }}"'), []],
    [jobWith({ metadata: 'labels: {"{{ .k }}": "a b"}' }), []],
    [job.replace('hello', '"{{ .name }}"'), []],
    [jobWith('parallelism: "{{ .Values.n }}"\ncompletions: -1'), ['spec.completions']],
    [jobWith(`parallelism: \${N}`), ['spec.parallelism']],
  ])('%#: leaves alone what is filled in later', (text, paths) => {
    expect(judged(text).flatMap((object) => object.findings.map(({ path }) => path))).toEqual(paths);
  });
});

describe('a patch', () => {
  it('is what says so itself', () => {
    const container = 'containers:\n  - $patch: replace\n  - name: main\n    image: busybox:1.36\n    comand: [a]';
    const said = (text: string) => judged(text).flatMap((object) => object.findings.map(({ path }) => path));
    expect(said(`$patch: replace\n${job}`)).toEqual([]);
    expect(said('apiVersion: batch/v1\nkind: Job\nmetadata: {name: a, $patch: merge}\nspec: {completionMode: Indexed}\n')).toEqual([]);
    expect(said(jobWith({ pod: container }))).toEqual(['spec.template.spec.containers[1].comand']);
    expect(said(containerWith(`args: ["$patch: replace"]\ncomand: [a]`))).toHaveLength(1);
  });

  const patch = (text: string) => findings(text, { ...quiet, partial: true });

  it('may leave out what the patched object has', () => {
    expect(patch('apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec: {completionMode: Indexed}\n')).toEqual([]);
    expect(
      patch('apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec: {template: {spec: {containers: [{name: a, $patch: delete}]}}}\n'),
    ).toEqual([]);
  });

  it('is judged by what it says', () => {
    expect(
      patch('apiVersion: batch/v1\nkind: Job\nspec: {parallelism: -1, nope: 1, suspend: x}\n').map((one) => one.split(' ')[0]),
    ).toEqual(['UnknownField', 'WrongType', 'Invalid']);
  });
});

describe('notes and advice', () => {
  it('notes a field behind a gate that is off', () => {
    expect(findings(jobWith('scheduling: {}'))).toEqual(['Advice spec.scheduling @spec.scheduling gated-field']);
  });

  it('gives advice unless it is turned off', () => {
    const advice = judged(job, { version: '1.37' })[0]?.findings ?? [];
    expect(advice.length).toBeGreaterThan(0);
    expect(advice.every(({ reason, severity }) => reason === 'Advice' && severity !== 'error')).toBe(true);
  });
});
