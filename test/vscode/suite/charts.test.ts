import { ok, strictEqual } from 'node:assert';
import { chmodSync } from 'node:fs';
import { ConfigurationTarget, commands, type TextDocument, type Uri, ViewColumn, window, workspace } from 'vscode';
import { closeAll, codes, eventually, example, kubejob, panelShows } from './editor.ts';

/** Stands in for helm where the environment names none: it fills in `.Values.NAME`. */
const standIn = `#!${process.execPath}
const fs = require('fs'), path = require('path');
const chart = process.argv[3];
const values = Object.fromEntries([...fs.readFileSync(path.join(chart, 'values.yaml'), 'utf8').matchAll(/^(\\w+): (.*)$/gm)].map(([, key, value]) => [key, value]));
const text = fs.readFileSync(path.join(chart, 'templates/job.yaml'), 'utf8').replace(/{{ \\.Values\\.(\\w+) }}/g, (_, key) => values[key]);
process.stdout.write('---\\n# Source: tool/templates/job.yaml\\n' + text);
`;

const template = `apiVersion: batch/v1
kind: Job
metadata:
  name: {{ .Values.name }}
spec:
  completions: {{ .Values.completions }}
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: main
          image: busybox:1.36
          command: [sleep, "10"]
`;

async function write(name: string, text: string): Promise<Uri> {
  const uri = example(`tool/${name}`);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

function rendered(): TextDocument | undefined {
  return window.visibleTextEditors.map(({ document }) => document).find(({ uri }) => uri.scheme === 'kubejob-rendered');
}

describe('A chart in a trusted workspace', () => {
  const helm = () => workspace.getConfiguration('kubejob').inspect<string>('helm.path')?.globalValue;
  let usual: string | undefined;
  before(async () => {
    await kubejob();
    usual = helm();
    const stand = await write('helm.cjs', standIn);
    chmodSync(stand.fsPath, 0o755);
    const path = process.env['KUBEJOB_HELM'] ?? stand.fsPath;
    await workspace.getConfiguration('kubejob').update('helm.path', path, ConfigurationTarget.Global);
  });
  after(async () => {
    await workspace.getConfiguration('kubejob').update('helm.path', usual, ConfigurationTarget.Global);
  });
  afterEach(closeAll);

  it('is rendered: what is found stands on the template, and the rendered Job and its simulation follow each save', async () => {
    await write('Chart.yaml', 'apiVersion: v2\nname: tool\nversion: 0.1.0\n');
    const values = await write('values.yaml', 'name: tool\ncompletions: -1\n');
    const { document } = await window.showTextDocument(await workspace.openTextDocument(await write('templates/job.yaml', template)));
    await eventually('what rendering found', () => codes(document).includes('number-negative') || undefined);
    strictEqual(codes(document).includes('template'), false);

    await commands.executeCommand('kubejob.showRenderedJob');
    await eventually('the rendered Job', () => rendered()?.getText().includes('completions: -1') || undefined);

    const editor = await window.showTextDocument(await workspace.openTextDocument(values), ViewColumn.One);
    await editor.edit((edit) => edit.replace(editor.document.lineAt(1).range, 'completions: 2'));
    await editor.document.save();
    await eventually('the Job rendered anew', () => rendered()?.getText().includes('completions: 2') || undefined);
    await panelShows(/2\/2/);
    ok(!codes(document).includes('number-negative'));
  });

  it('is simulated from the template itself, as what was rendered of it, and says what a hook does to the release', async () => {
    await write('../hooked/Chart.yaml', 'apiVersion: v2\nname: hooked\nversion: 0.1.0\n');
    const values = await write('../hooked/values.yaml', 'name: tool\ncompletions: 3\n');
    const hook = template.replace('spec:\n', '  annotations:\n    helm.sh/hook: pre-upgrade\nspec:\n');
    await window.showTextDocument(await workspace.openTextDocument(await write('../hooked/templates/job.yaml', hook)));
    await commands.executeCommand('kubejob.simulate');
    await panelShows(/3\/3/);
    await panelShows(/Helm .*pre-upgrade/);

    const editor = await window.showTextDocument(await workspace.openTextDocument(values), ViewColumn.One);
    await editor.edit((edit) => edit.replace(editor.document.lineAt(1).range, 'completions: 4'));
    await editor.document.save();
    await panelShows(/4\/4/);
  });
});
