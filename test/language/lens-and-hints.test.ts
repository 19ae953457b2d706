import { describe, expect, test } from 'vitest';
import { defaultSettings, type Settings } from '../../server/application/settings.ts';
import { codeLenses } from '../../server/language/code-lens.ts';
import { inlayHints } from '../../server/language/inlay-hints.ts';
import { analysisOf } from '../analysis.ts';

const surroundings = { now: Date.UTC(2026, 0, 1, 12), localOffset: () => 0 };
const job = 'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: a\nspec:\n';
const pod =
  '  template:\n    spec:\n      restartPolicy: Never\n      containers:\n        - name: main\n          image: busybox:1.36\n          command: ["sleep", "30"]\n';
const cronJob = `apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: a\nspec:\n  schedule: "0 9 * * 1-5"\n  jobTemplate:\n    spec:\n${pod.replace(/^/gm, '    ').trimEnd()}\n`;

describe('the lens', () => {
  const titles = (text: string, settings: Partial<Settings> = {}) =>
    codeLenses(analysisOf(text, settings), surroundings).map(({ range, command }) => `${range.start.line}: ${command?.title}`);

  test.each([
    [
      'a fixed number',
      `${job}  completions: 5\n  parallelism: 3\n  backoffLimit: 5\n${pod}`,
      'Simulate · 5 pods, 3 at a time · about 64 s · at most 10 pods',
    ],
    ['one pod without retry', `${job}  backoffLimit: 0\n${pod}`, 'Simulate · 1 pod · about 32 s'],
    ['a work queue', `${job}  parallelism: 3\n  backoffLimit: 0\n${pod}`, 'Simulate · work queue, 3 at a time · at most 3 pods'],
    ['work without end', `${job}  backoffLimit: 0\n${pod.replace('"30"', '"infinity"')}`, 'Simulate · 1 pod · never ends by itself'],
    ['paused', `${job}  suspend: true\n  backoffLimit: 0\n${pod}`, 'Simulate · suspended · 1 pod'],
    ['what Kubernetes would refuse', `${job}  completions: -1\n${pod}`, 'Simulate'],
  ])('%s', (_, text, expected) => {
    expect(titles(text)).toEqual([`0: ${expected}`]);
  });

  test('the next run of a CronJob', () => {
    expect(titles(`# daily\n${cronJob}`)).toEqual([expect.stringMatching(/^1: Simulate · next run Fri 2026-01-02 09:00 UTC · 1 pod/)]);
    expect(titles(cronJob.replace('spec:', 'spec:\n  timeZone: Asia/Seoul'))).toEqual([expect.stringContaining('09:00 Asia/Seoul')]);
  });

  test('one for each object of a file, none for what is none of ours, none when switched off', () => {
    expect(titles(`${job}${pod}---\nkind: Pod\napiVersion: v1\n---\n${cronJob}`)).toHaveLength(2);
    expect(titles(`${job}${pod}`, { codeLens: false })).toEqual([]);
  });
});

describe('hints', () => {
  const everywhere = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
  const hints = (text: string, inlay: Partial<Settings['inlayHints']> = {}) => {
    const analysis = analysisOf(text, { inlayHints: { ...defaultSettings.inlayHints, ...inlay } });
    return inlayHints(analysis, everywhere).map(
      ({ position, label }) => `${text.split('\n')[position.line]?.slice(0, position.character)} ‹${label}›`,
    );
  };

  test('a schedule in words', () => {
    expect(hints(cronJob)).toEqual(['  schedule: "0 9 * * 1-5" ‹At 09:00, Monday through Friday›']);
    expect(hints(cronJob, { schedules: false })).toEqual([]);
  });

  test('durations that are hard to read', () => {
    expect(hints(`${job}  ttlSecondsAfterFinished: 86400\n  activeDeadlineSeconds: 60\n${pod}`)).toEqual([
      '  ttlSecondsAfterFinished: 86400 ‹1 day›',
    ]);
  });

  test('defaults in force, when asked for', () => {
    expect(hints(`${job}  completions: 3\n${pod}`, { defaults: true })).toEqual([
      'spec: ‹defaults: backoffLimit: 6, completionMode: NonIndexed, manualSelector: false, parallelism: 1, podReplacementPolicy: TerminatingOrFailed, suspend: false›',
    ]);
  });
});
