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

  test('runs scripts that there are, and actions of a version', () => {
    const named = stepsOf(file).flatMap(({ run = '' }) => [...run.matchAll(/npm run ([\w-]+)/g)].map(([, name = '']) => name));
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    const actions = stepsOf(file).flatMap(({ uses }) => uses ?? []);
    expect(actions.filter((action) => !/^[\w-]+\/[\w-]+@v\d+$/.test(action))).toEqual([]);
  });
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
