import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { type CodeAction, CodeActionKind, commands, type TextDocument, workspace } from 'vscode';
import { changes, closeAll, codes, eventually, findings, kubejob, openText, problems, select } from './editor.ts';
import { lost, nested } from './lost-indentation.ts';

const head = 'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: a\nspec:\n';
const containers = (...lines: readonly string[]) =>
  `  template:\n    spec:\n      restartPolicy: Never\n      containers:\n${lines.map((line) => `        ${line}\n`).join('')}`;
const main = ['- name: main', '  image: busybox:1.36', '  command: ["sleep", "5"]'];

/** The titles of what the light bulb offers there. */
async function offered(document: TextDocument, kind: CodeActionKind): Promise<string[]> {
  const fault = problems(document)[0];
  const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, fault?.range, kind.value);
  return actions.map(({ title }) => title);
}

describe('Fixes', () => {
  before(kubejob);
  afterEach(closeAll);

  it('all in the file by one command', async () => {
    const faulty = `${head.replace('batch/v1', 'batch/v1beta1')}  completiond: 3\n  parallelism: -1\n${containers(...main).replace('Never', 'Always')}`;
    const { document } = await openText(faulty);
    await eventually('the faults', () => problems(document).length >= 4 || undefined);
    const fixed = await changes(document, /restartPolicy: OnFailure/, 'editor.action.fixAll');
    strictEqual(fixed, `${head}  completions: 3\n  parallelism: 0\n${containers(...main).replace('Never', 'OnFailure')}`);
    await eventually('the end of the faults', () => problems(document).length === 0 || undefined);
  });

  it('all in the file from the light bulb of one fault', async () => {
    const { document } = await openText(`${head}  completiond: 3\n  parallelism: -1\n${containers(...main)}`);
    await eventually('the faults', () => problems(document).length === 2 || undefined);
    const fault = problems(document)[0];
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      fault?.range,
      CodeActionKind.QuickFix.value,
      10,
    );
    const all = actions.find(({ title }) => title.startsWith('Fix everything'));
    deepStrictEqual(
      all?.edit?.get(document.uri).length !== 0 && all?.edit !== undefined,
      true,
      actions.map(({ title }) => title).join(' | '),
    );
  });

  it('the preferred one where the cursor is', async () => {
    const editor = await openText(`${head}${containers(...main).replace('Never', 'Always')}`);
    await eventually('the fault', () => problems(editor.document)[0]);
    select(editor, 'Always', 2);
    await changes(editor.document, /restartPolicy: OnFailure/, 'editor.action.autoFix');
    await eventually('the end of the fault', () => problems(editor.document).length === 0 || undefined);
  });

  it('a command written as one string becomes a list', async () => {
    const editor = await openText(`${head}${containers(...main.slice(0, 2), '  command: sleep 10')}`);
    await eventually('the fault', () => problems(editor.document)[0]);
    select(editor, 'sleep 10', 2);
    await changes(editor.document, /command: \["sleep", "10"\]/, 'editor.action.autoFix');
  });

  it('lost indentation put back', async () => {
    const { document } = await openText(lost);
    await eventually('the finding', () => codes(document).includes('lost-indentation') || undefined);
    deepStrictEqual(codes(document), ['lost-indentation']);
    ok((await offered(document, CodeActionKind.QuickFix))[0]?.startsWith('Nest the lines'));
    strictEqual(await changes(document, /^ {6}containers/m, 'editor.action.fixAll'), nested);
  });

  it('an ignore comment for advice', async () => {
    const { document } = await openText(`${head}${containers(...main).replace(':1.36', ':latest')}`);
    await eventually('the advice', () => codes(document).includes('image-latest') || undefined);
    const advice = findings(document).find(({ code }) => typeof code === 'object' && code.value === 'image-latest');
    const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, advice?.range);
    const ignore = actions.find(({ title }) => title === 'Ignore image-latest here');
    ok(ignore?.edit, actions.map(({ title }) => title).join(' | '));
    await workspace.applyEdit(ignore.edit);
    ok(document.getText().includes('          # kubejob-ignore image-latest\n          image: busybox:latest'), document.getText());
    await eventually('the end of the advice', () => !codes(document).includes('image-latest') || undefined);
  });
});

describe('Refactorings', () => {
  before(kubejob);
  afterEach(closeAll);

  const rewrite = { kind: CodeActionKind.RefactorRewrite.value, apply: 'first' };

  it('make a CronJob of a Job, and a Job of it again', async () => {
    const job = `${head}  backoffLimit: 2\n${containers(...main)}`;
    const editor = await openText(job);
    select(editor, 'Job', 1);
    const cronJob = await changes(editor.document, /kind: CronJob/, 'editor.action.codeAction', rewrite);
    ok(cronJob.includes('  schedule: "0 * * * *"\n  jobTemplate:\n    spec:\n      backoffLimit: 2\n'), cronJob);
    await eventually('no fault', () => problems(editor.document).length === 0 || undefined);
    select(editor, 'CronJob', 1);
    strictEqual(await changes(editor.document, /kind: Job/, 'editor.action.codeAction', rewrite), job);
  });

  it('make a sidecar of a container', async () => {
    const editor = await openText(`${head}${containers(...main, '- name: proxy', '  image: proxy:1')}`);
    select(editor, 'proxy', 1);
    const text = await changes(editor.document, /initContainers/, 'editor.action.codeAction', rewrite);
    ok(text.includes('      initContainers:\n        - restartPolicy: Always\n          name: proxy\n          image: proxy:1\n'), text);
  });
});
