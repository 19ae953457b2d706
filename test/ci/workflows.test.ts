import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../folder-with.ts';
import { home, runStep, workflowIn } from './workflow-steps.ts';

const { scripts, version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
const files = readdirSync(join(home, '.github/workflows')).map((name) => `.github/workflows/${name}`);
const stepsOf = (file: string) => Object.values(workflowIn(file).jobs).flatMap(({ steps }) => steps);

describe.each(files)('%s', (file) => {
  test('may write nothing but what a job of it asks for', () => {
    expect(workflowIn(file).permissions).toEqual({ contents: 'read' });
  });

  test('runs scripts that there are, and actions of a commit, whose version is told, which leave no token behind', () => {
    const named = stepsOf(file).flatMap(({ run = '' }) => [...run.matchAll(/npm run ([\w-]+)/g)].map(([, name = '']) => name));
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    const actions = readFileSync(join(home, file), 'utf8').match(/uses: .*/g) ?? [];
    expect(actions.filter((action) => !/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
    const checkouts = stepsOf(file).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });

  test('takes nothing that others write into a script but by the environment', () => {
    expect(stepsOf(file).filter(({ run = '' }) => run.includes('${{'))).toEqual([]);
  });
});

test('npm takes a file in a folder for a repository of GitHub where its path does not begin with ./', () => {
  const texts = [...files, 'docs/getting-started.md', 'docs/getting-started.ko.md'].map((file) => readFileSync(join(home, file), 'utf8'));
  const tarballs = texts.flatMap((text) => text.match(/npm (?:publish|install)[^\n`]* \S+\.tgz/g) ?? []);
  expect(tarballs).toHaveLength(3);
  expect(tarballs.filter((command) => !/ \.\/\S+$/.test(command))).toEqual([]);
});

describe.skipIf(process.platform === 'win32')('a release begins with a tag', () => {
  const script = stepsOf('.github/workflows/release.yml').find(({ name }) => name?.startsWith('The tag is the version'))?.run ?? 'false';
  const begin = (tag: string, changelog: string) => {
    const folder = folderWith({ 'package.json': JSON.stringify({ version }), 'CHANGELOG.md': changelog });
    return runStep(script, folder, { GITHUB_REF_NAME: tag });
  };

  test('that is the version', () => {
    expect(begin(`v${version}`, `# Changelog\n\n## ${version}\n`).status).toBe(0);
    expect(begin('v99.0.0', `## ${version}\n`)).toMatchObject({
      status: 1,
      stdout: `::error::the tag is v99.0.0, package.json says ${version}\n`,
    });
  });

  test('of which the changelog has a chapter', () => {
    expect(begin(`v${version}`, '# Changelog\n\n## Unreleased\n')).toMatchObject({
      status: 1,
      stdout: `::error::CHANGELOG.md has no chapter ${version}\n`,
    });
  });
});
