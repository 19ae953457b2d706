import { ok } from 'node:assert';
import { type CodeAction, CodeActionKind, commands, workspace } from 'vscode';
import { closeAll, copyOf, eventually, example, kubejob, openCopy, problems, replace } from './editor.ts';

describe('The examples', () => {
  before(kubejob);
  afterEach(closeAll);

  it('are judged right, and faults come and go with an edit', async () => {
    const names = (await workspace.fs.readDirectory(example('.'))).map(([name]) => name).filter((name) => /^[a-z-]+\.yaml$/.test(name));
    ok(names.length >= 14, `${names.length} examples`);
    const documents = await Promise.all(names.map(async (name) => ({ name, document: await copyOf(name) })));
    // Only once a fault made by hand has been seen does it mean something that there is none without it.
    for (const { document } of documents) await replace(document, '\nspec:\n', '\nspec:\n  kompletions: 1\n');
    for (const { name, document } of documents)
      await eventually(`the fault made in ${name}`, () => problems(document).find(({ message }) => /kompletions/.test(message)));
    for (const { document } of documents) await replace(document, '\nspec:\n  kompletions: 1\n', '\nspec:\n');
    for (const { name, document } of documents) await eventually(`a clean ${name}`, () => problems(document).length === 0 || undefined);
  });

  const mended: readonly (readonly [string, RegExp])[] = [
    ['apps-v1', /^apiVersion: batch\/v1$/m],
    ['batch-v1beta1', /^apiVersion: batch\/v1$/m],
    ['misspelt-completions', /^ {2}completions: /m],
    ['misspelt-starting-deadline', /startingDeadlineSeconds: /],
    ['no-restart-policy', /restartPolicy: (OnFailure|Never)/],
    ['lost-indentation', /^ {4}spec:\n {6}\S/m],
  ];
  for (const [name, right] of mended)
    it(`show the fault of ${name}.yaml, and the first quick fix mends it`, async () => {
      const { document } = await openCopy(`faulty/${name}.yaml`);
      const fault = await eventually('the fault', () => problems(document)[0]);
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        fault.range,
        CodeActionKind.QuickFix.value,
      );
      const edit = actions.find((action) => action.edit)?.edit;
      ok(edit, `fixes offered: ${actions.map(({ title }) => title).join(' | ')}`);
      await workspace.applyEdit(edit);
      ok(right.test(document.getText()), document.getText());
      await eventually('the end of the faults', () => problems(document).length === 0 || undefined);
    });
});
