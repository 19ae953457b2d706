import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-types';
import { configurationFields } from '../../../server/application/configuration/field-list.ts';
import type { FilesHoldingParams, ReadFirstParams, SimulateResult } from '../../../server/protocol/requests.ts';
import { run } from '../../cli/run.ts';
import { folderWith, writeFiles } from '../../folder-with.ts';
import { jobWith } from '../../manifests.ts';
import { type Session, startSession } from '../../protocol/session.ts';

// What stands in a configuration counts in our editor, for any other client of the language server, and on the command line alike.

const quota = (more: string) =>
  `apiVersion: v1\nkind: ResourceQuota\nmetadata:\n  name: quota\n${more}spec:\n  hard:\n    requests.memory: 1Gi\n`;
const many = jobWith('parallelism: 3\ncompletions: 2');

/** A configuration, and the files beside it; `a.yaml` is opened. */
const table: Readonly<Record<string, readonly [configuration: string, files: Readonly<Record<string, string>>]>> = {
  kubernetesVersion: ['kubernetesVersion: 1.29\n', { 'a.yaml': jobWith('managedBy: example.com/queue') }],
  advice: ['advice: off\n', { 'a.yaml': many }],
  rules: ['rules: {parallelism-above-completions: error, unremoved-job: warning}\n', { 'a.yaml': many }],
  placeholders: ['placeholders: true\n', { 'a.yaml': jobWith('completions: <count>') }],
  ignore: ['ignore: [parallelism-above-completions, {rule: unremoved-job, files: b.yaml}]\n', { 'a.yaml': many }],
  exclude: ['exclude: [a.yaml]\n', { 'a.yaml': jobWith('completionz: 3') }],
  namespace: ['namespace: work\n', { 'a.yaml': jobWith(''), 'b.yaml': quota('  namespace: work\n') }],
  facts: ['facts: facts.yml\n', { 'a.yaml': jobWith(''), 'facts.yml': quota('') }],
};
/** It decides what is simulated, how a run of the command line ends, and how charts are rendered: others hold these. */
const others = ['scenario', 'failOn', 'helm'];

interface Told {
  readonly line: number;
  readonly code: string;
  readonly level: string;
}
const levels: Readonly<Record<number, string>> = { 1: 'error', 2: 'warning', 3: 'info', 4: 'practice' };
const asWords = (told: readonly Told[]) => told.map(({ line, code, level }) => `${line} ${level} ${code}`).toSorted();

async function onCommandLine(folder: string): Promise<readonly string[]> {
  const { out } = await run('validate', '--format', 'json', folder);
  const found: readonly (Told & { severity: string; practice?: boolean; consequence?: boolean; file: string })[] = JSON.parse(out);
  const shown = found.filter(({ file, consequence }) => file.endsWith('a.yaml') && !consequence);
  return asWords(shown.map(({ line, code, severity, practice }) => ({ line, code, level: practice ? 'practice' : severity })));
}

const shownWords = (diagnostics: readonly Diagnostic[] = []) =>
  asWords(
    diagnostics.map(({ range, code, severity = 1 }) => ({ line: range.start.line + 1, code: `${code}`, level: levels[severity] ?? '' })),
  );

/** A folder for each row. */
const workspace = folderWith();
const store = (path: string, text: string) => writeFiles(workspace, { [path]: text });
const stored = () => readdirSync(workspace, { recursive: true, encoding: 'utf8' }).filter((name) => /\.ya?ml$/.test(name));
const addressOf = (path: string) => pathToFileURL(join(workspace, path)).href;

/** What is found without the configuration, and with it. */
const verdicts = new Map<string, { readonly without: readonly string[]; readonly verdict: readonly string[] }>();
beforeAll(async () => {
  for (const [key, [configuration, files]] of Object.entries(table)) {
    for (const [name, text] of Object.entries(files)) store(`${key}/${name}`, text);
    const without = await onCommandLine(join(workspace, key));
    store(`${key}/.kubejob.yaml`, configuration);
    verdicts.set(key, { without, verdict: await onCommandLine(join(workspace, key)) });
  }
  store('scenario/a.yaml', jobWith({ container: 'command: ["true"]' }));
  store('scenario/.kubejob.yaml', 'scenario: {run: {for: 2m}}\n');
});

test('each field of a configuration is tried', () => {
  expect([...Object.keys(table), ...others].toSorted()).toEqual(Object.keys(configurationFields).toSorted());
});

test.each(Object.keys(table))('%s: changes what the command line says', (key) => {
  expect(verdicts.get(key)?.verdict).not.toEqual(verdicts.get(key)?.without);
});

describe.each([
  ['any client of the language server', {}],
  [
    'an editor that reads files for the server, as ours does',
    {
      initializationOptions: { readsFiles: true },
      requests: {
        'kubejob/readFirst': (params: unknown) => {
          const found = (params as ReadFirstParams).uris.find((uri) => existsSync(fileURLToPath(uri)));
          return found === undefined ? null : { uri: found, text: readFileSync(fileURLToPath(found), 'utf8') };
        },
        'kubejob/filesHolding': (params: unknown) => {
          const texts = stored().map((name) => ({ uri: addressOf(name), text: readFileSync(join(workspace, name), 'utf8') }));
          return { files: texts.filter(({ text }) => new RegExp((params as FilesHoldingParams).pattern).test(text)) };
        },
      },
    },
  ],
] as const)('in %s', (_, options) => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession(undefined, { rootUri: pathToFileURL(workspace).href, ...options });
  });
  afterAll(() => session.end());
  const open = async (key: string) => {
    const uri = addressOf(`${key}/a.yaml`);
    await session.open(uri, readFileSync(fileURLToPath(uri), 'utf8'));
    return uri;
  };

  test.each(Object.keys(table))('%s: the verdict is that of the command line', async (key) => {
    const uri = await open(key);
    await expect.poll(() => shownWords(session.published(uri, 1)?.diagnostics), { timeout: 60_000 }).toEqual(verdicts.get(key)?.verdict);
  });

  test('scenario: the simulation is that of the command line', async () => {
    const { out } = await run('simulate', '--output', 'summary', join(workspace, 'scenario/a.yaml'));
    expect(out).toContain('2 min');
    const uri = await open('scenario');
    const outcome = async () => {
      const answer: SimulateResult = await session.connection.sendRequest('kubejob/simulate', { uri, document: 0 });
      return answer.status === 'simulated' ? answer.outcome : '';
    };
    await expect.poll(outcome, { timeout: 60_000 }).toBe(out.split('\n')[0]?.replace('hello  ', ''));
  });
});
