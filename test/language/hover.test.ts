import { describe, expect, test } from 'vitest';
import type { ApiField } from '../../server/kubernetes/fields/api-fields.ts';
import { knownPlace } from '../../server/kubernetes/fields/places.ts';
import { api } from '../../server/kubernetes/generated/api.ts';
import { meaning } from '../../server/language/fields/field-description.ts';
import { recordOf } from '../../server/language/fields/field-records.ts';
import { hover } from '../../server/language/hover.ts';
import type { UserClock } from '../../server/language/reading/user-clock.ts';
import { analysisOf } from '../analysis.ts';
import { withCaret } from '../text.ts';

/** Noon on 1 January 2026, for a user in Berlin. */
const clock: UserClock = { now: Date.UTC(2026, 0, 1, 12), localOffset: () => 3600 };

function hoverText(marked: string): string {
  const { text, position } = withCaret(marked);
  const found = hover(analysisOf(text), position, clock);
  return found && typeof found.contents === 'object' && 'value' in found.contents ? found.contents.value : '';
}

const job = 'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: a\nspec:\n';
const pod =
  '  template:\n    spec:\n      restartPolicy: Never\n      containers:\n        - name: main\n          image: busybox:1.36\n          command: ["sleep", "30"]\n';
const cronJob = `apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: a\nspec:\n  jobTemplate:\n    spec:\n${pod.replace(/^/gm, '    ').trimEnd()}\n`;

describe('on a field', () => {
  test('its meaning, default, what it goes with, since when, whether it can be changed, an example, the documentation', () => {
    const text = hoverText(`${job}  completion|Mode: Indexed\n${pod}`);
    for (const part of [
      '`NonIndexed`',
      'Since Kubernetes 1.21, stable since 1.24',
      'Cannot be changed',
      '`completions`',
      '```yaml',
      'https://kubernetes.io/docs/',
    ])
      expect(text).toContain(part);
  });

  test('the default in force beside its neighbours', () => {
    expect(hoverText(`${job}  backoff|Limit: 1\n${pod}`)).toContain('Default: `6`');
    expect(hoverText(`${job}  completionMode: Indexed\n  completions: 2\n  backoffLimitPerIndex: 1\n  backoff|Limit: 1\n${pod}`)).toContain(
      'Default: `2147483647`',
    );
  });

  test('of the pod, in the words of the API', () => {
    expect(hoverText(`${job}${pod}      dns|Policy: Default\n`)).toContain('ClusterFirst');
    expect(hoverText(`${job}${pod}          termination|MessagePolicy: File\n`)).toContain('terminationMessagePolicy');
  });

  test('of labels, the map that they stand in', () => {
    expect(hoverText(`${job.replace('  name: a', '  name: a\n  labels:\n    a|pp: b')}${pod}`)).toContain('Pairs of key and value');
  });

  test('in an item of a List, in the second document, in JSON', () => {
    const item = `${job}  back|offLimit: 2\n${pod}`.trimEnd().replace(/^/gm, '    ').replace('    ', '  - ');
    expect(hoverText(`apiVersion: v1\nkind: List\nitems:\n${item}\n`)).toContain('BackoffLimitExceeded');
    expect(hoverText(`kind: Pod\napiVersion: v1\n---\n${job}  back|offLimit: 2\n`)).toContain('BackoffLimitExceeded');
    expect(hoverText('{"apiVersion": "batch/v1", "kind": "Job", "spec": {"back|offLimit": 2}}')).toContain('BackoffLimitExceeded');
  });

  test('nothing in what is none of ours, in comments and between things', () => {
    expect(hoverText('apiVersion: apps/v1\nkind: Deployment\nspec:\n  repl|icas: 2')).toBe('');
    expect(hoverText(`# back|offLimit\n${job}${pod}`)).toBe('');
    expect(hoverText(`${job}${pod}\n\n|`)).toBe('');
  });
});

describe('on a value, what it amounts to', () => {
  test.each([
    [
      'tries in new pods',
      `${job}  backoffLimit: 3|\n${pod}`,
      '4 tries, each in a new pod; if they fail at once, they begin at 0 s, 10 s, 30 s, 70 s.',
    ],
    ['waves', `${job}  completions: 5|\n  parallelism: 2\n${pod}`, '5 completions in 3 waves of at most 2 pods.'],
    ['a work queue', `${job}  parallelism: 3|\n${pod}`, 'A work queue: 3 pods at a time'],
    ['a long duration', `${job}  ttlSecondsAfterFinished: 864|00\n${pod}`, '1 day'],
    [
      'memory',
      `${job}${pod}          resources:\n            limits:\n              memory: 128|Mi\n`,
      '128 MiB = 134 MB = 134,217,728 bytes',
    ],
    ['processors', `${job}${pod}          resources:\n            limits:\n              cpu: 5|00m\n`, '0.5 CPU = 500m'],
    ['a command', `${job}${pod.replace('"sleep"', '"sle|ep"')}`, '`main` runs for 30 s'],
    ['a policy', `${cronJob}  schedule: "@daily"\n  concurrencyPolicy: For|bid\n`, 'A run waits for the last one'],
  ])('%s', (_, text, expected) => {
    expect(hoverText(text)).toContain(expected);
  });

  test('a schedule, with its next runs there and for the user', () => {
    const text = hoverText(`${cronJob}  schedule: "30 2 * * |*"\n  timeZone: Asia/Seoul\n`);
    expect(text).toContain('At 02:30');
    expect(text).toContain('Next runs (Asia/Seoul):\n\n- Fri 2026-01-02 02:30 · Thu 2026-01-01 18:30 for you\n- Sat 2026-01-03 02:30');
  });

  test('a schedule at intervals, and one that Kubernetes cannot read', () => {
    expect(hoverText(`${cronJob}  schedule: "@every 9|0m"\n`)).toContain('Every 1 h 30 min');
    expect(hoverText(`${cronJob}  schedule: "61 * * * |*"\n`)).not.toContain('Next runs');
  });
});

test('every field that the API knows has words, and those of Jobs and CronJobs an example', () => {
  const types: Readonly<Record<string, { readonly properties?: Readonly<Record<string, ApiField>>; readonly shape?: object }>> = api.types;
  const withoutWords: string[] = [];
  const withoutExample: string[] = [];
  const texts = analysisOf('').texts;
  for (const [type, { properties }] of Object.entries(types)) {
    const owner = type.slice(type.lastIndexOf('.') + 1);
    for (const [name, field] of Object.entries(properties ?? {})) {
      if (meaning({ owner, name, field }, texts) === '') withoutWords.push(`${owner}.${name}`);
      const ours = /\.batch\.v1\./.test(type) && !/Status|Condition|UncountedTerminatedPods/.test(owner) && name !== 'status';
      if (ours && !recordOf({ owner, name }).example) withoutExample.push(`${owner}.${name}`);
    }
  }
  expect(withoutWords).toEqual([]);
  expect(withoutExample).toEqual([]);
  expect(knownPlace('Job', ['spec', 'nothing'])).toBeUndefined();
});
