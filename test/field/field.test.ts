import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { objectFindings } from '../../server/application/findings/object-findings.ts';
import { causesAmong } from '../../server/application/located-finding.ts';
import { fixesOf } from '../../server/language/fixes/index.ts';
import { inlayHints } from '../../server/language/inlay-hints.ts';
import { analysisOf } from '../analysis.ts';
import { run } from '../cli/run.ts';
import { folderWith } from '../folder-with.ts';
import { apply } from '../text.ts';

const text = (file: string) => readFileSync(join(__dirname, file), 'utf8');

/** What is said of every file here, as the first lines of each say is right. Of a file that is not named nothing is said. */
const said: Readonly<Record<string, readonly string[]>> = {
  '01-schedule-unquoted-star.yaml': ['error Text that begins with * must be in quotes: write "*/10 * * * *".'],
  '02-lines-shifted-under-apiversion.yaml': [
    'error "apiVersion" has a value already, so nothing can stand under it: move this 2 blanks to the left.',
  ],
  '03-active-deadline-on-cronjob.yaml': ['error There is no field "activeDeadlineSeconds" here: it belongs to spec.jobTemplate.spec.'],
  '04-limits-beside-empty-resources.yaml': [
    'error There is no field "limits" here: it belongs to spec.jobTemplate.spec.template.spec.containers[0].resources.',
  ],
  '05-flux-variables/cronjob.yaml': ['info Values with placeholders are not checked: a tool fills them in before Kubernetes sees them.'],
  '07-sidecar-known-to-validate-not-to-simulate.yaml': [
    'warning `cloud-sql-proxy` never ends, so the Job never completes: move it to initContainers with restartPolicy: Always, which makes it a sidecar',
  ],
  '10-schedule-every-90-minutes.yaml': [
    'info `*/90` begins anew each hour: it runs at minute 0, not every 90 minutes; use a step that divides 60, or @every',
  ],
  '11-schedule-step-that-does-not-divide.yaml': [
    'info `*/35` begins anew each hour: it runs at minute 0, 35, not every 35 minutes; use a step that divides 60, or @every',
  ],
  '15-shell-variables-without-a-shell.yaml': [
    'info No shell reads `$NODE` here, so it stays as it is: write $(NODE) and define NODE before it',
    `info No shell reads \`$${'{DB}'}\` here, so it stays as it is: write $(DB)`,
    `info No shell reads \`$${'{DB}'}\` here, so it stays as it is: write $(DB)`,
  ],
  '17-template-twice-control.yaml': [
    'warning The key "template" is already in this map, and kubectl keeps the last one; kustomize, Flux and the API itself refuse the file: remove one of the two.',
  ],
  '19-chart/templates/job.yaml': [
    'info This looks like a template: it is not checked until it is rendered to YAML.',
    'warning Helm knows no delete policy `hook-suceeded`, so it never deletes the hook: is hook-succeeded meant?',
    'error There is no field "completins" here. Did you mean completions?',
    'error restartPolicy "Always" is not allowed in a Job: set it to OnFailure (a failed container is restarted in its pod) or Never (a failed pod is kept and a new one takes its place).',
  ],
  '21-daily-cronjob-simulated.yaml': ['error This name has 59 characters; a CronJob may have 52, because its Jobs add a number to it.'],
  '22-bash-on-alpine-control.yaml': [
    'info A hook that fails stays, and the next release stops at "already exists": add before-hook-creation to its delete policy',
    'warning The image alpine:3.20 has no program `/bin/bash`, so the container cannot start: use another image or program',
  ],
};

interface Reported {
  readonly file: string;
  readonly severity: string;
  readonly message: string;
  readonly consequence?: boolean;
  readonly practice?: boolean;
}

test('of each file is said what is right, and nothing else', async () => {
  const { out, code } = await run('validate', '--format', 'json', __dirname);
  const shown: readonly Reported[] = JSON.parse(out).filter(({ consequence, practice }: Reported) => !consequence && !practice);
  const told = shown.map(({ file, severity, message }) => [relative(__dirname, resolve(file)), `${severity} ${message}`]);
  expect(told).toEqual(Object.entries(said).flatMap(([file, all]) => all.map((one) => [file, one])));
  expect(code).toBe(1);
});

describe('the preferred fix of the first error leaves none, and changes no more than', () => {
  test.each([
    ['01-schedule-unquoted-star.yaml', ['  schedule: */10 * * * *'], ['  schedule: "*/10 * * * *"']],
    ['03-active-deadline-on-cronjob.yaml', ['  activeDeadlineSeconds: 17'], ['      activeDeadlineSeconds: 17']],
    ['21-daily-cronjob-simulated.yaml', undefined, ['  name: search-index-v2-nightly-features-report-clickstream']],
  ])('%s', (file, gone, added) => {
    const before = text(file);
    const after = mended(before);
    expect(errorsIn(after)).toEqual([]);
    const linesOf = (one: string) => one.split('\n');
    if (gone) expect(linesOf(before).filter((line) => !linesOf(after).includes(line))).toEqual(gone);
    expect(linesOf(after).filter((line) => !linesOf(before).includes(line))).toEqual(added);
  });

  test.each([
    ['02-lines-shifted-under-apiversion.yaml', (line: string, index: number) => (index > 1 ? line.replace(/^ {2}/, '') : line)],
    ['04-limits-beside-empty-resources.yaml', (line: string, index: number) => (index > 15 ? line.replace(/^(?=.)/, '  ') : line)],
  ])('%s', (file, moved) => {
    const before = text(file);
    expect(mended(before)).toBe(before.split('\n').map(moved).join('\n'));
    expect(errorsIn(mended(before))).toEqual([]);
  });
});

function errorsOf(analysis: ReturnType<typeof analysisOf>) {
  return causesAmong(objectFindings(analysis)).filter(({ finding }) => finding.severity === 'error');
}

const errorsIn = (manifest: string) => errorsOf(analysisOf(manifest)).map(({ message }) => message);

function mended(manifest: string): string {
  const analysis = analysisOf(manifest);
  const [first] = errorsOf(analysis);
  const fix = first && fixesOf(analysis, first).find(({ preferred }) => preferred);
  return fix ? apply(manifest, fix.edits) : manifest;
}

test('no fix of a file with placeholders is offered, and none is where they are left alone', () => {
  const manifest = text('05-flux-variables/cronjob.yaml');
  const analysis = analysisOf(manifest);
  const fixes = objectFindings(analysis).flatMap((found) => fixesOf(analysis, found));
  const variables = manifest.match(/\$\{[^}]*\}/g) ?? [];
  for (const { edits } of fixes) for (const variable of variables) expect(apply(manifest, edits)).toContain(variable);
});

describe('the words of a schedule agree with its runs', () => {
  test.each([
    ['10-schedule-every-90-minutes.yaml', 'Every hour, at minute 0', '매시 0분'],
    ['11-schedule-step-that-does-not-divide.yaml', 'Every hour, at minutes 0 and 35', '매시 0·35분'],
  ])('%s', (file, english, korean) => {
    const words = (language: 'en' | 'ko') =>
      inlayHints(analysisOf(text(file), { language }), { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } })[0]?.label;
    expect([words('en'), words('ko')]).toEqual([english, korean]);
  });
});

describe('a simulation says', () => {
  const summary = async (file: string, ...more: readonly string[]) => {
    const { out, code } = await run('simulate', '--output', 'summary', ...more, join(__dirname, file));
    expect(code).toBe(0);
    return out;
  };

  test.each([
    ['07-sidecar-known-to-validate-not-to-simulate.yaml', [], 'migrate  Still running (never ends by itself): 1 pod.'],
    [
      '08-outcome-lost-behind-ttl.yaml',
      [],
      'report  Failed after 15 s (BackoffLimitExceeded), deleted 10 min later: 1 pod, 1 of them failed, 2 container restarts.',
    ],
    [
      '09-bound-of-a-cronjob.yaml',
      ['--until', '10m'],
      'pile  10 Jobs started in 10 min: none has ended (ImagePullBackOff, never ends by itself); 10 pods.',
    ],
    [
      '16-forbid-and-a-run-that-cannot-end.yaml',
      ['--until', '10m'],
      'poller  1 Job started in 10 min: none has ended (ImagePullBackOff, never ends by itself); 1 pod. 9 runs were skipped, as the one before was still active (Forbid).',
    ],
    ['22-bash-on-alpine-control.yaml', [], 'before-install  Failed after 10 min 32 s (BackoffLimitExceeded): 7 pods, 7 of them failed.'],
  ])('of %s', async (file, options, first) => {
    expect((await summary(file, ...options)).split('\n')[0]).toBe(first);
  });

  test('of a template why there is none', async () => {
    const { code, error } = await run('simulate', join(__dirname, '19-chart/templates/job.yaml'));
    expect(code).toBe(1);
    expect(error).toContain('This is a template: simulate what it renders');
  });

  test('that a proxy is assumed not to end', async () => {
    expect(await summary('07-sidecar-known-to-validate-not-to-simulate.yaml')).toContain(
      '`cloud-sql-proxy` is assumed to run until something stops it, so the pod never succeeds',
    );
  });

  test('of a bound that it is one of each run', async () => {
    expect(await summary('09-bound-of-a-cronjob.yaml', '--until', '10m')).toContain(
      '7 pods in each run, 1 at the same time; nothing bounds the time of a run. Any number of runs at the same time (Allow).',
    );
  });

  test('what a daily CronJob does, once its name is mended', async () => {
    const folder = folderWith({ 'mended.yaml': mended(text('21-daily-cronjob-simulated.yaml')) });
    const { out } = await run('simulate', '--output', 'summary', join(folder, 'mended.yaml'));
    expect(out.split('\n')[0]).toMatch(/ 3 Jobs started in 2 days 3 h: 3 complete; 3 pods\.$/);
  });
});
