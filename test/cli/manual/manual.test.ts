import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kubernetesVersions } from '../../../server/kubernetes/versions.ts';
import { adviceRules } from '../../../server/validation/advice/index.ts';
import { run } from '../run.ts';

describe('kubejob rule', () => {
  test('lists every rule with what it is about', async () => {
    const { code, out } = await run('rule');
    expect(code).toBe(0);
    for (const rule of adviceRules) expect(out).toMatch(new RegExp(`^  ${rule.code} +\\S.*\\.$`, 'm'));
  });

  test.each(adviceRules.map(({ code }) => code))('%s has a page, with a wrong and a right example', async (name) => {
    const { code, out } = await run('rule', name);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^# ${name}\n\n(?:Pitfall|Practice).*\n`));
    expect(out.match(/```yaml/g)?.length).toBeGreaterThanOrEqual(2);
    expect(out).not.toContain('<!--');
  });

  test("explains the API server's own words too", async () => {
    expect((await run('rule', 'no-kind')).out).toContain('kind must be Job or CronJob');
    expect((await run('rule', 'wrong-type')).code).toBe(0);
  });

  test('knows what was meant by a name that there is not', async () => {
    expect(await run('rule', 'image-latst')).toEqual({
      code: 2,
      out: '',
      error: expect.stringMatching(/^kubejob: no rule is called "image-latst"; did you mean image-latest/),
    });
    expect((await run('rule', 'toString')).code).toBe(2);
  });
});

test('kubejob versions lists each, with what it brought', async () => {
  const { out } = await run('versions');
  expect(out.match(/^1\.\d+/gm)).toEqual(kubernetesVersions);
  expect(out).toMatch(/\n1\.30\n {2}.*\n(?: {2}.*\n)*1\.31\n/);
});

describe('kubejob completion', () => {
  const hasBash = spawnSync('bash', ['--version']).status === 0;

  test.skipIf(!hasBash).each([
    [['kubejob', 'va'], 'validate'],
    [['kubejob', 'validate', '--form'], '--format'],
    [['kubejob', 'validate', '--format', 'sa'], 'sarif'],
    [['kubejob', 'validate', '--format', '=', 'sa'], 'sarif'],
    [['kubejob', 'validate', '--he'], '--help,--helm'],
    [['kubejob', 'simulate', '--output', 'describe-'], 'describe-pods'],
    [['kubejob', 'completion', 'z'], 'zsh'],
    [['kubejob', 'completion', 'READ'], ''],
    [['kubejob', 'validate', '--format', 'READ'], ''],
    [['kubejob', 'validate', 'READ'], 'README.md'],
  ])('bash completes %j', async (words, completed) => {
    const { out } = await run('completion', 'bash');
    const script = `${out}\nCOMP_WORDS=(${words.join(' ')}) COMP_CWORD=${words.length - 1}\n_kubejob\nprintf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: join(import.meta.dirname, '../../..'), encoding: 'utf8' });
    expect([stdout.trim().split('\n').toSorted(), stderr]).toEqual([completed.split(',').toSorted(), '']);
  });

  test('fish and zsh have every command and option', async () => {
    const fish = (await run('completion', 'fish')).out;
    expect(fish).toContain("complete -c kubejob -n '__fish_seen_subcommand_from validate' -l format -r -f -a 'text json sarif");
    expect((await run('completion', 'zsh')).out).toMatch(/^#compdef kubejob\n/);
    expect((await run('completion', 'tcsh')).code).toBe(2);
  });
});

test('the manual page has every command, and no line of it begins a request by accident', async () => {
  const { out } = await run('man');
  const commands = [...(await run('--help')).out.matchAll(/^ {2}([a-z][a-z-]*) /gm)]
    .map(([, name]) => name)
    .filter((name) => name !== 'help');
  expect(commands.length).toBeGreaterThan(5);
  for (const name of commands) expect(out).toContain(`.SS kubejob ${name?.replaceAll('-', '\\-')} `);
  expect(out.split('\n').filter((line) => /^[.']/.test(line) && !/^\.(TH|SH|SS|TP|B) ?/.test(line))).toEqual([]);
});

test('what is generated of pages is all that docs/rules has', () => {
  const pages = readdirSync(join(import.meta.dirname, '../../../docs/rules')).filter((name) => name !== 'README.md');
  expect(pages.map((name) => name.slice(0, -3)).sort()).toEqual(adviceRules.map(({ code }) => code).sort());
});

describe('names in brackets', () => {
  test.each(['lost-indentation', 'unseen-blanks', 'immutable-change', 'pods-refused', 'scenario-unknown-field', 'schedule-every-duration'])(
    '%s can be asked for, though it is no rule and none of the API server',
    async (name) => {
      expect((await run('rule', name)).code).toBe(0);
      expect((await run('validate', '--rule', name, '--', 'examples/one-shot.yaml')).code).toBe(0);
    },
  );

  test('that no finding has are refused: a run that tells of nothing would succeed', async () => {
    const refusal = {
      code: 2,
      out: '',
      error: expect.stringMatching(/^kubejob: no rule is called "image-latst"; did you mean image-latest/),
    };
    expect(await run('validate', '--rule', 'unremoved-job,image-latst', 'examples/one-shot.yaml')).toEqual(refusal);
    expect((await run('validate', '--rule', 'fix-quote', '--', 'examples/one-shot.yaml')).code).toBe(2);
  });
});
