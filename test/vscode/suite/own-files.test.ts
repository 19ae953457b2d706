import { deepStrictEqual, strictEqual } from 'node:assert';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, type Diagnostic, DiagnosticSeverity, languages, Position, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { closeAll, eventually, example, kubejob } from './editor.ts';

const job = `apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  completions: 2
  parallelism: 3
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: main
          image: busybox:1.36
          command: ["sleep", "5"]
`;

/** Files in a folder of their own, by name. */
function folderWith(name: string, files: Readonly<Record<string, string>>): (file: string) => Uri {
  const folder = example(name).fsPath;
  mkdirSync(folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return (file) => Uri.file(join(folder, file));
}

const show = async (uri: Uri) => window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
/** Writes a line below the text, and saves it. */
const saveWith = async (uri: Uri, line: string) => {
  const { document } = await show(uri);
  const edit = new WorkspaceEdit();
  edit.insert(uri, new Position(document.lineCount, 0), line);
  await workspace.applyEdit(edit);
  await document.save();
};
const codeOf = ({ code }: Diagnostic) => (typeof code === 'object' ? code.value : code);
const levelOf = (uri: Uri, code: string) => languages.getDiagnostics(uri).find((one) => codeOf(one) === code)?.severity;

describe('A .kubejob.yaml', () => {
  before(kubejob);
  afterEach(closeAll);

  it('decides how loud rules are where nobody has set anything, and is checked itself', async () => {
    const uri = folderWith('configured', {
      '.kubejob.yaml': 'rules: {parallelism-above-completions: error}\nfailon: error\n',
      'a.yaml': job,
    });
    await show(uri('a.yaml'));
    const level = await eventually('the level', () => {
      const found = levelOf(uri('a.yaml'), 'parallelism-above-completions');
      return found === DiagnosticSeverity.Error ? found : undefined;
    });
    strictEqual(level, DiagnosticSeverity.Error);
    await show(uri('.kubejob.yaml'));
    await eventually(
      'the fault',
      () => levelOf(uri('.kubejob.yaml'), 'configuration-unknown-field') === DiagnosticSeverity.Error || undefined,
    );
    rmSync(uri('.kubejob.yaml').fsPath);
  });
});

describe('A file of tests', () => {
  afterEach(closeAll);

  it("runs from the editor's list of tests", async () => {
    const api = await kubejob();
    const uri = folderWith('tested', {
      'report.yaml': job,
      'report.test.yaml': 'tests:\n  - name: in time\n    expect:\n      - completes within 10m\n      - at most 1 pods at once\n',
    });
    await show(uri('report.test.yaml'));
    const outcomes = await eventually('the results', async () => {
      await commands.executeCommand('testing.runCurrentFile');
      return api.testOutcomes().length > 0 ? api.testOutcomes().slice(0, 2) : undefined;
    });
    deepStrictEqual(outcomes, ['passed in time: completes within 10m', 'failed in time: at most 1 pods at once']);
  });

  it('is run again, where somebody asked for that, when what it depends on is saved, and only then', async () => {
    const api = await kubejob();
    const uri = folderWith('followed', {
      'report.yaml': job,
      'report.test.yaml': 'tests:\n  - name: followed\n    expect: completes within 10m\n',
      'report.scenario.yaml': '# how it behaves\n',
      'other.yaml': job,
    });
    await show(uri('report.test.yaml'));
    const ofThis = () => api.testOutcomes().filter((outcome) => outcome.includes('followed'));
    await eventually('a first run', async () => {
      await commands.executeCommand('testing.runCurrentFile');
      return ofThis().length > 0 || undefined;
    });
    await commands.executeCommand('testing.startContinuousRun');
    const before = ofThis().length;
    try {
      await saveWith(uri('other.yaml'), '# another\n');
      await saveWith(uri('report.yaml'), '# it depends on this one\n');
      await eventually('another run', () => ofThis().length > before || undefined);
      await saveWith(uri('report.scenario.yaml'), 'run: {exit: 1}\n');
      await eventually('a failure', () => ofThis().at(-1)?.startsWith('failed') || undefined);
      // Of the file that it does not depend on nothing came.
      strictEqual(ofThis().length, before + 2);
    } finally {
      await commands.executeCommand('testing.stopContinuousRun');
    }
  });
});
