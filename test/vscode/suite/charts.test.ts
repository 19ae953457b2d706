import { match, ok, strictEqual } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { dirname } from 'node:path';
import { commands, type TextDocument, ViewColumn, window, workspace } from 'vscode';
import { closeAll, codes, eventually, findings, panelShows } from './editor.ts';
import { renderedText, withTool, writeBelow } from './stand-in.ts';

/** Stands in for helm: it fills in `.Values.NAME`, and refuses a chart with dependencies. */
const standIn = `const fs = require('fs'), path = require('path');
const chart = process.argv[3];
if (/^dependencies:/m.test(fs.readFileSync(path.join(chart, 'Chart.yaml'), 'utf8'))) {
  process.stderr.write('Error: An error occurred while checking for chart dependencies. Run helm dependency build: found in Chart.yaml, but missing in charts/ directory: common');
  process.exit(1);
}
const files = [path.join(chart, 'values.yaml'), ...process.argv.slice(4).filter((one) => one.endsWith('.yaml'))];
const values = Object.assign({}, ...files.map((file) => Object.fromEntries([...fs.readFileSync(file, 'utf8').matchAll(/^(\\w+): (.*)$/gm)].map(([, key, value]) => [key, value]))));
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

const write = (name: string, text: string) => writeBelow('tool', name, text);
const chart = (name: string) => `apiVersion: v2\nname: ${name}\nversion: 0.1.0\n`;

describe('A chart in a trusted workspace', () => {
  withTool('helm.path', 'KUBEJOB_HELM', 'tool', standIn);
  afterEach(closeAll);

  it('is rendered: what is found stands on the template, and the rendered Job and its simulation follow each save', async () => {
    await write('Chart.yaml', chart('tool'));
    const values = await write('values.yaml', 'name: tool\ncompletions: -1\n');
    const { document } = await window.showTextDocument(await workspace.openTextDocument(await write('templates/job.yaml', template)));
    await eventually('what rendering found', () => codes(document).includes('number-negative') || undefined);
    strictEqual(codes(document).includes('template'), false);
    const [behind] = coded(document, 'number-negative')?.relatedInformation ?? [];
    match(behind?.location.uri.path ?? '', /\/tool\/values\.yaml$/);
    strictEqual(behind?.location.range.start.line, 1);

    await commands.executeCommand('kubejob.showRenderedJob');
    await eventually('the rendered Job', () => renderedText()?.includes('completions: -1') || undefined);

    const editor = await window.showTextDocument(await workspace.openTextDocument(values), ViewColumn.One);
    await editor.edit((edit) => edit.replace(editor.document.lineAt(1).range, 'completions: 2'));
    await editor.document.save();
    await eventually('the Job rendered anew', () => renderedText()?.includes('completions: 2') || undefined);
    await panelShows(/2\/2/);
    ok(!codes(document).includes('number-negative'));
  });

  it('is simulated from the template itself, as what was rendered of it, and says what a hook does to the release', async () => {
    await write('../hooked/Chart.yaml', chart('hooked'));
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

  it('marks what Kubernetes would refuse to change on the Job that was committed, on the line of the template', async () => {
    const uri = await write('../committed/Chart.yaml', chart('committed'));
    const values = await write('../committed/values.yaml', 'name: tool\ncompletions: 3\n');
    const job = await write('../committed/templates/job.yaml', template);
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', '-c', 'commit.gpgsign=false', ...args], {
        cwd: dirname(uri.fsPath),
        stdio: 'pipe',
      });
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'one');
    const { document } = await window.showTextDocument(await workspace.openTextDocument(job));
    const editor = await window.showTextDocument(await workspace.openTextDocument(values), ViewColumn.Two);
    await editor.edit((edit) => edit.replace(editor.document.lineAt(1).range, 'completions: 4'));
    await editor.document.save();
    const mark = await eventually('the mark', () => coded(document, 'immutable-change'));
    strictEqual(mark.range.start.line, 5);
    git('commit', '--quiet', '--all', '--message', 'two');
    await editor.edit((edit) => edit.replace(editor.document.lineAt(1).range, 'completions: 4 '));
    await editor.document.save();
    await eventually('no mark', () => !coded(document, 'immutable-change') || undefined);
  });

  it("says once, in helm's words, which dependency is missing", async () => {
    const dependency = 'dependencies:\n  - {name: common, version: 1.0.0, repository: "file://../common"}\n';
    await write('../lacking/Chart.yaml', `${chart('lacking')}${dependency}`);
    await write('../lacking/values.yaml', 'name: tool\ncompletions: 3\n');
    const { document } = await window.showTextDocument(
      await workspace.openTextDocument(await write('../lacking/templates/job.yaml', template)),
    );
    const said = await eventually('why it is not rendered', () => coded(document, 'chart-refused'));
    match(said.message, /common/);
    match(said.message, /dependencies/);
    strictEqual(codes(document).filter((code) => code === 'chart-refused').length, 1);
  });
});

/** The finding of a code, where it is shown. */
function coded(document: TextDocument, wanted: string) {
  return findings(document).find(({ code }) => (typeof code === 'object' ? code.value : code) === wanted);
}
