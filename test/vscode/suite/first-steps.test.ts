import { deepStrictEqual, match, ok } from 'node:assert';
import { commands, DiagnosticSeverity, languages, window } from 'vscode';
import { closeAll, eventually, kubejob, panelShows } from './editor.ts';

describe('The first steps', () => {
  before(kubejob);
  afterEach(closeAll);

  it('open a sample with its simulation, with nothing open before', async () => {
    await commands.executeCommand('kubejob.openSample');
    const text = await panelShows(/^sample[\s\S]*5\/5/);
    match(text, /1 of them failed/);
  });

  it('open a sample with three faults', async () => {
    await commands.executeCommand('kubejob.openFaultySample');
    const uri = window.activeTextEditor?.document.uri;
    ok(uri);
    await eventually('the faults', () => {
      const errors = languages.getDiagnostics(uri).filter(({ severity }) => severity === DiagnosticSeverity.Error);
      return errors.length === 3 ? errors : undefined;
    });
  });

  it('write a new manifest that is right', async () => {
    const before = window.activeTextEditor;
    const written = commands.executeCommand('kubejob.newJob');
    await eventually('the new manifest', async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return window.activeTextEditor === before ? undefined : window.activeTextEditor;
    });
    await written;
    const { document } = window.activeTextEditor ?? {};
    ok(document);
    match(document.getText(), /^apiVersion: batch\/v1\nkind: Job\n/);
    await commands.executeCommand('kubejob.simulate');
    await panelShows(/^my-job[\s\S]*Complete/);
    deepStrictEqual(languages.getDiagnostics(document.uri), []);
  });
});
