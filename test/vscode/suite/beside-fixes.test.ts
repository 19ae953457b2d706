import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { type CodeAction, CodeActionKind, commands, env, languages, type TextDocument, window, workspace } from 'vscode';
import { closeAll, codes, eventually, example, findings, kubejob, openText, select } from './editor.ts';

const job = (spec: string, image = 'busybox:1.36') => `apiVersion: batch/v1
kind: Job
metadata:
  name: a
spec:
  ttlSecondsAfterFinished: 60
${spec}  template:
    spec:
      restartPolicy: Never
      containers:
        - name: main
          image: ${image}
          command: ["sleep", "5"]
`;

/** The action whose title begins so at the finding of a rule, with its edit worked out. */
async function offered(document: TextDocument, code: string, title: string): Promise<CodeAction> {
  const found = await eventually(code, () => findings(document).find((one) => codeOf(one.code) === code));
  const all = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    found.range,
    CodeActionKind.QuickFix.value,
    20,
  );
  const action = all.find((one) => one.title.startsWith(title));
  ok(action, `"${title}" among ${all.map((one) => one.title).join(' | ')}`);
  return action;
}

function codeOf(code: ReturnType<typeof findings>[number]['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}

describe('Beside the fixes', () => {
  before(kubejob);
  afterEach(closeAll);

  it('stands ignoring a rule in .kubejob.yaml, which is made for it', async () => {
    const configuration = example('.kubejob.yaml');
    const { document } = await openText(job('', 'busybox:latest'));
    const { edit } = await offered(document, 'image-latest', 'Ignore image-latest in .kubejob.yaml');
    ok(edit);
    try {
      await workspace.applyEdit(edit);
      const made = await workspace.openTextDocument(configuration);
      strictEqual(made.getText(), 'ignore:\n  - image-latest\n');
      await made.save();
      await eventually('the end of the advice', () => !codes(document).includes('image-latest') || undefined);
    } finally {
      await workspace.fs.delete(configuration);
    }
    await eventually('the advice again', () => codes(document).includes('image-latest') || undefined);
  });

  it('stands a report of a wrong verdict, which is shown and copied', async () => {
    const { document } = await openText(job('  parallelism: -1\n'));
    const { command } = await offered(document, 'number-negative', 'Report a wrong verdict');
    ok(command);
    await commands.executeCommand(command.command, ...(command.arguments ?? []));
    const shown = await eventually('the report', () =>
      window.activeTextEditor?.document.languageId === 'markdown' ? window.activeTextEditor.document.getText() : undefined,
    );
    ok(shown.startsWith('# A wrong verdict\n') && shown.includes('parallelism: -1'), shown);
    strictEqual(await env.clipboard.readText(), shown);
  });
});

describe('A file that is not UTF-8', () => {
  before(kubejob);
  afterEach(closeAll);

  const text = job('').replace('  name: a\n', '  name: a\n  annotations:\n    note: "caf\u00e9 \u201cau lait\u201d"\n');
  /** In Windows' Western code page. */
  const stored = Uint8Array.from([...text], (letter) => ({ '\u201c': 0x93, '\u201d': 0x94 })[letter] ?? letter.charCodeAt(0));

  for (const encoding of ['utf8', 'windows1252'])
    it(`is saved as what was meant by an action, opened as ${encoding}`, async () => {
      const uri = example(`scratch-${crypto.randomUUID()}.yaml`);
      await workspace.fs.writeFile(uri, stored);
      const document = await workspace.openTextDocument(uri, { encoding });
      await window.showTextDocument(document, { preview: false });
      const { edit, command } = await offered(document, 'not-utf-8', 'Save as UTF-8');
      if (edit) await workspace.applyEdit(edit);
      ok(command);
      await commands.executeCommand(command.command, ...(command.arguments ?? []));
      strictEqual(new TextDecoder().decode(await workspace.fs.readFile(uri)), text);
      await eventually('the end of the warning', () => !codes(document).includes('not-utf-8') || undefined);
      strictEqual((await workspace.openTextDocument(uri)).getText(), text);
    });
});

describe('While a line is typed', () => {
  before(kubejob);
  afterEach(closeAll);

  it('what is wrong elsewhere stays, and its own fault comes without another key', async () => {
    const editor = await openText(job('  parallelism: -1\n  \n'));
    const { document } = editor;
    await eventually('the fault elsewhere', () => codes(document).includes('number-negative') || undefined);
    const seen: string[][] = [];
    const listening = languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === document.uri.toString())) seen.push(codes(document));
    });
    try {
      select(editor, '\n  \n', 3);
      for (const letter of 'backoff') await commands.executeCommand('type', { text: letter });
      await eventually('the fault of the line', () => codes(document).includes('yaml-colon-missing') || undefined);
      deepStrictEqual(
        seen.filter((all) => !all.includes('number-negative')),
        [],
      );
      await commands.executeCommand('type', { text: 'Limit: 2' });
      await eventually('its end', () => !codes(document).includes('yaml-colon-missing') || undefined);
      deepStrictEqual(codes(document).includes('number-negative'), true);
    } finally {
      listening.dispose();
    }
  });
});
