import { expect, test } from 'vitest';
import { diagnosticsOf } from '../../server/language/diagnostics.ts';
import { analysisOf } from '../analysis.ts';
import { jobWith } from '../manifests.ts';
import { shown } from '../text.ts';

test('a finding has the severity, code and page that editors know', () => {
  const [diagnostic, ...more] = diagnosticsOf(analysisOf(jobWith('completions: -1'), { advice: 'off' }));
  expect(diagnostic).toMatchObject({
    severity: 1,
    code: 'number-negative',
    codeDescription: { href: expect.stringMatching(/^https:\/\/kubernetes\.io\/docs\//) },
    source: 'kubejob',
    message: expect.stringContaining('-1'),
  });
  expect(more).toEqual([]);
});

test('errors, warnings, notes and practices are told apart; a practice that was given a level has that', () => {
  const manifest = jobWith({ metadata: 'name: hello.world', spec: 'suspend: x\nparallelism: 3\ncompletions: 2' });
  const analysis = analysisOf(manifest, { rules: { 'no-memory-request': 'info' } });
  expect(diagnosticsOf(analysis).map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    '2 name-used-in-pods',
    '4 unremoved-job',
    '1 wrong-type',
    '3 parallelism-above-completions',
    '3 no-memory-request',
  ]);
});

test('ranges count UTF-16 units, with Windows line breaks and a byte order mark as well', () => {
  const manifest = jobWith({ metadata: 'name: "🙂a"', spec: 'completions: -1 # 🙂' }).replaceAll('\n', '\r\n');
  for (const text of [manifest, `\uFEFF${manifest}`]) {
    const negative = diagnosticsOf(analysisOf(text)).find(({ code }) => code === 'number-negative');
    expect(negative && shown(text, negative.range)).toBe('completions: «-1» # 🙂');
  }
});

test('both halves of a conflict are named', () => {
  const text = jobWith({
    spec: 'podFailurePolicy: {rules: [{action: Count, onExitCodes: {operator: In, values: [1]}}]}',
    pod: 'restartPolicy: OnFailure',
  });
  const conflict = diagnosticsOf(analysisOf(text)).find(({ code }) => code === 'job-restart-policy-pod-failure-policy');
  expect(conflict && shown(text, conflict.range)).toBe('restartPolicy: «OnFailure»');
  expect(conflict?.relatedInformation?.map(({ location }) => shown(text, location.range))).toEqual([
    '«podFailurePolicy»: {rules: [{action: Count, onExitCodes: {operator: In, values: [1]}}]}',
  ]);
});

test('there are none when they are switched off', () => {
  expect(diagnosticsOf(analysisOf(jobWith('completions: -1'), { validate: false }))).toEqual([]);
});
