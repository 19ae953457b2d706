import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { bundledProgram, job } from '../cli/run.ts';
import { folderWith } from '../folder-with.ts';
import { jobWith } from '../manifests.ts';
import { home, runStep, type Step } from './workflow-steps.ts';

const good = job('good', 'sleep 3');
const bad = jobWith({ metadata: 'name: bad', spec: 'completions: -1' });
const read = (path: string) => readFileSync(join(home, path), 'utf8');

/** The recipes of the page by the word behind `yaml`, parsed. */
const recipes = new Map(
  [...read('docs/ci.md').matchAll(/```yaml ([\w-]+)\n([\s\S]*?)```/g)].map(([, name = '', text = '']) => [name, parse(text)]),
);

/** Runs as on Linux and macOS, with npx as if the package were installed. */
describe.skipIf(process.platform === 'win32')('recipes for pipelines', () => {
  let bin: string;
  beforeAll(() => {
    const program = bundledProgram();
    const scripts = {
      npx: `[ "$1" = --yes ] && shift\ncase "$1" in kubejob|kubejob@*) shift; exec node ${program} "$@";; esac\nexit 127`,
      kubejob: `exec node ${program} "$@"`,
      helm: "printf -- '---\\n# Source: chart/templates/job.yaml\\n'; cat chart/templates/job.yaml",
    };
    bin = folderWith(Object.fromEntries(Object.entries(scripts).map(([name, script]) => [name, `#!/bin/sh\n${script}\n`])));
  }, 120_000);

  /** A repository whose main branch has these files, and what stands in it now. */
  function repositoryWith(files: Readonly<Record<string, string>>): string {
    const folder = folderWith(files);
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args]);
    git('init', '--quiet');
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '--message', 'main');
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    return folder;
  }

  /** Every script of a recipe, one after the other, in a folder. */
  function play(scripts: readonly string[], folder: string, variables: Readonly<Record<string, string>> = {}) {
    return scripts.map((script) => runStep(script, folder, { PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`, ...variables }));
  }
  const scriptsOf = (steps: readonly Step[]) => steps.flatMap(({ run }) => run ?? []);
  const statuses = (results: readonly { readonly status: number | null }[]) => results.map(({ status }) => status);

  test('GitHub without the action: findings are commands of a workflow', () => {
    const scripts = scriptsOf(recipes.get('github-plain').steps);
    expect(statuses(play(scripts, repositoryWith({ 'deploy/job.yaml': good })))).toEqual([0]);
    const [failed] = play(scripts, repositoryWith({ 'deploy/job.yaml': bad }));
    expect(failed?.status).toBe(1);
    expect(failed?.stdout).toMatch(/^::error file=deploy\/job\.yaml,line=\d+,/);
  });

  test('code scanning gets its file', () => {
    const folder = repositoryWith({ 'deploy/job.yaml': bad });
    play(scriptsOf(recipes.get('github-sarif').steps), folder);
    expect(JSON.parse(readFileSync(join(folder, 'kubejob.sarif'), 'utf8')).runs[0].results).toHaveLength(1);
  });

  test('GitLab gets its report, and fails', () => {
    const folder = repositoryWith({ 'deploy/job.yaml': bad });
    expect(statuses(play(recipes.get('gitlab').kubejob.script, folder))).toEqual([1]);
    expect(JSON.parse(readFileSync(join(folder, 'gl-code-quality-report.json'), 'utf8'))).toHaveLength(1);
  });

  test('charts are judged with each file of values, and as helm printed them', () => {
    const folder = repositoryWith({
      'chart/Chart.yaml': 'apiVersion: v2\nname: chart\nversion: 1.0.0\n',
      'chart/templates/job.yaml': bad,
      'chart/ci/one-values.yaml': 'a: 1\n',
    });
    const [piped] = play(scriptsOf(recipes.get('piped').steps), folder);
    expect(piped?.status).toBe(1);
    expect(piped?.stdout).toMatch(/^chart\/templates\/job\.yaml:\d+:\d+: error: -1 is less than 0/);
    expect(statuses(play(scriptsOf(recipes.get('charts').steps), folder))).toEqual([1]);
  });

  test('for GitOps: overlays, and what an existing Job would not take', () => {
    const folder = repositoryWith({ 'clusters/job.yaml': good, 'clusters/kustomization.yaml': 'resources: [job.yaml]\n' });
    const scripts = scriptsOf(recipes.get('gitops').steps);
    expect(statuses(play(scripts, folder))).toEqual([0, 0]);
    writeFileSync(join(folder, 'clusters/job.yaml'), good.replace('"sleep","3"', '"sleep","4"'));
    const [, changed] = play(scripts, folder);
    expect(changed?.status).toBe(1);
    expect(changed?.stdout).toContain('clusters/job.yaml');
  });

  describe('the component of GitLab', () => {
    const [spec, jobs] = parseAllDocuments(read('templates/kubejob.yml')).map((one) => one.toJS());
    const inputs: Readonly<Record<string, { readonly default: string }>> = spec.spec.inputs;
    const script: readonly string[] = jobs.kubejob.script.map((line: string) =>
      line.replace(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, name: string) => inputs[name]?.default ?? `no input ${name}`),
    );

    test.each([
      [good, 0, 0],
      [bad, 1, 1],
    ])('ends as the verdict is, with its report and its page', (manifest, status, findings) => {
      const folder = repositoryWith({ 'job.yaml': manifest });
      expect(statuses(play([script.join('\n')], folder))).toEqual([status]);
      expect(JSON.parse(readFileSync(join(folder, 'gl-code-quality-report.json'), 'utf8'))).toHaveLength(findings);
      expect(readFileSync(join(folder, 'kubejob.md'), 'utf8')).toMatch(/^## Kubejob\n/);
    });
  });

  describe('the action of GitHub', () => {
    const { inputs, runs } = parse(read('action.yml'));
    const steps: readonly Step[] = runs.steps;

    test('is written for the bash that macOS has, 3.2', () => {
      expect(scriptsOf(steps).join('\n')).not.toMatch(/\b(?:mapfile|readarray|coproc)\b|declare -A|\$\{\w+[,^]/);
    });

    /** The scripts behind the first, which installs, with the inputs given and otherwise their defaults. */
    function act(folder: string, given: Readonly<Record<string, string>>, from = 1) {
      const summary = join(folderWith(), 'summary.md');
      const results = steps.slice(from).map(({ run = '', env = {} }) => {
        const variables = Object.entries(env).map(([name, value]) => {
          return [name, value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/, (_, input: string) => given[input] ?? inputs[input].default)];
        });
        return play([run], folder, { GITHUB_STEP_SUMMARY: summary, ...Object.fromEntries(variables) })[0];
      });
      return { results, summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '' };
    }

    test('writes the summary with its pictures, and fails as the verdict is', () => {
      const folder = repositoryWith({ 'deploy/a.yaml': good, 'other dir/b.yaml': bad });
      const { results, summary } = act(folder, { paths: 'deploy\nother dir\n', timelines: 'made' });
      expect(results.map((result) => result?.status)).toEqual([0, 1]);
      expect(results[1]?.stdout).toMatch(/^::error file=other dir\/b\.yaml,/);
      expect(summary).toContain('1 error: 2 Jobs and CronJobs in 2 files.');
      expect(summary).toContain('![good](made/good.svg)');
      expect(readdirSync(join(folder, 'made'))).toEqual(['good.svg']);
    });

    test('judges what changed alone, with further arguments, and takes no input for a command', () => {
      const folder = repositoryWith({ 'a.yaml': bad });
      expect(act(folder, { changed: 'origin/main' }).results.at(-1)?.status).toBe(0);
      expect(act(folder, { arguments: '--rule\nimage-latest' }).results.at(-1)?.status).toBe(0);
      const strict = act(repositoryWith({ 'a.yaml': good }), { arguments: '--strict' });
      expect(strict.results.at(-1)).toMatchObject({ status: 0, stderr: '' });
      act(folder, { paths: '$(touch broken)`touch broken`; touch broken', arguments: '$(touch broken)' });
      expect(existsSync(join(folder, 'broken'))).toBe(false);
    });

    test('fails on what .kubejob.yaml says, unless an input says otherwise', () => {
      const folder = repositoryWith({ 'a.yaml': good, '.kubejob.yaml': 'advice: all\nfailOn: info\n' });
      expect(act(folder, {}).results.at(-1)?.status).toBe(1);
      expect(act(folder, { 'fail-on': 'error' }).results.at(-1)?.status).toBe(0);
    });

    test('installs what its checkout builds', () => {
      const folder = repositoryWith({});
      const [path, temporary] = [join(folder, 'path'), join(folder, 'with a space')];
      const variables = { GITHUB_ACTION_PATH: home, GITHUB_PATH: path, RUNNER_TEMP: temporary, VERSION: '' };
      const [installed] = play([steps[0]?.run ?? 'false'], folder, variables);
      expect(installed).toMatchObject({ status: 0, stderr: '' });
      const program = join(readFileSync(path, 'utf8').trim(), 'kubejob');
      expect(execFileSync(program, ['--version'], { encoding: 'utf8' }).trim()).toBe(JSON.parse(read('package.json')).version);
    });
  });

  describe('hooks of pre-commit', () => {
    const hooks: readonly { readonly id: string; readonly entry: string; readonly pass_filenames?: boolean }[] = parse(
      read('.pre-commit-hooks.yaml'),
    );

    test('are those of the page', () => {
      const named = recipes.get('pre-commit').repos[0].hooks.map(({ id }: { readonly id: string }) => id);
      expect(hooks.map(({ id }) => id)).toEqual(named);
    });

    test.each(hooks)('$id passes what is right and stops what is not', ({ entry, pass_filenames: named = true }) => {
      const expectations = 'tests:\n  - expect: [completes within 1m]\n';
      const folder = repositoryWith({ 'a.yaml': good, 'a.test.yaml': expectations, 'values.yaml': 'a: 1\n' });
      const script = named ? `${entry} a.yaml a.test.yaml values.yaml` : entry;
      expect(statuses(play([script], folder))).toEqual([0]);
      writeFileSync(join(folder, 'a.yaml'), bad);
      expect(statuses(play([script], folder))).not.toEqual([0]);
    });

    test('leave out what is excluded, though pre-commit names it', () => {
      const folder = repositoryWith({ 'vendor/a.yaml': bad, '.kubejob.yaml': 'exclude: [vendor/]\n' });
      const entry = hooks.find(({ id }) => id === 'kubejob')?.entry ?? 'false';
      expect(statuses(play([`${entry} vendor/a.yaml`, 'kubejob validate vendor/a.yaml'], folder))).toEqual([0, 1]);
    });
  });
});
