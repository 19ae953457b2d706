import { describe, expect, test } from 'vitest';
import { field, specPath } from '../../../server/kubernetes/finding/field-path.ts';
import { bad, misplaced } from '../../../server/kubernetes/finding/finding.ts';
import { parseManifests } from '../../../server/manifest/parse.ts';
import { judge } from '../../../server/validation/judge/judge.ts';
import type { JudgeSettings } from '../../../server/validation/judge/judged-object.ts';
import { isSettled, withoutRepetition } from '../../../server/validation/judge/unsaid.ts';
import { job, jobWith } from '../../manifests.ts';

/** The codes of what is said, in their order. */
function said(text: string, settings: Partial<JudgeSettings> = {}): readonly string[] {
  return parseManifests(text).documents.flatMap(({ body }) =>
    judge(body, { version: '1.37', advice: 'off', ...settings }).flatMap(({ findings }) => findings.map(({ code }) => code)),
  );
}

describe('what follows from something else is not said', () => {
  test.each([
    ['an unknown field that was meant for apiVersion', job.replace('apiVersion:', 'apiVersoin:'), ['unknown-field']],
    ['a field that is missing because it was misspelt', job.replace('restartPolicy', 'restartPolcy'), ['unknown-field']],
    ['a rule about a value of the wrong type', jobWith('completionMode: Indexed\ncompletions: many'), ['wrong-type']],
  ] as const)('%s', (_, text, codes) => {
    expect(said(text)).toEqual(codes);
  });

  test('but what stands beside it is', () => {
    expect(said(jobWith('completiond: 3\nparallelism: -1'))).toEqual(['unknown-field', 'number-negative']);
    expect(said(jobWith('managedBy: a.b/c'), { version: '1.31' })).toEqual(['gated-field']);
  });
});

test('a note about a field is settled by an error in it, not by a warning or by one elsewhere', () => {
  const managedBy = field(specPath, 'managedBy');
  const note = misplaced(managedBy, 'Advice', 'gated-field', { args: { field: 'managedBy', gate: 'JobManagedBy', version: '1.31' } });
  const error = bad(managedBy, 'Invalid', 'number-negative', { args: { value: -1 } });
  expect(isSettled(note, [error])).toBe(true);
  expect(isSettled(note, [{ ...error, severity: 'warning' }])).toBe(false);
  expect(isSettled(note, [bad(field(specPath, 'suspend'), 'Invalid', 'number-negative', { args: { value: -1 } })])).toBe(false);
});

test('the same is said once, in the place of the first; of keys it is the place that tells them apart', () => {
  const negative = (name: string) => bad(field(specPath, name), 'Invalid', 'number-negative', { args: { value: -1 } });
  const [one, other] = [negative('parallelism'), negative('completions')];
  expect(withoutRepetition([one, other, negative('parallelism')])).toEqual([one, other]);
  const atKey = (name: string) => ({ ...one, at: { path: ['spec', name], part: 'key' as const } });
  expect(withoutRepetition([atKey('a'), atKey('b'), atKey('a')])).toEqual([atKey('a'), atKey('b')]);
});

describe('of a patch', () => {
  test.each([
    ['what is missing', 'spec: {completionMode: Indexed}', []],
    [
      'what names something else in the object',
      'spec: {template: {spec: {containers: [{name: a, volumeMounts: [{name: b, mountPath: /c}]}]}}}',
      [],
    ],
    ['its own directives', 'spec: {template: {spec: {$patch: replace}}}', []],
  ] as const)('%s is not said', (_, lines, codes) => {
    expect(said(`apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\n${lines}\n`, { partial: true })).toEqual(codes);
  });
});

describe('of a template', () => {
  test('nothing is said of a value that is filled in later, only that nobody can tell yet', () => {
    const [object] = parseManifests(jobWith('parallelism: "{{ .n }}"')).documents.flatMap(({ body }) =>
      judge(body, { version: '1.37', advice: 'off' }),
    );
    expect(object).toMatchObject({ findings: [], filledInLater: true });
  });

  test('what stands in full beside it is judged', () => {
    expect(said(jobWith('parallelism: "{{ .n }}"\ncompletions: -1'))).toEqual(['number-negative']);
  });
});
