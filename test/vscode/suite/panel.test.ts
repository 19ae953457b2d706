import { ok } from 'node:assert';
import { rmSync, writeFileSync } from 'node:fs';
import { commands } from 'vscode';
import { closeAll, eventually, kubejob, openCopy, panelShows } from './editor.ts';

describe('The panel', () => {
  before(kubejob);
  afterEach(closeAll);

  it('keeps the second, and what was changed by hand, when its page is loaded again', async () => {
    const { choose, edit, panelLoads } = await kubejob();
    await openCopy('fixed-count.yaml');
    await commands.executeCommand('kubejob.simulate');
    await panelShows(/prints at the end/);
    choose(40);
    edit({ kind: 'pod', pod: { ordinal: 1 }, change: { exit: 3 } });
    const kept = /6 pods, 1 of them failed[\s\S]*#1: fails with exit code 3[\s\S]*prints at 40s/;
    await panelShows(kept);
    const before = panelLoads();
    await commands.executeCommand('workbench.action.webview.reloadWebviewAction');
    await eventually('a page that is loaded again', () => panelLoads() > before || undefined);
    await panelShows(kept);
  });

  it('follows a scenario that others write on disk, and names its faults with file and line', async () => {
    const { document } = await openCopy('fixed-count.yaml');
    await commands.executeCommand('kubejob.simulate');
    const alone = await panelShows(/5 pods\./);
    ok(!/scenario\.yaml/.test(alone), alone);
    const scenario = document.uri.fsPath.replace(/\.yaml$/, '.scenario.yaml');
    writeFileSync(scenario, 'pods:\n  - {ordinal: 1, run: {exit: 3}}\n');
    await panelShows(/scenario\.yaml[\s\S]*6 pods, 1 of them failed/);
    writeFileSync(scenario, 'pods: []\nrunn: 3\n');
    await panelShows(/The scenario cannot be played until it is mended\.[\s\S]*scenario\.yaml, line 2[\s\S]*runn/);
    rmSync(scenario);
    const without = await panelShows(/5 pods\./);
    ok(!/cannot be played/.test(without), without);
  });
});
