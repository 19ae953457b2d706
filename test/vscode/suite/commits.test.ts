import { deepStrictEqual, ok } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type CodeAction, CodeActionKind, commands, DiagnosticSeverity, type TextDocument, workspace } from 'vscode';
import { closeAll, codes, eventually, example, findings, kubejob, open, problems, replace, set } from './editor.ts';

const folder = 'under-git';

const job = (name: string, ...lines: readonly string[]) => `apiVersion: batch/v1
kind: Job
metadata:
  ${name}
spec:
${lines.map((line) => `  ${line}\n`).join('')}  completions: 3
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: main
          image: busybox:1.36
          command: ["sleep", "5"]
`;

function write(name: string, text: string): void {
  const path = join(example(folder).fsPath, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function git(...args: readonly string[]): void {
  const own = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...own, ...args], { cwd: example(folder).fsPath, stdio: 'pipe' });
}

/** The places that are marked, as line and text. */
function marked(document: TextDocument): string[] {
  return findings(document)
    .filter(({ code }) => typeof code === 'object' && code.value === 'immutable-change')
    .map(({ range }) => `${range.start.line}: ${document.getText(range)}`);
}

/** The processes of the language server that this editor began. */
function servers(): number[] {
  return readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return [];
    try {
      const parent = /^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${entry}/stat`, 'utf8'))?.[1];
      const isOurs = readFileSync(`/proc/${entry}/cmdline`, 'utf8').includes('dist/server.js') && Number(parent) === process.pid;
      return isOurs ? [Number(entry)] : [];
    } catch {
      return [];
    }
  });
}

describe('Changes of a committed Job', () => {
  before(async () => {
    await kubejob();
    // One for each test: the editor may bring back what was edited in an earlier one.
    for (const name of ['changed', 'switched', 'known', 'crashed']) write(`${name}.yaml`, job(`name: ${name}`));
    write('several.yaml', [job('name: self', 'ttlSecondsAfterFinished: 60'), job('generateName: new-'), job('name: one')].join('---\n'));
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'one');
    write('unknown.yaml', job('name: one'));
  });
  afterEach(closeAll);
  after(() => set('immutableFields.enabled', undefined));

  it('are marked for information where Kubernetes would refuse them, and can be reverted', async () => {
    const { document } = await open(`${folder}/changed.yaml`);
    await replace(document, 'completions: 3', 'completions: 5');
    await replace(document, 'busybox:1.36', 'busybox:1.37');
    await eventually('two marks', () => marked(document).length === 2 || undefined);
    deepStrictEqual(marked(document), ['5: 5', '11: busybox:1.37']);
    const mark = findings(document).find(({ code }) => typeof code === 'object' && code.value === 'immutable-change');
    deepStrictEqual(mark?.severity, DiagnosticSeverity.Information);
    ok(/refuse this change of completions to an existing Job/.test(mark?.message ?? ''), mark?.message);
    deepStrictEqual(problems(document), []);

    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      mark?.range,
      CodeActionKind.QuickFix.value,
    );
    const revert = actions.find(({ title }) => title === 'Revert to 3, as committed');
    ok(revert?.edit, actions.map(({ title }) => title).join(' | '));
    await workspace.applyEdit(revert.edit);
    await eventually('one mark', () => marked(document).length === 1 || undefined);
    deepStrictEqual(marked(document), ['11: busybox:1.37']);
  });

  it('are not marked on Jobs with a new name each time, but on those that will remove themselves', async () => {
    const { document } = await open(`${folder}/several.yaml`);
    for (let i = 0; i < 3; i++) await replace(document, 'completions: 3', 'completions: 5');
    await eventually('the marks of the first and the last one', () => marked(document).length > 1 || undefined);
    const lines = document.getText().split('\n');
    const [first, last] = [lines.indexOf('  completions: 5'), lines.lastIndexOf('  completions: 5')];
    deepStrictEqual(marked(document), [`${first}: 5`, `${last}: 5`]);
  });

  it('are not marked while they may be made, nor when the setting is off', async () => {
    const { document } = await open(`${folder}/switched.yaml`);
    await replace(document, 'completions: 3', 'completions: 5\n  parallelism: 2');
    await eventually('the mark', () => marked(document).length > 0 || undefined);
    deepStrictEqual(marked(document), ['5: 5']);
    await set('immutableFields.enabled', false);
    await eventually('no mark', () => marked(document).length === 0 || undefined);
    await set('immutableFields.enabled', undefined);
    await eventually('the mark again', () => marked(document).length > 0 || undefined);
  });

  it('are marked again when the language server crashed and was started anew', async function () {
    if (process.platform !== 'linux') this.skip();
    const { document } = await open(`${folder}/crashed.yaml`);
    await replace(document, 'completions: 3', 'completions: 5');
    await eventually('the mark', () => marked(document).length > 0 || undefined);
    const [server] = servers();
    ok(server);
    process.kill(server, 'SIGKILL');
    await eventually('another server', () => (servers().some((one) => one !== server) && !servers().includes(server)) || undefined);
    await replace(document, 'busybox:1.36', 'busybox:1.37');
    await eventually('both marks', () => marked(document).length === 2 || undefined);
  });

  it('are not marked in a file that git does not know, until it is committed', async () => {
    // That of a known file comes last: then it is known as well that the other one is not known.
    const { document } = await open(`${folder}/unknown.yaml`);
    await replace(document, 'completions: 3', 'completions: 5');
    const known = await open(`${folder}/known.yaml`);
    await replace(known.document, 'completions: 3', 'completions: 5');
    await eventually('the mark of the known file', () => marked(known.document).length > 0 || undefined);
    await replace(document, 'completions: 5', 'completions: -5');
    await eventually('a fault', () => problems(document).length > 0 || undefined);
    await replace(document, 'completions: -5', 'completions: 6');
    await eventually('no fault', () => problems(document).length === 0 || undefined);
    deepStrictEqual(marked(document), [], codes(document).join(', '));
    // What is committed is what stands there, whether or not the editor saves by itself.
    await document.save();
    git('add', '.');
    git('commit', '--quiet', '--message', 'two');
    await replace(document, 'completions: 6', 'completions: 7');
    await eventually('the mark', async () => {
      // Of several repositories the command asks which is meant.
      await commands.executeCommand('git.refresh', document.uri);
      return marked(document).length > 0 || undefined;
    });
  });
});
