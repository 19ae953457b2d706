import { expect, test } from 'vitest';
import { contributes } from '../../package.json';
import { folderWith } from '../folder-with.ts';
import { jobWith } from '../manifests.ts';
import { run } from './run.ts';

test("the editor's problem matcher reads what the command line prints", async () => {
  const file = `${folderWith({ 'a b:1.yaml': jobWith({ metadata: 'name: a', spec: 'completions: -1\nactiveDeadlineSeconds: 1', container: 'command: [sleep, "9"]' }) })}/a b:1.yaml`;
  const { out } = await run('validate', file);
  const [{ pattern } = { pattern: undefined }] = contributes.problemMatchers;
  const read = out.split('\n').flatMap((line) => {
    const found = new RegExp(pattern?.regexp ?? '').exec(line);
    return found && pattern ? [[pattern.file, pattern.line, pattern.severity, pattern.code].map((group) => found[group])] : [];
  });
  expect(read).toEqual([
    [file, expect.stringMatching(/^\d+$/), 'error', 'number-negative'],
    [file, expect.stringMatching(/^\d+$/), 'note', 'deadline-before-work'],
  ]);
});

test('every menu names a command that there is', () => {
  const known = new Set(contributes.commands.map(({ command }) => command));
  const named = Object.values(contributes.menus).flatMap((entries) => entries.map(({ command }) => command));
  expect(named.filter((command) => !known.has(command))).toEqual([]);
});
