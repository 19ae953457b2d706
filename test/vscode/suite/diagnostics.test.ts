import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { type CodeAction, CodeActionKind, commands, DiagnosticSeverity, languages, workspace } from 'vscode';
import { closeAll, eventually, example, kubejob, open, openCopy, openText, problems, replace } from './editor.ts';

describe('Diagnostics', () => {
  before(kubejob);
  afterEach(closeAll);

  it('underline the value of restartPolicy: Always, and two quick fixes mend it', async () => {
    const { document } = await openCopy('faulty/restart-always.yaml');
    const fault = await eventually('the fault', () => problems(document)[0]);
    strictEqual(document.getText(fault.range), 'Always');
    strictEqual(fault.severity, DiagnosticSeverity.Error);

    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      fault.range,
      CodeActionKind.QuickFix.value,
    );
    const titles = actions.map(({ title }) => title);
    ok(
      titles.some((title) => /OnFailure/.test(title)) && titles.some((title) => /Never/.test(title)),
      `fixes offered: ${titles.join(' | ')}`,
    );
    for (const word of ['OnFailure', 'Never']) {
      const fix = actions.find(({ title, edit }) => edit && new RegExp(`^[^.:;(]*\\b${word}\\b`).test(title));
      ok(fix?.edit, `a fix for ${word} among ${titles.join(' | ')}`);
      await workspace.applyEdit(fix.edit);
      ok(document.getText().includes(`restartPolicy: ${word}`), document.getText());
      await eventually('the end of the fault', () => problems(document).length === 0 || undefined);
      await commands.executeCommand('undo');
      await eventually('the fault again', () => problems(document)[0]);
    }
  });

  it('come for files that are not open when the workspace is checked', async () => {
    await commands.executeCommand('kubejob.checkWorkspace');
    const faults = languages.getDiagnostics(example('faulty/restart-always.yaml'));
    ok(
      faults.some(({ message }) => /restartPolicy/.test(message)),
      faults.map(({ message }) => message).join(' | '),
    );
    const { document } = await open('faulty/restart-always.yaml');
    await eventually('one fault, said once', () => problems(document).length === 1 || undefined);
  });

  it('say of a patch only what is wrong with what it says, as long as a kustomization lists it', async () => {
    const write = (name: string, text: string) => workspace.fs.writeFile(example(`patched/${name}`), new TextEncoder().encode(text));
    await write('kustomization.yaml', 'patches:\n  - path: patch.yaml\n');
    await write('patch.yaml', 'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: one\nspec:\n  completions: -1\n');
    const { document } = await open('patched/patch.yaml');
    const fault = await eventually('the fault', () => problems(document)[0]);
    strictEqual(document.getText(fault.range), '-1');
    strictEqual(problems(document).length, 1);
    const kustomization = await open('patched/kustomization.yaml');
    await replace(kustomization.document, 'patch.yaml', 'other.yaml');
    await eventually('what is missing', () => problems(document).length > 1 || undefined);
  });

  it('leave other kinds and other groups alone', async () => {
    const others = [
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: UPPER\nspec:\n  whatever: 1\n',
      'apiVersion: batch.volcano.sh/v1alpha1\nkind: Job\nmetadata:\n  name: UPPER\nspec:\n  minAvailable: x\n',
      'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: ours\nspec:\n  backoffLimit: -1\n  template:\n    spec:\n      restartPolicy: Never\n      containers:\n        - name: main\n          image: busybox\n',
    ];
    const { document } = await openText(others.join('---\n'));
    const fault = await eventually('the fault of our Job', () => problems(document)[0]);
    strictEqual(document.getText(fault.range), '-1');
    deepStrictEqual(problems(document).length, 1);
  });
});
