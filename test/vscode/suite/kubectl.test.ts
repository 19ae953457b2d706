import { ok, strictEqual } from 'node:assert';
import { commands, env, type TextDocument, window, workspace } from 'vscode';
import { closeAll, eventually, kubejob, open, panelShows, pick } from './editor.ts';

function shown(path: string): TextDocument | undefined {
  return window.visibleTextEditors.map(({ document }) => document).find(({ uri }) => uri.scheme === 'kubejob-kubectl' && uri.path === path);
}

describe('What kubectl prints', () => {
  before(kubejob);
  beforeEach(async () => {
    await open('fixed-count.yaml');
    await commands.executeCommand('kubejob.simulate');
    await panelShows(/5\/5/);
  });
  afterEach(closeAll);

  const outputs: readonly (readonly [number, string, RegExp])[] = [
    [0, '/kubectl get jobs --watch', /sample-multi-task-job +Complete +5\/5/],
    [1, '/kubectl get pods', /sample-multi-task-job-\w{5} +0\/1 +Completed/],
    [2, '/kubectl get events', /Normal +Completed +job\/sample-multi-task-job/],
    [3, '/kubectl describe job sample-multi-task-job', /^Pods Statuses: +0 Active \(0 Ready\) \/ 5 Succeeded \/ 0 Failed$/m],
  ];
  for (const [place, path, expected] of outputs)
    it(`opens ${path.slice(1)} as a read-only document of its own language`, async () => {
      const document = await pick('kubejob.openKubectlOutput', place, () => shown(path));
      ok(expected.test(document.getText()), document.getText());
      await eventually('the language', () => shown(path)?.languageId === 'kubectl-output' || undefined);
      strictEqual(workspace.fs.isWritableFileSystem(document.uri.scheme) ?? false, false);
    });

  it('is copied', async () => {
    await env.clipboard.writeText('');
    const text = await pick('kubejob.copyKubectlOutput', 0, async () => (await env.clipboard.readText()) || undefined);
    ok(/^\$ kubectl get jobs --watch\nNAME +STATUS +COMPLETIONS +DURATION +AGE\n/.test(text) && /Complete +5\/5/.test(text), text);
  });

  it('is that of the second chosen in the panel', async () => {
    const { choose } = await kubejob();
    choose(40);
    const opened = await eventually('the outputs of that second', async () => {
      const document = await pick('kubejob.openKubectlOutput', 0, () => shown('/kubectl get jobs --watch'));
      return /3\/5/.test(document.getText()) && !/5\/5/.test(document.getText()) ? document.getText() : undefined;
    });
    ok(/Running +3\/5/.test(opened), opened);
  });
});
