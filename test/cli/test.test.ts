import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../folder-with.ts';
import { cronJobWith } from '../manifests.ts';
import { job, run } from './run.ts';

const report = job('report', 'sleep 30', 'completions: 10\nparallelism: 4\nbackoffLimit: 3');

/** What of a test of one manifest holds: by sentence, `holds` or what happened. */
async function held(manifest: string, expected: readonly string[], more = '') {
  const folder = folderWith({ 'a.yaml': manifest, 'a.test.yaml': `tests:\n  - expect: ${JSON.stringify(expected)}\n${more}` });
  const { out } = await run('test', '--format', 'json', folder);
  return JSON.parse(out).map(({ status, message }: { status: string; message: string }) => (status === 'passed' ? 'holds' : message));
}

describe('a Job', () => {
  test('what holds, and what happened where it does not', async () => {
    expect(
      await held(report, [
        'completes within 3m',
        'completes within 1m',
        'at most 4 pods at once',
        'at most 3 pods at once',
        'at least 11 pods',
        'never restarts',
        'fails with BackoffLimitExceeded',
      ]),
    ).toEqual([
      'holds',
      expect.stringMatching(/^Complete after \d+ s/),
      'holds',
      expect.stringMatching(/^4 pods at once, 0 s after it was created\.$/),
      expect.stringMatching(/^10 pods\. Complete/),
      'holds',
      expect.stringMatching(/^Complete/),
    ]);
  });

  test('its end, the reason and the time of it', async () => {
    const failing = job('report', 'sh -c false', 'backoffLimit: 1');
    const sentences = ['fails with BackoffLimitExceeded within 1m', 'fails within 5s', 'fails with DeadlineExceeded', 'completes'];
    expect(await held(failing, sentences)).toEqual([
      'holds',
      ...Array(3).fill(expect.stringMatching(/^Failed after \d+ s \(BackoffLimitExceeded\)/)),
    ]);
  });

  test('how likely it completes', async () => {
    expect(
      await held(report, ['at 1 % failures 95 % complete', 'at 30 % failures 99 % complete', 'at 0 % failures 100 % complete']),
    ).toEqual([
      'holds',
      expect.stringMatching(/^\d+(\.\d)? % of 200 runs complete\. With --seed \d+ it fails \(BackoffLimitExceeded\)\.$/),
      'holds',
    ]);
  });
});

describe('a CronJob', () => {
  const nightly = (policy: string, seconds: number) =>
    cronJobWith({ cronJob: `schedule: "*/10 * * * *"\nconcurrencyPolicy: ${policy}`, container: `command: [sh, -c, sleep ${seconds}]` });
  const sentences = ['never two runs at once', 'at least 10 runs', 'no run is left out', 'completes within 20m'];

  test.each([
    ['Allow', 60, ['holds', 'holds', 'holds', 'holds']],
    ['Allow', 900, [expect.stringMatching(/^2 runs at once/), 'holds', 'holds', 'holds']],
    ['Forbid', 900, ['holds', expect.stringMatching(/^\d runs/), expect.stringContaining('skipped'), 'holds']],
  ])('%s, %i s', async (policy, seconds, expected) => {
    expect(await held(nightly(policy, seconds), sentences, '    until: 2h\n')).toEqual(expected);
  });
});

test('scenarios: in the file, in another one, several; the manifest has its own', async () => {
  const folder = folderWith({
    'a.yaml': `# kubejob-scenario:\n#   run: {for: 100}\n${job('one')}---\n${job('two')}`,
    'slow.scenario.yaml': 'run: {for: 1000}\n',
    'a.test.yaml': `
tests:
  - expect: completes within 2m
  - {name: own, of: two, scenario: {run: {exit: 1, for: 5}}, expect: fails}
  - {name: several, scenarios: [slow.scenario.yaml, {run: {for: 1}}], expect: completes within 1m}
  - {name: none, scenario: none.scenario.yaml, expect: completes}
  - {name: gone, of: three, expect: completes}
`,
  });
  const { code, out } = await run('test', '--format', 'json', folder);
  expect(code).toBe(2);
  expect(JSON.parse(out).map(({ test, scenario, status }: Record<string, unknown>) => [test, scenario, status])).toEqual([
    ['test 1', null, 'passed'],
    ['own', null, 'passed'],
    ['several', 'slow.scenario.yaml', 'failed'],
    ['several', 'scenario 2', 'passed'],
    ['none', 'none.scenario.yaml', 'not-run'],
    ['gone', null, 'not-run'],
  ]);
});

describe('what cannot run is said, with its place, and exits with 2', () => {
  test.each([
    ['tests:\n  - nmae: x\n    expect: completes\n', /^ {2}! A test has no 'nmae' here: write 'name'\. .*a\.test\.yaml:2:5$/m],
    ['tests:\n  - expect: [compleets]\n', /^ {2}! Nothing is known to expect by 'compleets': write 'completes'\. .*a\.test\.yaml:2:14$/m],
    ['tests:\n  - expect: [succeeds]\n', /^ {2}! Nothing is known to expect by 'succeeds': say it as one of: .* .*a\.test\.yaml:2:14$/m],
    ['tests:\n  - {expect: completes, kubernetesVersion: 1.20}\n', /'kubernetesVersion' must be one of .*1\.30/],
    ['tests: [{expect: completes, until: soon}]\n', /'until' must be a duration/],
    ['tests: []\n', /Give at least one entry in 'tests'/],
    ['tests: {\n', /a\.test\.yaml:/],
    ['', /Add 'tests'/],
  ])('%j', async (text, said) => {
    const folder = folderWith({ 'a.yaml': job('one'), 'a.test.yaml': text });
    const { code, out } = await run('test', folder);
    expect([code, out]).toEqual([2, expect.stringMatching(said)]);
  });

  test('a version is read as it is written', async () => {
    const folder = folderWith({ 'a.yaml': job('one'), 'a.test.yaml': 'tests: [{expect: completes, kubernetesVersion: 1.30}]' });
    expect((await run('test', folder)).code).toBe(0);
  });

  test('a manifest that is refused, none, and no tests at all', async () => {
    const refused = folderWith({
      'a.yaml': job('one', 'x', 'typo: 1'),
      'a.test.yaml': 'tests: [{expect: completes}]',
      'b.test.yaml': 'tests: [{expect: completes}]',
    });
    const { code, out } = await run('test', refused);
    expect([code, out]).toEqual([2, expect.stringMatching(/no field "typo".*There is no manifest beside this file/s)]);
    expect(await run('test', folderWith({ 'a.yaml': job('one') }))).toEqual({
      code: 2,
      out: '',
      error: 'kubejob: no NAME.test.yaml to run\n',
    });
    const alone = join(folderWith({ 'a.yaml': job('one') }), 'a.yaml');
    expect(await run('test', alone)).toEqual({ code: 2, out: '', error: `kubejob: no tests beside ${alone}\n` });
  });
});

test('a manifest stands for its tests; JUnit has failures with the rows of kubectl', async () => {
  const folder = folderWith({ 'a.yaml': report, 'a.test.yaml': 'tests: [{name: "<fast>", expect: [completes within 1m, completes]}]' });
  const { code, out } = await run('test', '--format', 'junit', join(folder, 'a.yaml'));
  expect(code).toBe(1);
  expect(out).toMatch(/<testsuite name="[^"]*a\.test\.yaml" tests="2" failures="1" errors="0">/);
  expect(out).toMatch(
    /name="&lt;fast&gt;: completes within 1m"><failure message="Complete after[^"]*">[^<]*\nNAME +STATUS[^<]*\nreport +Complete[^<]*<\/failure>/,
  );
});
