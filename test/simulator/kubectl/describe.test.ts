import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CronJob, Job } from '../../../server/kubernetes/generated/types.ts';
import { describeCronJob } from '../../../server/simulator/kubectl/describe-cronjob.ts';
import { describeJob } from '../../../server/simulator/kubectl/describe-job.ts';
import type { StoredEvent } from '../../../server/simulator/kubectl/moment.ts';
import { tabAligned } from '../../../server/simulator/kubectl/tab-aligned.ts';
import { momentWith } from './moments.ts';

const recorded: { readonly object: CronJob; readonly description: string } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'described-cronjob.json'), 'utf8'),
);

const job = (object: Job) => ({ name: 'hello', object });
const event = (more: Partial<StoredEvent>): StoredEvent => ({
  kind: 'Job',
  name: 'hello',
  type: 'Normal',
  reason: 'SuccessfulCreate',
  message: 'Created pod: hello-xxxxx',
  source: 'job-controller',
  field: '',
  count: 1,
  firstSeen: 0,
  lastSeen: 0,
  ...more,
});

test('a CronJob with every kind of volume, probe and variable reads as kubectl 1.37 wrote it', () => {
  const { object, description } = recorded;
  expect(describeCronJob(momentWith(), { name: 'big', object })).toBe(description);
});

describe('lines by version', () => {
  const labels = (text: string) => text.split('\n').map((line) => line.trim().split(':')[0]);
  test.each([
    ['1.29', [false, false]],
    ['1.30', [true, true]],
  ] as const)('a Job of %s', (version, [suspend, tolerations]) => {
    const shown = labels(describeJob(momentWith({ version }), job({ spec: { suspend: true } })));
    expect([shown.includes('Suspend'), shown.includes('Tolerations')]).toEqual([suspend, tolerations]);
  });
  test.each([
    ['1.35', false],
    ['1.36', true],
  ] as const)('a CronJob of %s', (version, zone) => {
    expect(labels(describeCronJob(momentWith({ version }), { name: 'tick', object: {} })).includes('Time Zone')).toBe(zone);
  });
});

test('times, counts and indexes of a Job', () => {
  const indexes = `${Array.from({ length: 30 }, (_, at) => at * 2).join(',')}`;
  const text = describeJob(
    momentWith(),
    job({
      metadata: { ownerReferences: [{ kind: 'CronJob', name: 'tick', controller: true }] },
      spec: { completionMode: 'Indexed', activeDeadlineSeconds: 90, ttlSecondsAfterFinished: 60 },
      status: {
        startTime: '2026-01-01T00:00:00Z',
        completionTime: '2026-01-01T00:02:05Z',
        succeeded: 3,
        ready: 0,
        completedIndexes: indexes,
      },
    }),
  );
  expect(text.split('\n').slice(0, 15)).toEqual([
    'Name:                        hello',
    'Namespace:                   default',
    'Selector:                    ',
    'Labels:                      <none>',
    'Annotations:                 <none>',
    'Controlled By:               CronJob/tick',
    'Completions:                 <unset>',
    'Completion Mode:             Indexed',
    'TTL Seconds After Finished:  60',
    'Start Time:                  Thu, 01 Jan 2026 00:00:00 +0000',
    'Completed At:                Thu, 01 Jan 2026 00:02:05 +0000',
    'Duration:                    2m5s',
    'Active Deadline Seconds:     90s',
    'Pods Statuses:               0 Active (0 Ready) / 3 Succeeded / 0 Failed',
    'Completed Indexes:           0,2,4,6,8,10,12,14,16,18,20,22,24,26,28,30,32,34,36,...',
  ]);
});

test('events are those of the object, by their last occurrence', () => {
  const events = [
    event({ count: 3, firstSeen: 1, lastSeen: 100 }),
    event({ reason: 'Completed', message: 'Job completed', firstSeen: 50, lastSeen: 50 }),
    event({ kind: 'Pod' }),
    event({ name: 'other' }),
  ];
  const text = describeJob(momentWith({ now: 121, events }), job({}));
  expect(text.slice(text.indexOf('Events:'))).toBe(
    [
      'Events:',
      '  Type    Reason            Age               From            Message',
      '  ----    ------            ----              ----            -------',
      '  Normal  Completed         71s               job-controller  Job completed',
      '  Normal  SuccessfulCreate  21s (x3 over 2m)  job-controller  Created pod: hello-xxxxx',
      '',
    ].join('\n'),
  );
});

test.each([
  [['a:\tb', 'long:\tc'], 'a:     b\nlong:  c\n'],
  [['a:\tb', 'plain', 'long:\tc'], 'a:  b\nplain\nlong:  c\n'],
  [['a\tb\tc', 'aaa\tbbbb\tc', 'x\ty'], 'a    b     c\naaa  bbbb  c\nx    y\n'],
  [['\tb', 'é:\tc'], '    b\né:  c\n'],
  [['a\x1b[1m\tb\r'], 'a^[[1m  b\\r\n'],
])('columns of %j', (lines, text) => {
  expect(tabAligned(lines)).toBe(text);
});
