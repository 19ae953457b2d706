import { deepStrictEqual, ok } from 'node:assert';
import { commands, Selection, window, workspace } from 'vscode';
import { at, closeAll, kubejob, open, openCopy, openText, panelShows, replace } from './editor.ts';

const job = (name: string) => `apiVersion: batch/v1
kind: Job
metadata:
  name: ${name}
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: main
          image: busybox
          command: [sleep, "5"]
`;

describe('The simulation', () => {
  before(kubejob);
  afterEach(closeAll);

  it('of fixed-count.yaml ends with 5/5, and follows the text', async () => {
    const { document } = await openCopy('fixed-count.yaml');
    await commands.executeCommand('kubejob.simulate');
    const text = await panelShows(/5\/5/);
    ok(/sample-multi-task-job/.test(text) && /0\/5/.test(text) && /COMPLETIONS/.test(text), text);

    await replace(document, 'completions: 5', 'completions: 4');
    await panelShows(/4\/4/);
    await replace(document, 'restartPolicy: Never', 'restartPolicy: Always');
    const refused = await panelShows(/would not accept/);
    ok(/Line 16/.test(refused) && /4\/4/.test(refused) && /Below is the last run/.test(refused), refused);
    await replace(document, 'restartPolicy: Always', 'restartPolicy: Never');
    await panelShows(/4\/4/);
    await replace(document, 'kind: Job', 'kind: Pod');
    ok(/4\/4/.test(await panelShows(/is gone/)));
  });

  it('takes the Job under the cursor where there are several, and finds it again when its place changes', async () => {
    const editor = await openText([job('first'), job('second')].join('---\n'));
    const place = at(editor.document, 'name: second');
    editor.selection = new Selection(place, place);
    await commands.executeCommand('kubejob.simulate');
    await panelShows(/^second/);
    await replace(editor.document, 'apiVersion', '---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: zero\n---\napiVersion');
    // That of the first comes first; what is left is that of the second.
    await replace(editor.document, '"5"', '"50"');
    await replace(editor.document, '"5"', '"70"');
    const text = await panelShows(/^second[\s\S]*1\/1 +7\ds/);
    ok(!/\b5\ds/.test(text), text);
  });

  it('shows what a hostile name contains as text', async () => {
    const hostile = '</script><img src=x onerror=alert(1)>';
    const { document } = await openText(job(JSON.stringify(hostile)));
    await commands.executeCommand('kubejob.simulate', document.uri);
    const text = await panelShows(/onerror=alert/);
    ok(text.includes(hostile), text);
  });

  it('is that of the scenario beside the manifest', async () => {
    await open('multi-completion.yaml');
    await commands.executeCommand('kubejob.simulate');
    await panelShows(/multi-completion\.scenario\.yaml/);
  });

  it('shows what kubectl prints at the second that is chosen, and still does when the text changes', async () => {
    const { choose } = await kubejob();
    const { document } = await openCopy('fixed-count.yaml');
    await commands.executeCommand('kubejob.simulate');
    await panelShows(/prints at the end[\s\S]*Complete +5\/5/);
    choose(40);
    const text = await panelShows(/prints at 40s/);
    ok(/Running +3\/5/.test(text) && !/Complete {2,}5\/5/.test(text), text);
    await replace(document, 'completions: 5', 'completions: 4');
    await panelShows(/prints at 40s[\s\S]*Running +3\/4/);
  });

  it('changes by hand what is assumed, says what differs, and saves it as a scenario beside the manifest', async () => {
    const { edit } = await kubejob();
    const { document } = await openCopy('fixed-count.yaml');
    await commands.executeCommand('kubejob.simulate');
    await panelShows(/5 pods\.[\s\S]*At 5 % failures: \d+(\.\d)? % complete/);
    edit({ kind: 'pod', pod: { ordinal: 1 }, change: { exit: 3 } });
    await panelShows(/6 pods, 1 of them failed[\s\S]*\+1 pod[\s\S]*#1: fails with exit code 3/);
    edit({ kind: 'action', action: { at: 5, deletePod: 40 } });
    await panelShows(/Refused at 5s: Pod #40 does not exist yet/);
    await commands.executeCommand('kubejob.saveScenario');
    const saved = await panelShows(/scratch-[\w-]+\.scenario\.yaml[\s\S]*6 pods, 1 of them failed/);
    ok(!/#1: fails with exit code 3/.test(saved), saved);
    const scenario = document.uri.with({ path: document.uri.path.replace(/\.yaml$/, '.scenario.yaml') });
    const text = new TextDecoder().decode(await workspace.fs.readFile(scenario));
    deepStrictEqual(text, 'pods:\n  - ordinal: 1\n    run:\n      exit: 3\nactions:\n  - at: 5\n    deletePod: 40\n');
    await workspace.fs.delete(scenario);
  });

  it('says that there is nothing to simulate where there is no Job', async () => {
    const { readPanel } = await kubejob();
    await openText('a: 1\n');
    await commands.executeCommand('kubejob.simulate');
    deepStrictEqual(await readPanel(), undefined);
    deepStrictEqual(window.tabGroups.all.length, 1);
  });
});
