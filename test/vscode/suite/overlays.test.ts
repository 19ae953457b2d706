import { chmodSync } from 'node:fs';
import { ConfigurationTarget, commands, type Uri, window, workspace } from 'vscode';
import { closeAll, codes, eventually, example, kubejob, replace } from './editor.ts';

const job = `apiVersion: batch/v1
kind: Job
metadata:
  name: load
spec:
  completionMode: Indexed
  completions: 3
  parallelism: 1
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: main
          image: busybox:1.36
          command: [sleep, "10"]
`;
const patch = 'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: load\nspec:\n  parallelism: 200000\n';

/** Stands in for kubectl where the environment names none: it puts the patch's `parallelism` into the base. */
const standIn = `#!${process.execPath}
const fs = require('fs'), path = require('path');
const scratch = process.argv[3];
const overlay = path.join(scratch, JSON.parse(fs.readFileSync(path.join(scratch, 'kustomization.yaml'), 'utf8')).resources[0]);
const base = path.join(overlay, '../base/job.yaml');
const [, parallelism] = /parallelism: (.*)/.exec(fs.readFileSync(path.join(overlay, 'patch.yaml'), 'utf8'));
const origin = '  annotations:\\n    config.kubernetes.io/origin: |\\n      path: ' + path.relative(scratch, base) + '\\n';
process.stdout.write(fs.readFileSync(base, 'utf8').replace(/parallelism: .*/, 'parallelism: ' + parallelism).replace('metadata:\\n', 'metadata:\\n' + origin));
`;

async function write(name: string, text: string): Promise<Uri> {
  const uri = example(`overlays/${name}`);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

function rendered(): string | undefined {
  return window.visibleTextEditors
    .map(({ document }) => document)
    .find(({ uri }) => uri.scheme === 'kubejob-rendered')
    ?.getText();
}

describe('An overlay in a trusted workspace', () => {
  const kubectl = () => workspace.getConfiguration('kubejob').inspect<string>('kubectl.path')?.globalValue;
  let usual: string | undefined;
  before(async () => {
    await kubejob();
    usual = kubectl();
    const stand = await write('kubectl.cjs', standIn);
    chmodSync(stand.fsPath, 0o755);
    const path = process.env['KUBEJOB_KUBECTL'] ?? stand.fsPath;
    await workspace.getConfiguration('kubejob').update('kubectl.path', path, ConfigurationTarget.Global);
  });
  after(async () => {
    await workspace.getConfiguration('kubejob').update('kubectl.path', usual, ConfigurationTarget.Global);
    await workspace.fs.delete(example('overlays'), { recursive: true });
  });
  afterEach(closeAll);

  it('is built: what is found stands in the patch, and the built Job follows each save', async () => {
    await write('base/kustomization.yaml', 'resources: [job.yaml]\n');
    await write('base/job.yaml', job);
    await write('prod/kustomization.yaml', 'resources: [../base]\npatches: [{path: patch.yaml}]\n');
    const { document } = await window.showTextDocument(await workspace.openTextDocument(await write('prod/patch.yaml', patch)));
    await eventually('what the build shows', () => codes(document).includes('job-indexed-limit') || undefined);

    await commands.executeCommand('kubejob.showRenderedJob');
    await eventually('the built Job', () => rendered()?.includes('parallelism: 200000') || undefined);

    await replace(document, '200000', '2');
    await document.save();
    await eventually('the Job built anew', () => rendered()?.includes('parallelism: 2\n') || undefined);
    await eventually('no finding', () => !codes(document).includes('job-indexed-limit') || undefined);
  });
});
