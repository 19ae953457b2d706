import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { scenarioComment } from '../../../server/simulator/scenario/scenario-comment.ts';

describe('the scenario in the comments at the head of a manifest', () => {
  test.each([
    ['# kubejob-scenario:\n#   run: {for: 10}\n#   start: 2\nkind: Job\n', { run: { for: 10 }, start: 2 }],
    ['# kubejob-scenario:\n# run: {for: 10}\n# start: 2\n', { run: { for: 10 }, start: 2 }],
    ['#kubejob-scenario: {start: 3}\nkind: Job\n', { start: 3 }],
    ['\uFEFF---\n\n# A Job of ours.\n# kubejob-scenario:\r\n#  start: 3\r\n\r\nkind: Job\n', { start: 3 }],
    ['# kubejob-scenario:\n#  start: 3\n\n# start: 5\n', { start: 3 }],
    ['# kubejob-scenario:', null],
  ])('%j', (text, value) => {
    expect(parse(scenarioComment(text)?.text ?? 'missing')).toEqual(value);
  });

  test.each(['', 'kind: Job\n# kubejob-scenario:\n#  start: 3\n', '# kubejob-scenarios: {}\nkind: Job', 'text # kubejob-scenario: {}'])(
    'not in %j',
    (text) => {
      expect(scenarioComment(text)).toBeUndefined();
    },
  );

  test('every offset and column stays what it was', () => {
    const text = '# first\n  # kubejob-scenario: {start: 3,\n  #   seed: 4}\nkind: Job\n';
    const found = scenarioComment(text);
    const at = (found?.text.indexOf('seed') ?? 0) + (found?.start ?? 0);
    expect(text.slice(at, at + 7)).toBe('seed: 4');
  });
});
