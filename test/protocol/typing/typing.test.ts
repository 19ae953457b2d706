import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CodeAction, CodeLens, Diagnostic, DocumentSymbol } from 'vscode-languageserver-types';
import { jobWith } from '../../manifests.ts';
import { type Session, startSession } from '../session.ts';

let session: Session;
beforeAll(async () => {
  session = await startSession();
}, 60_000);
afterAll(() => session.end());

const errors = (params: { readonly diagnostics: readonly Diagnostic[] } | undefined) =>
  params?.diagnostics.filter(({ severity }) => severity === 1).map(({ code }) => code);

const text = jobWith('backoffLimit: -1\ncompletions: 3');
const line = (name: string, from = text) => from.split('\n').findIndex((one) => one.includes(name));
const put = (at: number, character: number, written: string, length = 0) => ({
  range: { start: { line: at, character }, end: { line: at, character: character + length } },
  text: written,
});

/** Waits until the diagnostics of a version are as wanted: what was held back comes by itself. */
async function eventually(uri: string, version: number, wanted: readonly unknown[]): Promise<void> {
  await expect.poll(() => errors(session.published(uri, version)), { timeout: 10_000 }).toEqual(wanted);
}

test('the line that is typed is no error until a second has passed; what is wrong elsewhere stays', async () => {
  const uri = 'file:///typed.yaml';
  expect(errors(await session.open(uri, text))).toEqual(['number-negative']);
  const completions = line('completions');
  expect(errors(await session.change(uri, 2, [put(completions, 15, 'x', 1)]))).toEqual(['number-negative']);
  await eventually(uri, 2, ['number-negative', 'wrong-type']);
  // What is no longer true goes at once.
  expect(errors(await session.change(uri, 3, [put(completions, 15, '3', 1)]))).toEqual(['number-negative']);
});

test('it is one as soon as another line is changed', async () => {
  const uri = 'file:///next.yaml';
  await session.open(uri, text);
  await session.change(uri, 2, [put(line('completions'), 15, 'x', 1)]);
  expect(errors(await session.change(uri, 3, [put(line('image:'), 10, '"')]))).toEqual(['number-negative', 'wrong-type']);
});

test('a half-typed line takes nothing away: neither findings nor lenses, and is told what it lacks', async () => {
  const uri = 'file:///half.yaml';
  const whole = jobWith('completions: 3\nparallelism: 0').replace('restartPolicy: Never', 'restartPolicy: Always');
  const opened = errors(await session.open(uri, whole));
  expect(opened).toEqual(['job-restart-policy']);
  const sound = 'file:///sound.yaml';
  await session.open(sound, text.replace('-1', '1'));
  const lensesOf = async (of: string): Promise<readonly (string | undefined)[]> => {
    const lenses: CodeLens[] = await session.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: of } });
    return lenses.map(({ command }) => command?.title);
  };
  const symbolsOf = async (of: string): Promise<readonly string[]> => {
    const symbols: DocumentSymbol[] = await session.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: of } });
    return symbols.map(({ name }) => name);
  };
  const before = [await lensesOf(sound), await symbolsOf(sound)];
  expect(before[0]?.[0]).toContain('pods');
  expect(errors(await session.change(uri, 2, [put(line('parallelism', whole), 5, '', 11)]))).toEqual(['job-restart-policy']);
  await session.change(sound, 2, [put(line('completions'), 4, '', 11)]);
  expect((await lensesOf(sound)).map((title) => title?.split(' · ').length)).toEqual(before[0]?.map((title) => title?.split(' · ').length));
  expect(await symbolsOf(sound)).toEqual(before[1]);
  await eventually(sound, 2, ['yaml-colon-missing']);
});

test('opening, a whole text, several lines and a fix that was taken are judged at once', async () => {
  const uri = 'file:///whole.yaml';
  await session.open(uri, text);
  expect(errors(await session.change(uri, 2, [{ text: text.replace('completions: 3', 'completions: x') }]))).toEqual([
    'number-negative',
    'wrong-type',
  ]);
  const lines = {
    range: { start: { line: line('completions'), character: 0 }, end: { line: line('completions') + 1, character: 0 } },
    text: '  completion: 3\n',
  };
  expect(errors(await session.change(uri, 3, [lines]))).toEqual(['number-negative', 'unknown-field']);
  const range = { start: { line: line('completions'), character: 4 }, end: { line: line('completions'), character: 4 } };
  const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
  const actions: CodeAction[] = await session.connection.sendRequest('textDocument/codeAction', params);
  const [edit] = actions.find(({ title }) => title.startsWith('Remove'))?.edit?.changes?.[uri] ?? [];
  if (!edit) throw new Error('no fix');
  expect(errors(await session.change(uri, 4, [{ range: edit.range, text: edit.newText }]))).toEqual(['number-negative']);
});
