import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyzer } from '../../server/application/analysis.ts';
import { factDocuments, factsFromFile, nothingKnown } from '../../server/application/facts/known-facts.ts';
import { defaultSettings, type Settings } from '../../server/application/settings/settings.ts';
import { codeLenses } from '../../server/language/code-lens.ts';
import { analysisOf } from '../analysis.ts';
import { cronJobWith, job, jobWith } from '../manifests.ts';
import { noon } from './noon.ts';

const sleep = (time: string) => `command: ["sleep", "${time}"]`;
const titles = (text: string, settings: Partial<Settings> = {}) =>
  codeLenses(analysisOf(text, settings), noon()).map(({ range, command }) => `${range.start.line}: ${command?.title}`);

describe('the lens of', () => {
  test.each([
    ['a fixed number', 'completions: 5\nparallelism: 3\nbackoffLimit: 5', '30', '5 pods, 3 at a time · about 65 s · at most 10 pods'],
    ['one pod without retry', 'backoffLimit: 0', '30', '1 pod · about 32 s'],
    ['a work queue', 'parallelism: 3\nbackoffLimit: 0', '30', 'work queue, 3 at a time · about 32 s · at most 3 pods'],
    ['work without end', 'backoffLimit: 0', 'infinity', '1 pod · never ends by itself'],
    ['work that its deadline cuts', 'activeDeadlineSeconds: 5\nbackoffLimit: 0', '30', '1 pod · fails at its deadline of 5 s'],
    [
      'work without end before a deadline',
      'activeDeadlineSeconds: 90\nbackoffLimit: 0',
      'infinity',
      '1 pod · fails at its deadline of 90 s',
    ],
    ['a paused Job', 'suspend: true\nbackoffLimit: 0', '30', 'suspended · 1 pod'],
  ])('%s', (_, spec, time, expected) => {
    expect(titles(jobWith({ spec, container: sleep(time) }))).toEqual([`0: Simulate · ${expected}`]);
  });

  test('what Kubernetes would refuse says no more than that', () => {
    expect(titles(jobWith('completions: -1'))).toEqual(['0: Simulate']);
  });

  test('pods that the namespace refuses for good: nothing is said of an end that never comes', () => {
    const facts = factsFromFile(factDocuments('apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: quota}\nspec: {hard: {pods: 0}}\n'));
    const text = TextDocument.create('file:///job.yaml', 'yaml', 1, jobWith({ spec: 'backoffLimit: 0', container: sleep('30') }));
    const inNamespace = (known = facts) =>
      codeLenses(createAnalyzer().analyse(text, defaultSettings, false, known), noon()).map(({ command }) => command?.title);
    expect(inNamespace()).toEqual(['Simulate · 1 pod']);
    expect(inNamespace(nothingKnown)).toEqual(['Simulate · 1 pod · about 32 s']);
  });

  test.each([
    ['gives its containers a limit', 'kind: LimitRange\nspec: {limits: [{type: Container, default: {memory: 1Gi}}]}', ' · about 65 s'],
    ['may have its pods wait for each other', 'kind: ResourceQuota\nspec: {hard: {pods: 150}}', ''],
    ['refuses its pods', 'kind: LimitRange\nspec: {limits: [{type: Pod, min: {memory: 1Gi}}]}', ''],
  ])('a Job that is too large to be simulated while one types, in a namespace that %s', (_, fact, about) => {
    const facts = factsFromFile(factDocuments(`apiVersion: v1\nmetadata: {name: fact}\n${fact}\n`));
    const spec = 'completions: 400\nparallelism: 200\nbackoffLimit: 0';
    const text = TextDocument.create('file:///job.yaml', 'yaml', 1, jobWith({ spec, container: sleep('30') }));
    const lenses = codeLenses(createAnalyzer().analyse(text, defaultSettings, false, facts), noon());
    expect(lenses.map(({ command }) => command?.title)).toEqual([`Simulate · 400 pods, 200 at a time${about}`]);
  });

  test('a Job that a scenario in a comment is about ends as the scenario says', () => {
    const one = jobWith({ spec: 'backoffLimit: 0', container: sleep('30') });
    expect(titles(`${one}---\n# kubejob-scenario: {run: {for: 2, exit: 1}}\n${one}`).map((title) => title.replace(/^\d+: /, ''))).toEqual([
      'Simulate · 1 pod · about 32 s',
      'Simulate · 1 pod · fails after 4 s (BackoffLimitExceeded)',
    ]);
  });

  test.each([
    ['it completes', '{at: 60, patch: {spec: {suspend: false}}}', 'about 32 s once resumed, 92 s in all'],
    [
      'it fails',
      '{at: 60, patch: {spec: {suspend: false, activeDeadlineSeconds: 20, backoffLimit: 0}}}, {at: 70, killContainer: 0}',
      'fails after 12 s once resumed, 72 s in all (BackoffLimitExceeded)',
    ],
  ])('a Job that is resumed says how long it takes from then on, and in all: %s', (_, actions, expected) => {
    const text = jobWith({ spec: 'suspend: true\nbackoffLimit: 0', container: sleep('30') });
    expect(titles(`# kubejob-scenario: {actions: [${actions}]}\n${text}`).join()).toContain(expected);
  });

  test('a Job with a scenario beside it ends as that says, before the one in a comment; with a faulty one nothing is said of the end', () => {
    const text = `# kubejob-scenario: {run: {for: 9}}\n${jobWith({ spec: 'backoffLimit: 0', container: sleep('30') })}`;
    const beside = (scenario: string) =>
      codeLenses(analysisOf(text), noon(), { file: 'a.scenario.yml', text: scenario }).map(({ command }) => command?.title);
    expect(beside('run: {for: 2, exit: 1}')).toEqual(['Simulate · 1 pod · fails after 4 s (BackoffLimitExceeded)']);
    expect(beside('rum: {for: 2}')).toEqual(['Simulate · 1 pod']);
  });

  test.each([
    ['a deadline', { spec: 'activeDeadlineSeconds: 60', container: sleep('infinity') }, 'fails at its deadline of 60 s'],
    ['a command that fails', { spec: 'backoffLimit: 0', container: 'command: [sh, -c, exit 1]' }, 'fails after 2 s (BackoffLimitExceeded)'],
  ])('a Job says how it fails: %s', (_, lines, expected) => {
    expect(titles(jobWith(lines)).join()).toContain(expected);
  });

  test('commands that go by the completion index are read for each', () => {
    const indexed = (completions: number, parallelism: number, script: string) =>
      titles(
        jobWith({
          spec: `completionMode: Indexed\ncompletions: ${completions}\nparallelism: ${parallelism}`,
          container: `command: [sh, -c, '${script}']`,
        }),
      ).join();
    expect(indexed(3, 3, 'sleep $((JOB_COMPLETION_INDEX * 10))')).toContain('3 pods, 3 at a time · about 22 s');
    expect(indexed(90, 45, 'sleep $((JOB_COMPLETION_INDEX / 45 * 10 + 5))')).toContain('90 pods, 45 at a time · about 25 s');
    expect(indexed(3, 3, 'if [ $JOB_COMPLETION_INDEX = 2 ]; then sleep infinity; fi')).toContain('never ends');
  });

  test('more pods than can be simulated while typing say about how long they take', () => {
    expect(titles(jobWith({ spec: 'completions: 5000\nparallelism: 500', container: sleep('30') })).join()).toContain('about 5 min 29 s');
  });

  test('a CronJob says its next run, and what bounds each run', () => {
    expect(titles(cronJobWith({ spec: 'backoffLimit: 2', container: sleep('30') })).join()).toContain('at most 3 pods a run');
    const weekdays = { cronJob: 'schedule: "0 9 * * 1-5"', spec: 'backoffLimit: 0', container: sleep('30') };
    expect(titles(`# daily\n${cronJobWith(weekdays)}`)).toEqual(['1: Simulate · next run Fri 2026-01-02 09:00 UTC · 1 pod · about 32 s']);
    const inSeoul = cronJobWith({ ...weekdays, cronJob: `${weekdays.cronJob}\ntimeZone: Asia/Seoul` });
    expect(titles(inSeoul)).toEqual(['0: Simulate · next run Fri 2026-01-02 09:00 Asia/Seoul · 1 pod · about 32 s']);
  });
});

test('there is one for each object of a file, none for what is none of ours, none when switched off', () => {
  expect(titles(`${job}---\nkind: Pod\napiVersion: v1\n---\n${cronJobWith({})}`)).toHaveLength(2);
  expect(titles(job, { codeLens: false })).toEqual([]);
});
