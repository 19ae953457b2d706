import { commands, window, workspace } from 'vscode';
import { closeAll, codes, eventually, example, panelShows } from './editor.ts';
import { writeBelow } from './stand-in.ts';

const rules = `apiVersion: v1
kind: Namespace
metadata:
  name: ruled
  labels: {pod-security.kubernetes.io/enforce: restricted}
`;

const job = `apiVersion: batch/v1
kind: Job
metadata:
  name: refused
  namespace: ruled
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: main
          image: busybox:1.36
          command: [sleep, "10"]
`;

describe('The rules of a namespace that stand in the workspace', () => {
  after(() => workspace.fs.delete(example('ruled'), { recursive: true }));
  afterEach(closeAll);

  it('are told of its Jobs and played in the panel, until somebody leaves them aside', async () => {
    // It is opened, as not every editor of these tests hears of files in new folders.
    await workspace.openTextDocument(await writeBelow('ruled', 'namespace.yaml', rules));
    const { document } = await window.showTextDocument(await workspace.openTextDocument(await writeBelow('ruled', 'job.yaml', job)));
    await eventually('that the pods are refused', () => codes(document).includes('pods-refused') || undefined);
    await commands.executeCommand('kubejob.simulate');
    await panelShows(/The namespace refuses pods/);

    await window.showTextDocument(document);
    await commands.executeCommand('kubejob.switchNamespaceFacts');
    await eventually('nothing of the namespace', () => !codes(document).includes('pods-refused') || undefined);
    await panelShows(/Complete after/);

    await window.showTextDocument(document);
    await commands.executeCommand('kubejob.switchNamespaceFacts');
    await eventually('that the pods are refused again', () => codes(document).includes('pods-refused') || undefined);
  });
});
