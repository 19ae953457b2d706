import { describe, expect, test } from 'vitest';
import { codeActions } from '../../../server/language/code-actions/code-actions.ts';
import { diagnosticsOf } from '../../../server/language/diagnostics.ts';
import { analysisOf } from '../../analysis.ts';
import { apply, withCaret } from '../../text.ts';

function actionsAt(marked: string, only?: string[]) {
  const { text, position } = withCaret(marked);
  const analysis = analysisOf(text);
  const actions = codeActions(analysis, { start: position, end: position }, only ? { only } : {});
  return actions.map(({ title, isPreferred, edit }) => ({
    title,
    isPreferred,
    after: apply(text, edit?.changes?.[analysis.text.uri] ?? []),
  }));
}

/** The text after the action whose title begins so; of several the first. */
function after(marked: string, title: string, only?: string[]): string {
  const actions = actionsAt(marked, only);
  const found = actions.find((one) => one.title.startsWith(title));
  if (!found) throw new Error(`there is no "${title}" among ${actions.map((one) => one.title).join('; ')}`);
  return found.after;
}

const head = 'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: a\nspec:\n';
const pod = '  template:\n    spec:\n      restartPolicy: Never\n      containers:\n        - name: main\n          image: busybox:1.36\n';
const cronHead = 'apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: a\nspec:\n';
const jobTemplate = `  jobTemplate:\n    spec:\n${pod.replace(/^/gm, '    ').trimEnd()}\n`;

/** What stands between the markers is replaced; the rest of the manifest stays. */
describe('quick fixes', () => {
  test.each([
    ['a restart policy', `${head}${pod.replace('Never', 'Al|ways')}`, 'Set restartPolicy to Never', `${head}${pod}`],
    [
      'a missing restart policy',
      `${head}${pod.replace('      restartPolicy: Never\n', '').replace('spec', 'sp|ec')}`,
      'Set restartPolicy to Never',
      `${head}${pod}`,
    ],
    ['the nearest field', `${head}  completion|: 3\n${pod}`, 'Rename to completions', `${head}  completions: 3\n${pod}`],
    ['an API version', `${head.replace('batch/v1', 'bat|ch/v2')}${pod}`, 'Set apiVersion to batch/v1', `${head}${pod}`],
    [
      'a field moved where it belongs',
      `${head}${pod}      backoff|Limit: 3\n`,
      'Move backoffLimit to spec',
      `${head}  backoffLimit: 3\n${pod}`,
    ],
    [
      'a block moved where it belongs',
      `${head}  contai|ners:\n    - name: main\n      image: a\n  template:\n    spec:\n      restartPolicy: Never\n`,
      'Move containers to spec.template.spec',
      `${head}  template:\n    spec:\n      containers:\n        - name: main\n          image: a\n      restartPolicy: Never\n`,
    ],
    [
      'a word quoted',
      `${head.replace('  name: a', '  name: a\n  labels:\n    a: tr|ue')}${pod}`,
      'Put quotes',
      `${head.replace('  name: a', '  name: a\n  labels:\n    a: "true"')}${pod}`,
    ],
    ['a number without quotes', `${head}  completions: "3|"\n${pod}`, 'Write 3 without quotes', `${head}  completions: 3\n${pod}`],
    [
      'a command made a list',
      `${head}${pod}          command: sleep 1|0\n`,
      'Make it a list',
      `${head}${pod}          command: ["sleep", "10"]\n`,
    ],
    [
      'a misspelt command',
      `${head}${pod}          command: ["sle|pp", "10"]\n`,
      'Replace by sleep',
      `${head}${pod}          command: ["sleep", "10"]\n`,
    ],
    ['a negative number', `${head}  completions: -|3\n${pod}`, 'Replace by 0', `${head}  completions: 0\n${pod}`],
    ['a selector', `${head}  select|or:\n    matchLabels:\n      a: b\n${pod}`, 'Remove selector', `${head}${pod}`],
    [
      'a field that needs indexes',
      `${head}  completions: 2\n  backoffLimitPerIndex: |1\n${pod}`,
      'Set completionMode to Indexed',
      `${head}  completionMode: Indexed\n  completions: 2\n  backoffLimitPerIndex: 1\n${pod}`,
    ],
    [
      'completions of an Indexed Job',
      `${head.replace('kind: Job', 'kind: Job')}  completionMode: Ind|exed\n  parallelism: 3\n${pod}`
        .replace('spec:', 'sp|ec:')
        .replace('Ind|exed', 'Indexed'),
      'Set completions to 3',
      `${head}  completions: 3\n  completionMode: Indexed\n  parallelism: 3\n${pod}`,
    ],
    [
      'exit codes in order',
      `${head}  podFailurePolicy:\n    rules:\n      - action: FailJob\n        onExitCodes:\n          operator: In\n          val|ues: [3, 1, 2]\n${pod}`.replace(
        'val|ues: [3',
        'values: [|3',
      ),
      'Sort',
      `${head}  podFailurePolicy:\n    rules:\n      - action: FailJob\n        onExitCodes:\n          operator: In\n          values: [1, 2, 3]\n${pod}`,
    ],
    [
      'a request above its limit',
      `${head}${pod}          resources:\n            requests: {cpu: |2}\n            limits: {cpu: 1}\n`,
      'Set requests.cpu to 1',
      `${head}${pod}          resources:\n            requests: {cpu: 1}\n            limits: {cpu: 1}\n`,
    ],
    [
      'a zone in the schedule',
      `${cronHead}  schedule: "TZ=Asia/Seoul 0 9| * * *"\n${jobTemplate}`,
      'Move Asia/Seoul to timeZone',
      `${cronHead}  timeZone: Asia/Seoul\n  schedule: "0 9 * * *"\n${jobTemplate}`,
    ],
    [
      'day 7',
      `${cronHead}  schedule: "0 9 * * 1-5,|7"\n${jobTemplate}`,
      'Replace by 0 9 * * 1-5,0',
      `${cronHead}  schedule: "0 9 * * 1-5,0"\n${jobTemplate}`,
    ],
    [
      'a time zone',
      `${cronHead}  schedule: "0 9 * * *"\n  timeZone: se|oul\n${jobTemplate}`,
      'Replace by Asia/Seoul',
      `${cronHead}  schedule: "0 9 * * *"\n  timeZone: Asia/Seoul\n${jobTemplate}`,
    ],
    [
      'a missing schedule',
      `${cronHead.replace('spec', 'sp|ec')}${jobTemplate}`,
      'Add schedule',
      `${cronHead}  schedule: "0 * * * *"\n${jobTemplate}`,
    ],
    [
      'a missing image',
      `${head}${pod.replace('- name: main\n          image: busybox:1.36', '- na|me: main')}`,
      'Add image',
      `${head}${pod.replace('- name: main\n          image: busybox:1.36', '- image: busybox:1.36\n          name: main')}`,
    ],
    [
      'a name in capitals',
      `${head.replace('name: a', 'name: My_J|ob')}${pod}`,
      'Replace by my-job',
      `${head.replace('name: a', 'name: my-job')}${pod}`,
    ],
  ])('%s', (_, marked, title, expected) => {
    expect(after(marked, title)).toBe(expected);
  });

  test('keep Windows line breaks', () => {
    const text = `${head}${pod.replace('      restartPolicy: Never\n', '').replace('spec', 'sp|ec')}`.replaceAll('\n', '\r\n');
    expect(after(text, 'Set restartPolicy to Never')).toBe(`${head}${pod}`.replaceAll('\n', '\r\n'));
  });

  test('write JSON in JSON', () => {
    const json =
      '{"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "a"}, "spec": {"template": {"sp|ec": {"containers": [{"name": "main", "image": "a:1"}]}}}}';
    expect(JSON.parse(after(json, 'Set restartPolicy to Never')).spec.template.spec.restartPolicy).toBe('Never');
  });

  test('nest lost indentation again, comments, blank lines and block scalars as well', () => {
    const lost =
      'apiVersion: batch/v1\nkind: CronJob\nmetadata:\nname: a\nlabels:\napp: a\nspec:\n# every hour\nschedule: "0 * * * *"\njobTemplate:\nspec:\nbackoffLimit: 2\n\ntemplate:\nspec:\ncontainers:\n- name: main\nimage: busybox:1.36\ncommand:\n- sh\n- -c\n- >\necho hello\nsleep 3\nenv:\n- name: A\nvalue: "1"\nrestartPolicy: Never\n';
    const analysis = analysisOf(lost);
    const [diagnostic, ...others] = diagnosticsOf(analysis);
    expect([diagnostic?.code, others]).toEqual(['lost-indentation', []]);
    const [action] = diagnostic ? codeActions(analysis, diagnostic.range, {}) : [];
    const nested = apply(lost, action?.edit?.changes?.[analysis.text.uri] ?? []);
    expect(nested).toMatchSnapshot();
    expect(diagnosticsOf(analysisOf(nested)).filter(({ severity }) => severity === 1)).toEqual([]);
  });

  test('one of them is preferred, and comes first', () => {
    const fixes = actionsAt(`${head}${pod.replace('Never', 'Al|ways')}`).filter(({ title }) => title.startsWith('Set'));
    expect(fixes.map(({ isPreferred }) => isPreferred)).toEqual([true, undefined]);
  });
});

describe('ignoring', () => {
  const text = `${head}${pod.replace('busybox:1.36', 'busybox:lat|est')}`;
  const codes = (content: string) => diagnosticsOf(analysisOf(content)).map(({ code }) => code);

  test('a finding here', () => {
    expect(codes(text.replace('|', ''))).toContain('image-latest');
    const ignored = after(text, 'Ignore image-latest here');
    expect(ignored).toContain('          # kubejob-ignore image-latest\n          image: busybox:latest');
    expect(codes(ignored)).not.toContain('image-latest');
  });

  test('a finding in the file', () => {
    const ignored = after(text, 'Ignore image-latest in this file');
    expect(ignored).toMatch(/^# kubejob-ignore-file image-latest\n/);
    expect(codes(ignored)).not.toContain('image-latest');
  });

  test('a second finding in the same place, the reason kept', () => {
    const known = text.replace('          image:', '          # kubejob-ignore many-retries -- for now\n          image:');
    expect(after(known, 'Ignore image-latest here')).toContain('# kubejob-ignore many-retries, image-latest -- for now\n');
  });

  test('is not offered for what Kubernetes refuses', () => {
    expect(actionsAt(`${head}  completions: -|3\n${pod}`).filter(({ title }) => title.startsWith('Ignore'))).toEqual([]);
  });
});

test('everything in a file is fixed at once', () => {
  const faulty = `|${head.replace('batch/v1', 'batch/v1beta1')}  completiond: 3\n  parallelism: -1\n${pod.replace('Never', 'Always')}`;
  const fixed = after(faulty, 'Fix everything', ['source.fixAll']);
  expect(diagnosticsOf(analysisOf(fixed)).filter(({ severity }) => severity === 1)).toEqual([]);
});

describe('refactorings', () => {
  const job = `${head}  backoffLimit: 2\n${pod}`;

  test('a Job becomes a CronJob, and the CronJob a Job again', () => {
    const cronJob = after(job.replace('kind: Job', 'kind: J|ob'), 'Make a CronJob');
    expect(cronJob).toBe(
      `${cronHead}  schedule: "0 * * * *"\n  jobTemplate:\n    spec:\n      backoffLimit: 2\n${pod.replace(/^/gm, '    ').trimEnd()}\n`,
    );
    expect(after(cronJob.replace('kind: Cron', 'kind: |Cron'), 'Make a Job')).toBe(job);
  });

  test('a container becomes a sidecar', () => {
    const text = `${head}${pod}        - name: pro|xy\n          image: proxy:1\n`;
    expect(after(text, 'Make this container a sidecar')).toBe(
      `${head}  template:\n    spec:\n      initContainers:\n        - restartPolicy: Always\n          name: proxy\n          image: proxy:1\n      restartPolicy: Never\n      containers:\n        - name: main\n          image: busybox:1.36\n`,
    );
  });

  test('none for the only container, none in JSON', () => {
    expect(actionsAt(`${head}${pod.replace('main', 'ma|in')}`, ['refactor'])).toEqual([]);
    expect(actionsAt('{"kind": "J|ob", "apiVersion": "batch/v1", "spec": {}}', ['refactor'])).toEqual([]);
  });
});

test('a helper that keeps a Job from completing is made a sidecar', () => {
  const text = `${head}${pod}        - na|me: proxy\n          image: busybox:1.36\n          command: ["sleep", "infinity"]\n          args: []\n`;
  expect(
    after(
      text.replace('busybox:1.36\n        - ', 'busybox:1.36\n          command: ["true"]\n        - '),
      'Make this container a sidecar',
    ),
  ).toContain('initContainers:\n        - restartPolicy: Always\n          name: proxy\n');
});
