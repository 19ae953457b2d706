import { describe, expect, test } from 'vitest';
import { accept, objectNamed } from '../../../server/application/simulation/accept.ts';
import { assumptionTexts, outcomeText } from '../../../server/application/simulation/outcome.ts';
import { type Language, textsIn } from '../../../server/messages/render.ts';
import { simulate } from '../../../server/simulator/simulate.ts';
import { analysisOf } from '../../analysis.ts';
import { cronJobWith, jobWith } from '../../manifests.ts';

function runOf(text: string, until?: number) {
  const analysis = analysisOf(text);
  const object = objectNamed(analysis);
  const accepted = object && accept(analysis, object, undefined);
  if (accepted?.status !== 'accepted') throw new Error(accepted?.status);
  return simulate(accepted.object, accepted.scenario, { version: '1.37', ...(until === undefined ? {} : { until }) });
}

function sentence(text: string, until?: number, language: Language = 'en'): string {
  return outcomeText(runOf(text, until), textsIn(language));
}

const scenario = (lines: string) => `# kubejob-scenario: ${lines}\n`;
const minutely = (policy: string) => cronJobWith({ cronJob: `schedule: "* * * * *"\nconcurrencyPolicy: ${policy}` });
const cannotPull = scenario('{startAt: 2026-01-01T00:00:30Z, run: {cannotPull: true}}');
const endless = scenario('{run: {for: 1000000000}}');
const failing = { spec: 'backoffLimit: 0\nttlSecondsAfterFinished: 600', container: 'command: [sh, -c, "sleep 3; exit 1"]' };

describe('of a Job the sentence says', () => {
  test.each([
    ['how it ended', jobWith({ container: 'command: [sleep, "3"]' }), 'Complete after 5 s: 1 pod.'],
    [
      'that it was deleted later',
      jobWith(failing),
      'Failed after 5 s (BackoffLimitExceeded), deleted 10 min later: 1 pod, 1 of them failed.',
    ],
    ['that no pod can be made', jobWith({ pod: 'overhead: {cpu: 10m}' }), 'Still running after 1 day (FailedCreate): 0 pods.'],
    [
      'both durations where it was resumed',
      `${scenario('{actions: [{at: 60, patch: {spec: {suspend: false}}}]}')}${jobWith({ spec: 'suspend: true', container: 'command: [sleep, "3"]' })}`,
      'Complete 5 s after it was resumed, 65 s after it was created: 1 pod.',
    ],
    [
      'that it was deleted before its end',
      `${scenario('{run: {for: 60}, actions: [{at: 5, delete: Background}]}')}${jobWith({})}`,
      'Deleted before it had ended: 1 pod.',
    ],
    ['what it waits for', `${cannotPull}${jobWith({})}`, 'Still running after 1 day (ImagePullBackOff, never ends by itself): 1 pod.'],
    ['that it goes on for ever', jobWith({ container: 'command: [sleep, infinity]' }), 'Still running (never ends by itself): 1 pod.'],
    [
      'not that it does where a deadline ends it',
      jobWith({ spec: 'activeDeadlineSeconds: 60', container: 'command: [sleep, infinity]' }),
      'Failed after 91 s (DeadlineExceeded): 1 pod, 1 of them failed.',
    ],
    ['that it is suspended', jobWith('suspend: true'), 'Suspended: no pods are started until suspend is false.'],
  ])('%s', (_, text, expected) => {
    expect(sentence(text)).toBe(expected);
  });
});

describe('of a CronJob the sentence says', () => {
  test.each([
    [
      'that none of its Jobs has ended',
      `${cannotPull}${minutely('Allow')}`,
      '10 Jobs started in 10 min: none has ended (ImagePullBackOff, never ends by itself); 10 pods.',
    ],
    [
      'which runs were skipped',
      `${cannotPull}${minutely('Forbid')}`,
      '1 Job started in 10 min: none has ended (ImagePullBackOff, never ends by itself); 1 pod. 9 runs were skipped, as the one before was still active (Forbid).',
    ],
    [
      'which were replaced',
      `${scenario('{run: {for: 90}}')}${minutely('Replace')}`,
      '9 Jobs started in 10 min: 8 replaced before the end, 1 still running; 9 pods.',
    ],
    [
      'which were too late',
      `${scenario('{run: {for: 5}}')}${cronJobWith('schedule: "* * * * *"\nstartingDeadlineSeconds: 0')}`,
      '0 Jobs started in 10 min: 0 pods. 9 runs were missed: no Job could be started in time.',
    ],
    [
      'what became of the others',
      `${scenario('{run: {for: 5}, pods: [{job: 1, run: {for: 5, exit: 1}}]}')}${cronJobWith({ cronJob: 'schedule: "*/3 * * * *"', spec: 'backoffLimit: 0' })}`,
      '3 Jobs started in 10 min: 2 complete, 1 failed; 3 pods, 1 of them failed.',
    ],
  ])('%s', (_, text, expected) => expect(sentence(text, 600)).toBe(expected));

  test.each([
    ['suspended', cronJobWith('suspend: true'), 'No Job is started: the CronJob is suspended until suspend is false.'],
    [
      'for a day that never comes',
      cronJobWith('schedule: "0 0 30 2 *"'),
      'No Job is started: the schedule never fires, as no date in the five years that the controller looks ahead matches it.',
    ],
  ])('why it starts none: %s', (_, text, expected) => expect(sentence(text)).toBe(expected));
});

describe('where nobody says how long, a CronJob is watched', () => {
  test.each([
    ['* * * * *', '', '59 Jobs started in 1 h', 'for an hour'],
    ['0 3 * * *', '', '3 Jobs started in 2 days 3 h', 'until its third run had ended'],
    ['0 0 1 1 *', '', '3 Jobs started in 1096 days', 'until its third run had ended'],
    ['0 0 29 2 *', '', '3 Jobs started in 3711 days', 'until its third run had ended'],
    ['0 0 29 2 *', endless, 'none has ended', 'for 15 years'],
    ['0 0 1 1 *', endless, 'none has ended', 'for 5 years'],
    ['* * * * *', cannotPull, 'none has ended', 'up to the bound on its events'],
  ])('%s', (schedule, comment, started, watched) => {
    const run = runOf(`${comment}${cronJobWith({ cronJob: `schedule: "${schedule}"`, container: 'command: [sleep, "3"]' })}`);
    expect(outcomeText(run, textsIn('en'))).toContain(started);
    expect(assumptionTexts(run, textsIn('en')).join('\n')).toContain(`watched ${watched}`);
  });
});

test('in Korean too', () => {
  expect(sentence(jobWith(failing), undefined, 'ko')).toBe('5초 만에 실패(BackoffLimitExceeded), 10분 뒤 삭제: 파드 1개, 그중 1개 실패.');
  expect(sentence(`${cannotPull}${minutely('Forbid')}`, 600, 'ko')).toBe(
    '10분 동안 잡 1개 시작: 아직 끝난 것 없음(ImagePullBackOff, 스스로 끝나지 않음), 파드 1개. 앞의 실행이 아직 끝나지 않아 실행 9회를 건너뛰었습니다(Forbid).',
  );
});

test('where a scenario says how long a container runs, only its end is assumed', () => {
  const sleeps = jobWith({ container: 'command: [sleep, "30"]' });
  const assumed = (text: string) => assumptionTexts(runOf(text), textsIn('en')).join('\n');
  expect(assumed(sleeps)).toContain('`main` runs for 30 s and ends with exit code 0');
  expect(assumed(scenario('{run: {for: 50}}') + sleeps)).toContain('`main` ends with exit code 0: read from its command');
  expect(assumed(scenario('{run: {for: 50}}') + sleeps)).not.toContain('30 s');
  expect(assumed(scenario('{run: {for: 50, exit: 0}}') + sleeps)).not.toContain('exit code 0');
});
