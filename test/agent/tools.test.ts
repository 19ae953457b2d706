import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languageModelTools } from '../../build/agent-tools.mjs';
import { runTool, tools } from '../../server/agent/tools/index.ts';
import { cronJobWith, jobWith } from '../manifests.ts';

const now = Date.UTC(2026, 2, 28, 12);
const call = (name: string, input: unknown) => runTool(name, input, now);

describe('validate', () => {
  test('tells the verdict, each fault with its line and fix, what would happen then, and the text mended', () => {
    const text = jobWith({ spec: 'backofLimit: 0', container: "command: ['false']" });
    const answer = call('validate', { manifest: text });
    expect(answer?.text.split('\n').slice(0, 5)).toEqual([
      'The API server would refuse this: 1 error in 1 Job or CronJob.',
      '6:3 error spec.backofLimit: There is no field "backofLimit" here. Did you mean backoffLimit? [unknown-field] Fix: Rename to backoffLimit.',
      '',
      'What the controllers would do once that is mended:',
      expect.stringMatching(/^Job hello: Failed after .*BackoffLimitExceeded/),
    ]);
    expect(answer?.data).toMatchObject({ accepted: false, objects: 1, fixed: text.replace('backofLimit', 'backoffLimit') });
  });

  test('what is right is said in one line, with what the controllers would do', () => {
    const { text, data } = call('validate', { manifest: cronJobWith('') }) ?? { text: '', data: {} };
    expect(text).toMatch(
      /^The API server would accept this: 1 Job or CronJob, no errors\.\n\nWhat the controllers would do:\nCronJob hello: /,
    );
    expect(data).toMatchObject({ accepted: true, findings: [] });
    expect(data).not.toHaveProperty('fixed');
  });

  test('of other things it says that there is nothing to say', () => {
    expect(call('validate', { manifest: 'kind: Service\napiVersion: v1\n' })).toMatchObject({ data: { accepted: false, objects: 0 } });
  });
});

test.each([
  [{ facts: '}{' }, 'facts cannot be used: This is not YAML'],
  [{ facts: 'kind: Service' }, 'facts cannot be used: no Namespace'],
  [{ kubernetesVersion: '1.5' }, 'Kubernetes 1.5 is not known: it is one of 1.29'],
])('validate with %j is refused, as a verdict without it would mislead', (more, said) => {
  expect(call('validate', { manifest: jobWith(''), ...more })).toMatchObject({ isError: true, text: expect.stringContaining(said) });
});

describe('simulate', () => {
  const manifest = jobWith({ spec: 'backoffLimit: 1', container: 'command: [sh, -c, "sleep 5; exit 1"]' });

  test('tells the end, why, and what kubectl prints at a second', () => {
    const answer = call('simulate', { manifest, second: 3 });
    expect(answer?.text).toMatch(/^Job hello: Failed after .*\nAt worst/);
    expect(answer?.text).toMatch(/kubectl get pods at 3 s:\nNAME +READY +STATUS +RESTARTS +AGE\nhello-\w+ +1\/1 +Running/);
    expect(answer?.data).toMatchObject({ status: 'simulated', summary: { podsCreated: 2, reason: 'BackoffLimitExceeded' } });
  });

  test('plays a scenario, and says what is wrong with it', () => {
    expect(call('simulate', { manifest, scenario: 'run: {for: 1s, exit: 0}' })?.data).toMatchObject({ summary: { outcome: 'Complete' } });
    expect(call('simulate', { manifest, scenario: 'run: {fr: 1}' })?.text).toMatch(/cannot be played.*\nscenario 1:7 /);
  });
});

test('explain tells why a Job of a cluster ended', () => {
  const job = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'a', namespace: 'default', uid: 'u', creationTimestamp: '2026-01-01T00:00:00Z' },
    spec: { backoffLimit: 0, template: { spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'a:1' }] } } },
    status: {
      failed: 1,
      startTime: '2026-01-01T00:00:00Z',
      conditions: [
        { type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded', message: 'x', lastTransitionTime: '2026-01-01T00:00:09Z' },
      ],
    },
  };
  const answer = call('explain', { record: JSON.stringify({ kind: 'List', apiVersion: 'v1', items: [job] }) });
  expect(answer?.data).toMatchObject({
    job: 'a',
    namespace: 'default',
    why: expect.arrayContaining([expect.stringContaining('backoffLimit')]),
  });
  expect(call('explain', { record: 'kind: Service' })).toMatchObject({ isError: true });
});

describe('next_runs', () => {
  test('goes by the clock of the zone, over a change of it', () => {
    expect(call('next_runs', { schedule: '30 2 * * *', timeZone: 'Europe/Berlin', count: 2 })?.data).toEqual({
      words: 'At 02:30',
      timeZone: 'Europe/Berlin',
      times: ['2026-03-30T02:30:00+02:00', '2026-03-31T02:30:00+02:00'],
    });
  });

  test('from a time that is said', () => {
    expect(call('next_runs', { schedule: '@hourly', from: '2026-01-01T00:30:00Z', count: 1 })?.data['times']).toEqual([
      '2026-01-01T01:00:00Z',
    ]);
  });

  test.each([
    [{ schedule: '* * *' }, 'cannot read the schedule'],
    [{ schedule: '@daily', timeZone: 'Mars/Olympus' }, 'no time zone'],
    [{ schedule: '@daily', from: 'soon' }, 'no time soon'],
    [{ schedule: '@daily', from: '+275760-09-13T00:00:00Z' }, 'no time +275760-09-13T00:00:00Z'],
    [{ schedule: '@daily', from: '-271821-04-20T00:00:00Z' }, 'no time -271821-04-20T00:00:00Z'],
    [{ schedule: '@daily', count: 101 }, 'a whole number from 1 to 100'],
    [{ schedule: 'x'.repeat(1001) }, 'at most 1000 characters'],
    [{}, 'schedule is missing'],
    [{ schedule: null }, 'schedule is missing'],
    [{ schedule: '@daily', toString: 1 }, 'no argument toString'],
    [{ schedule: '@daily', zone: 'UTC' }, 'no argument zone: use schedule, timeZone, from, count'],
    ['@daily', 'an object'],
  ])('%j is refused with what to send', (input, said) => {
    expect(call('next_runs', input)).toMatchObject({ isError: true, text: expect.stringContaining(said) });
  });
});

test('VS Code is told of the same tools, and each has its words', async () => {
  const read = (file: string) => JSON.parse(readFileSync(join(import.meta.dirname, '../..', file), 'utf8'));
  expect(read('package.json').contributes.languageModelTools).toEqual(await languageModelTools());
  for (const file of ['package.nls.json', 'package.nls.ko.json'])
    expect(Object.keys(read(file))).toEqual(
      expect.arrayContaining(tools.flatMap(({ name }) => [`tool.${name}`, `tool.${name}.description`])),
    );
});
