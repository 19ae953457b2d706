import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';

interface Entry {
  readonly command?: string;
  readonly when?: string;
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
const commands: readonly { readonly command: string; readonly enablement?: string }[] = contributes.commands;
const menus: Readonly<Record<string, readonly Entry[]>> = contributes.menus;
const sources = globSync('client/**/*.ts').map((file) => readFileSync(file, 'utf8'));

type Context = Readonly<Record<string, string | number | boolean>>;

/** Whether a clause holds, by the operators that ours use: `&&`, `||`, `!`, `>`, brackets, and `=~` with a pattern. */
function holds(clause: string, context: Context): boolean {
  const asCode = clause.replace(/(\/[^/]*\/)|([a-zA-Z][\w.]*)/g, (_, pattern?: string, key?: string) => pattern ?? `of("${key}")`);
  const matches = asCode.replace(/(of\("[^"]*"\)) =~ (\/[^/]*\/)/g, '$2.test($1 ?? "")');
  return Boolean(runInNewContext(matches, { of: (key: string) => context[key] }));
}

/** What the palette offers, without the prefix of ours. */
function offered(context: Context): readonly string[] {
  const shown = (command: string) => menus['commandPalette']?.find((entry) => entry.command === command)?.when ?? 'true';
  return commands
    .filter(
      ({ command, enablement = 'true' }) =>
        holds(shown(command), { ...context, true: true }) && holds(enablement, { ...context, true: true }),
    )
    .map(({ command }) => command.replace('kubejob.', ''));
}

const always = ['explain', 'newJob', 'openSample', 'openFaultySample', 'chooseKubernetesVersion', 'restartServer', 'showOutput'];
const desktop = { isWorkspaceTrusted: true, isWeb: false };
const folder = { ...desktop, workspaceFolderCount: 1 };
const yaml = { ...folder, editorLangId: 'yaml' };
const job = { ...yaml, 'kubejob.hasObjects': true };
const ofJob = ['simulate', 'openKubectlOutput', 'copyKubectlOutput', 'switchNamespaceFacts'];

describe('the palette offers what applies', () => {
  test.each<[string, Context, readonly string[]]>([
    ['with nothing open', desktop, [...always, 'useClusterVersion']],
    ['in a folder, where a file of Go is open', { ...folder, editorLangId: 'go' }, [...always, 'useClusterVersion', 'checkWorkspace']],
    ['at other YAML', yaml, [...always, 'useClusterVersion', 'checkWorkspace']],
    ['at a Job', job, [...always, ...ofJob, 'useClusterVersion', 'checkWorkspace']],
    [
      'at a patch of an overlay',
      { ...job, 'kubejob.mayBeRendered': true },
      [...always, ...ofJob, 'useClusterVersion', 'checkWorkspace', 'showRenderedJob'],
    ],
    [
      'at a template of a chart',
      { ...job, editorLangId: 'helm', 'kubejob.inChart': true, 'kubejob.mayBeRendered': true },
      [...always, ...ofJob, 'useClusterVersion', 'checkWorkspace', 'showRenderedJob', 'chooseValuesFiles'],
    ],
    ['at a Job that nobody trusts', { ...job, isWorkspaceTrusted: false }, [...always, ...ofJob, 'checkWorkspace']],
    ['at a Job in a browser', { ...job, isWeb: true }, [...always, ...ofJob, 'checkWorkspace']],
    ['at a Job in a browser that a server is behind', { ...job, isWeb: true, remoteName: 'ssh' }, offered(job)],
    [
      'with a panel in front of other YAML',
      { ...yaml, 'kubejob.panelOpen': true },
      [...always, 'saveScenario', 'openKubectlOutput', 'copyKubectlOutput', 'useClusterVersion', 'checkWorkspace'],
    ],
  ])('%s', (_, context, expected) => {
    expect([...offered(context)].sort()).toEqual([...expected].sort());
  });
});

test('every command that is offered is there, and every key of ours that a clause asks for is kept', () => {
  const code = sources.join('\n');
  expect(commands.filter(({ command }) => !code.includes(`registerCommand('${command}'`))).toEqual([]);
  const clauses = [...Object.values(menus).flat(), ...commands.map(({ enablement }) => ({ when: enablement }))];
  const keys = new Set(clauses.flatMap(({ when = '' }) => when.match(/kubejob\.\w+/g) ?? []));
  expect([...keys].sort()).toEqual(['kubejob.hasObjects', 'kubejob.inChart', 'kubejob.mayBeRendered', 'kubejob.panelOpen']);
  expect([...keys].filter((key) => !code.includes(`'setContext', '${key}'`))).toEqual([]);
});

test('menus hold commands that there are', () => {
  const named = Object.values(menus).flatMap((entries) => entries.flatMap(({ command }) => command ?? []));
  expect(named.filter((name) => !commands.some(({ command }) => command === name))).toEqual([]);
});
