import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../folder-with.ts';
import { job, run } from './run.ts';

const folder = folderWith();

const store = (name: string, bytes: string | Uint8Array): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
const wide = (text: string) => Buffer.from(text, 'utf16le');
const said = 'This seems to be UTF-16 without a byte order mark, and kubectl refuses the file: save it as UTF-8.';

const good = store('good.yaml', job('one'));
const manifest = store('wide.yaml', wide(job('one')));
const tests = 'tests:\n  - expect: [completes within 10m]\n';
store('wide.test.yaml', tests);
store('played.yaml', job('one'));
store('played.scenario.yaml', wide('pods: []\n'));
store('tested.yaml', job('one'));
store('tested.test.yaml', wide(tests));
store('facts.yaml', wide('apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n'));
store('base.json', wide('{}'));
const at = (name: string) => join(folder, name);

describe('UTF-16 without a mark, which kubectl refuses, is told of by every command', () => {
  test.each([
    ['simulate', 1, ['simulate', manifest]],
    ['simulate, of its scenario', 2, ['simulate', at('played.yaml')]],
    ['validate, of a scenario', 1, ['validate', at('played.scenario.yaml')]],
    ['diff', 1, ['diff', manifest, '--against', good]],
    ['diff, of what exists', 2, ['diff', good, '--against', manifest]],
    ['explain', 2, ['explain', manifest]],
    ['report', 0, ['report', manifest]],
    ['test, of the manifest', 2, ['test', at('wide.test.yaml')]],
    ['test, of the tests', 2, ['test', at('tested.test.yaml')]],
    ['--facts', 2, ['validate', good, '--facts', at('facts.yaml')]],
    ['--baseline', 2, ['validate', good, '--baseline', at('base.json')]],
  ] as const)('%s', async (_, status, args) => {
    const { code, out, error } = await run(...args);
    expect(`${out}${error}`).toContain(said);
    expect(code).toBe(status);
  });
});
