import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { simulateObject } from '../../server/application/simulation/simulate-object.ts';
import { analysisOf } from '../analysis.ts';
import { exampleFolder } from '../examples.ts';
import { folderWith } from '../folder-with.ts';
import { job, run } from './run.ts';

const simulated = async (...args: string[]) => JSON.parse((await run('simulate', '--output', 'json', ...args)).out);

describe('what is simulated', () => {
  test('the first Job of the file, or the named one', async () => {
    const file = join(folderWith({ 'two.yaml': `${job('one')}---\n${job('two', 'sleep 20')}` }), 'two.yaml');
    expect((await simulated(file)).summary.duration).toBe(12);
    expect((await simulated('--name', 'two', file)).summary.duration).toBe(22);
    expect(await run('simulate', '--name', 'three', file)).toMatchObject({ code: 2, error: expect.stringContaining('called three') });
  });

  test('what the API server refuses is not', async () => {
    const ran = await run('simulate', join(exampleFolder, 'faulty/restart-always.yaml'));
    expect(ran).toMatchObject({ code: 1, out: '', error: expect.stringContaining('job-restart-policy') });
    expect(ran.error).toContain('The API server would not accept this');
  });

  test.each([
    ['a template that is no YAML', job('one').replace('name: one', 'name: {{ .Release.Name }}')],
    [
      'a template that is YAML',
      job('one').replace('image: busybox', 'image: "{{ .Values.image }}"').replace('restartPolicy: Never', 'restartPolicy: "{{ .r }}"'),
    ],
    ['a template of the whole spec', 'apiVersion: batch/v1\nkind: Job\nmetadata: {name: one}\nspec: "{{ .Values.spec }}"\n'],
  ])('what a template fills in later is not judged: %s', async (_, text) => {
    const file = join(folderWith({ 'a.yaml': text }), 'a.yaml');
    for (const output of ['describe', 'summary', 'json', 'watch']) {
      const ran = await run('simulate', '--output', output, file);
      expect(ran).toMatchObject({ code: 1, out: '', error: expect.stringContaining('This is a template') });
      expect(ran.error).not.toContain('would not accept');
    }
  });

  test('a patch alone is not', async () => {
    const folder = folderWith({ 'patch.yaml': job('one'), 'kustomization.yaml': 'patches: [{path: patch.yaml}]\n' });
    const ran = await run('simulate', join(folder, 'patch.yaml'));
    expect(ran).toMatchObject({ code: 1, out: '', error: expect.stringContaining('This file is a patch') });
  });

  test.each([
    [['simulate', 'missing.yaml'], 'no such file or folder: missing.yaml'],
    [['simulate', '--until', 'soon', 'x.yaml'], 'Write seconds, or a duration'],
    [['simulate', '--failure-rate', '2', 'x.yaml'], 'from 0 to 1'],
    [['simulate', '--failure-rate', '0.2', 'x.yaml'], 'say how many with --runs'],
    [['simulate', '--speed', '3', 'x.yaml'], 'ask for --live as well'],
    [['simulate', '--live', '--runs', '3', 'x.yaml'], 'leave out --runs'],
    [['simulate', '--runs', '0', 'x.yaml'], 'from 1 to 1000000'],
    [['simulate', '--runs', '3', '--output', 'pods', 'x.yaml'], 'has no pods'],
    [['test', 'nowhere.yaml'], 'no such file or folder: nowhere.yaml'],
    [['simulate', exampleFolder], 'a folder, not a file'],
    [['simulate', join(exampleFolder, 'README.md')], 'no Job or CronJob in'],
  ])('%j could not run', async (args, text) => {
    expect(await run(...args)).toMatchObject({ code: 2, out: '', error: expect.stringContaining(text) });
  });

  test('a range is judged by all its versions and simulated as by the newest, which is said', async () => {
    const policy = 'completionMode: Indexed\ncompletions: 1\nsuccessPolicy: {rules: [{succeededCount: 1}]}';
    const file = join(folderWith({ 'a.yaml': job('one', 'sleep 1', policy) }), 'a.yaml');
    const simulate = (range: string) => run('simulate', '--output', 'summary', '--kubernetes-version', range, file);
    expect(await simulate('1.33-1.37')).toMatchObject({
      code: 0,
      error: 'kubejob: judged as by Kubernetes 1.33-1.37, simulated as by 1.37\n',
    });
    const refused = await simulate('1.29-1.37');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.error).toMatch(/^kubejob: as by Kubernetes 1\.29:\n/);
    expect(refused.error).toContain('field-too-new');
    expect((await simulate('1.37')).error).toBe('');
  });

  test('one run of a CronJob', async () => {
    const result = await simulated('--run', join(exampleFolder, 'every-fifteen-minutes.yaml'));
    expect(result.summary).toMatchObject({ outcome: 'Complete', podsCreated: 1 });
    expect(result.describe).toContain('Controlled By:    CronJob/batch-job-every-fifteen-minutes');
  });
});

describe('scenarios', () => {
  const failing = 'run: {for: 3, exit: 1}\n';
  test('beside the manifest', async () => {
    const folder = folderWith({ 'a.yaml': job('a', 'sleep 1', 'backoffLimit: 0'), 'a.scenario.yaml': failing });
    expect((await simulated(join(folder, 'a.yaml'))).summary.outcome).toBe('Failed');
  });
  test('beside the manifest, called .yml', async () => {
    const folder = folderWith({ 'a.yml': job('a', 'sleep 1', 'backoffLimit: 0'), 'a.scenario.yml': failing });
    expect((await simulated(join(folder, 'a.yml'))).summary.outcome).toBe('Failed');
  });
  test('by name, before the one beside the manifest', async () => {
    const folder = folderWith({ 'a.yaml': job('a'), 'a.scenario.yaml': failing, 'other.yaml': 'run: {for: 7}\n' });
    expect((await simulated('--scenario', join(folder, 'other.yaml'), join(folder, 'a.yaml'))).summary).toMatchObject({
      outcome: 'Complete',
      duration: 9,
    });
  });
  test("in comments, the document's own before the file's", async () => {
    const folder = folderWith({
      'a.yaml': `# kubejob-scenario:\n#   run: {for: 3}\n${job('a')}---\n# kubejob-scenario: {run: {for: 4}}\n${job('b')}---\n${job('c')}`,
    });
    const durations = ['a', 'b', 'c'].map(async (name) => (await simulated('--name', name, join(folder, 'a.yaml'))).summary.duration);
    expect(await Promise.all(durations)).toEqual([5, 6, 5]);
  });
  test('in comments as the panel reads them', async () => {
    const text = `${job('a')}---\n# kubejob-scenario: {run: {for: 2, exit: 1}}\n${job('b')}`;
    const file = join(folderWith({ 'a.yaml': text }), 'a.yaml');
    for (const [document, name] of ['a', 'b'].entries()) {
      const answer = simulateObject(analysisOf(text), { uri: 'file:///a.yaml', document }, () => false);
      expect(answer.status === 'simulated' && answer.run.summary.outcome).toBe((await simulated('--name', name, file)).summary.outcome);
    }
  });
  test('wrong ones are refused with their place', async () => {
    const folder = folderWith({
      'a.yaml': job('a'),
      'a.scenario.yaml': 'start: 1\nrum: {for: 3}\n',
      'b.yaml': `${job('a')}---\n# kubejob-scenario:\n#   run: {for: soon}\n${job('b')}`,
    });
    expect(await run('simulate', join(folder, 'a.yaml'))).toMatchObject({
      code: 1,
      out: '',
      error: expect.stringContaining("a.scenario.yaml:2:1: A scenario has no 'rum'"),
    });
    expect((await run('simulate', '--name', 'b', join(folder, 'b.yaml'))).error).toContain('b.yaml:15:16: ');
    expect((await run('simulate', '--scenario', join(folder, 'none.yaml'), join(folder, 'a.yaml'))).code).toBe(2);
  });
});

describe('output', () => {
  const file = join(exampleFolder, 'fixed-count.yaml');
  test('watch', async () => {
    expect((await run('simulate', file)).out).toBe(
      `EVENT      NAME                    STATUS    COMPLETIONS   DURATION   AGE
ADDED      sample-multi-task-job   Running   0/5                      0s
MODIFIED   sample-multi-task-job   Running   3/5           32s        32s
MODIFIED   sample-multi-task-job   SuccessCriteriaMet   3/5           65s        65s
MODIFIED   sample-multi-task-job   Complete             5/5           65s        65s
`,
    );
  });
  test('watch of a CronJob, and of its Jobs', async () => {
    const { out } = await run('simulate', '--until', '16m', join(exampleFolder, 'every-fifteen-minutes.yaml'));
    expect(out).toMatch(/^EVENT +NAME +SCHEDULE +TIMEZONE[^\n]*\nADDED [\s\S]*\n\nEVENT +NAME +STATUS/);
  });
  test('watch by version', async () => {
    expect((await run('simulate', '--kubernetes-version', '1.29', file)).out.split('\n')[0]).not.toContain('STATUS');
  });
  test('pods', async () => {
    const { out } = await run('simulate', '--until', '10s', '--output', 'pods', file);
    expect(out.split('\n').filter((line) => /1\/1 +Running +0 +10s$/.test(line))).toHaveLength(3);
  });
  test('events', async () => {
    expect((await run('simulate', '--output', 'events', file)).out).toMatch(
      /Normal +Completed +job\/sample-multi-task-job +Job completed\n$/,
    );
  });
  test('describe', async () => {
    expect((await run('simulate', '--output', 'describe', file)).out).toContain(
      'Pods Statuses:    0 Active (0 Ready) / 5 Succeeded / 0 Failed\n',
    );
    expect((await run('simulate', '--output', 'describe', join(exampleFolder, 'ttl.yaml'))).out).toContain('deleted');
  });
  test('describe-pods', async () => {
    const { out } = await run('simulate', '--output', 'describe-pods', join(exampleFolder, 'one-shot.yaml'));
    expect(out).toMatch(/^Name: +\S+\nNamespace: +default\n[\s\S]*\n {2}Normal +Scheduled /);
  });
  test('summary, with what was assumed', async () => {
    const { out } = await run('simulate', '--output', 'summary', join(exampleFolder, 'every-fifteen-minutes.yaml'));
    expect(out).toMatch(/^batch-job-every-fifteen-minutes {2}3 Jobs started in 1 h/);
    expect(out).toContain('Assumed:\n');
    expect(out).toContain('--until');
  });
  test('summary, with what bounds it', async () => {
    const folder = folderWith({ 'a.yaml': job('a', 'sleep 1', 'backoffLimit: 2\nactiveDeadlineSeconds: 90') });
    expect((await run('simulate', '--output', 'summary', join(folder, 'a.yaml'))).out).toContain(
      'At worst, whatever the containers do: 3 pods, 1 at the same time; done after 2 min.\n',
    );
    expect((await run('simulate', '--output', 'summary', file)).out).toContain('10 pods, 3 at the same time; nothing bounds the time.\n');
  });
  test('summary, with the edits that were refused', async () => {
    const folder = folderWith({ 'a.yaml': job('a'), 'a.scenario.yaml': 'actions: [{at: 3, patch: {spec: {completions: 5}}}]\n' });
    expect((await run('simulate', '--output', 'summary', join(folder, 'a.yaml'))).out).toMatch(
      /Kubernetes would refuse:\n {2}3 s {2}spec\.completions: /,
    );
    expect((await simulated(join(folder, 'a.yaml'))).actionResults).toEqual([
      { at: 3, accepted: false, message: expect.stringContaining('spec.completions') },
    ]);
  });
  test('JSON: the keys of a recording and the summary, equal for equal input', async () => {
    const result = await simulated(file);
    expect(Object.keys(result)).toEqual([
      'jobs',
      'pods',
      'cronjobs',
      'events',
      'final',
      'describe',
      'describePods',
      'actionResults',
      'summary',
    ]);
    expect(Object.keys(result.summary).sort()).toEqual([
      'assumptions',
      'deletedAfter',
      'duration',
      'outcome',
      'podsCreated',
      'podsFailed',
      'reason',
      'restarts',
    ]);
    expect(result.summary).toMatchObject({
      outcome: 'Complete',
      reason: 'CompletionsReached',
      podsCreated: 5,
      podsFailed: 0,
      restarts: 0,
      duration: 65,
      deletedAfter: null,
    });
    expect(await simulated(file)).toEqual(result);
  });
});

describe('many runs', () => {
  const file = join(exampleFolder, 'fixed-count.yaml');
  test('how often it completes, how its numbers spread, and what bounds them', async () => {
    const found = await simulated('--runs', '40', '--failure-rate', '0.5', '--seed', '3', file);
    expect(found.runs).toBe(40);
    expect(found.outcomes.Complete + found.outcomes.Failed).toBe(40);
    expect(found.outcomes.Failed).toBe(found.failures.BackoffLimitExceeded);
    expect(found.pods.least).toBeGreaterThanOrEqual(5);
    expect(found.pods.most).toBeLessThanOrEqual(found.atWorst.pods);
    expect(await simulated('--runs', '40', '--failure-rate', '0.5', '--seed', '3', file)).toEqual(found);
    expect(await simulated('--runs', '40', '--failure-rate', '0.5', '--seed', '1003', file)).not.toEqual(found);
  });
  test.each([
    ['0', { Complete: 3 }],
    ['1', { Failed: 3 }],
  ])('of which %s fail', async (rate, outcomes) => {
    expect((await simulated('--runs', '3', '--failure-rate', rate, file)).outcomes).toEqual(outcomes);
  });
  test('no more than a million', async () => {
    const { code, error } = await run('simulate', '--runs', '1000001', file);
    expect([code, error]).toEqual([2, expect.stringContaining('Write a number from 1 to 1000000.')]);
  });
  test('as text', async () => {
    const { out } = await run('simulate', '--runs', '3', '--failure-rate', '1', file);
    expect(out).toMatch(
      /^sample-multi-task-job {2}3 runs, 100 % of container runs fail\n\n {2}Failed {6}100 % {2}3 {2}\(BackoffLimitExceeded 3\)\n\n/,
    );
  });
});
