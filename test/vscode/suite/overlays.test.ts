import { commands, window, workspace } from 'vscode';
import { closeAll, codes, eventually, example, replace } from './editor.ts';
import { renderedText, withTool, writeBelow } from './stand-in.ts';

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
const standIn = `const fs = require('fs'), path = require('path');
const scratch = process.argv[3];
const overlay = path.join(scratch, JSON.parse(fs.readFileSync(path.join(scratch, 'kustomization.yaml'), 'utf8')).resources[0]);
const base = path.join(overlay, '../base/job.yaml');
const [, parallelism] = /parallelism: (.*)/.exec(fs.readFileSync(path.join(overlay, 'patch.yaml'), 'utf8'));
const origin = '  annotations:\\n    config.kubernetes.io/origin: |\\n      path: ' + path.relative(scratch, base) + '\\n';
process.stdout.write(fs.readFileSync(base, 'utf8').replace(/parallelism: .*/, 'parallelism: ' + parallelism).replace('metadata:\\n', 'metadata:\\n' + origin));
`;

const write = (name: string, text: string) => writeBelow('overlays', name, text);

describe('An overlay in a trusted workspace', () => {
  withTool('kubectl.path', 'KUBEJOB_KUBECTL', 'overlays', standIn);
  after(() => workspace.fs.delete(example('overlays'), { recursive: true }));
  afterEach(closeAll);

  it('is built: what is found stands in the patch, and the built Job follows each save', async () => {
    await write('base/kustomization.yaml', 'resources: [job.yaml]\n');
    await write('base/job.yaml', job);
    await write('prod/kustomization.yaml', 'resources: [../base]\npatches: [{path: patch.yaml}]\n');
    const { document } = await window.showTextDocument(await workspace.openTextDocument(await write('prod/patch.yaml', patch)));
    await eventually('what the build shows', () => codes(document).includes('job-indexed-limit') || undefined);

    await commands.executeCommand('kubejob.showRenderedJob');
    await eventually('the built Job', () => renderedText()?.includes('parallelism: 200000') || undefined);

    await replace(document, '200000', '2');
    await document.save();
    await eventually('the Job built anew', () => renderedText()?.includes('parallelism: 2\n') || undefined);
    await eventually('no finding', () => !codes(document).includes('job-indexed-limit') || undefined);
  });
});
