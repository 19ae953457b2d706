import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { type CodeLens, commands, DiagnosticSeverity, type Hover, languages, type TextDocument, type Uri, window, workspace } from 'vscode';
import {
  answer,
  at,
  closeAll,
  codes,
  eventually,
  example,
  findings,
  kubejob,
  openText,
  panelShows,
  pick,
  problems,
  replace,
  set,
} from './editor.ts';

const job = (...lines: readonly string[]) => `apiVersion: batch/v1
kind: Job
metadata:
  name: a
spec:
${lines.map((line) => `  ${line}\n`).join('')}  template:
    spec:
      restartPolicy: Never
      containers:
        - name: main
          image: busybox:latest
          command: ["sleep", "5"]
`;

const has = (document: TextDocument, code: string) => eventually(`${code} found`, () => codes(document).includes(code) || undefined);
const lacks = (document: TextDocument, code: string) => eventually(`no ${code}`, () => !codes(document).includes(code) || undefined);

describe('Settings', () => {
  before(kubejob);
  afterEach(async () => {
    for (const setting of ['advice', 'rules', 'kubernetesVersion', 'language', 'validate.enabled']) await set(setting, undefined);
    await closeAll();
  });

  it('say how much advice there is, at once', async () => {
    const { document } = await openText(job('backoffLimit: -1'));
    await has(document, 'image-latest');
    await set('advice', 'off');
    await lacks(document, 'image-latest');
    strictEqual(problems(document).length, 1);
    await set('advice', 'all');
    await has(document, 'image-latest');
    await set('rules', { 'image-latest': 'warning' });
    await eventually('a warning', () => problems(document).length === 2 || undefined);
    await set('rules', { 'image-latest': 'off' });
    await lacks(document, 'image-latest');
  });

  it('say which Kubernetes judges, and the command of the status item changes it', async () => {
    const { document } = await openText(job('completionMode: Indexed', 'completions: 2', 'successPolicy: {rules: [{succeededCount: 1}]}'));
    await has(document, 'image-latest');
    deepStrictEqual(problems(document), []);
    await set('kubernetesVersion', '1.29');
    await eventually('the unknown field', () => problems(document)[0]);
    const chosen = () => workspace.getConfiguration('kubejob').get('kubernetesVersion');
    // The second of the list, which begins with the newest.
    await pick('kubejob.chooseKubernetesVersion', 1, () => (chosen() === '1.36' ? true : undefined));
    await eventually('no fault', () => problems(document).length === 0 || undefined);
  });

  it('say the language: Korean for messages, hovers and lenses, without a reload', async () => {
    const { document } = await openText(job('backoffLimit: -1'));
    const english = await eventually('the fault', () => problems(document)[0]);
    ok(!/[가-힣]/.test(english.message), english.message);
    await set('language', 'ko');
    await eventually('the fault in Korean', () => problems(document).find(({ message }) => /[가-힣]/.test(message)));
    await answer<CodeLens>(
      'the lens in Korean',
      (lenses) => lenses.some(({ command }) => /시뮬레이션/.test(command?.title ?? '')),
      'vscode.executeCodeLensProvider',
      document.uri,
    );
    await answer<Hover>(
      'the hover in Korean',
      (hovers) =>
        /[가-힣]/.test(JSON.stringify(hovers[0]?.contents.map((content) => (typeof content === 'string' ? content : content.value)))),
      'vscode.executeHoverProvider',
      document.uri,
      at(document, 'backoffLimit', 2),
    );
    await set('language', undefined);
    await eventually('the fault in English', () => problems(document).find(({ message }) => message === english.message));
  });

  it('let us step aside where another server judges, hovers stay', async () => {
    const { document } = await openText(job('backoffLimit: -1'));
    await has(document, 'image-latest');
    await set('validate.enabled', false);
    await eventually('nothing', () => findings(document).length === 0 || undefined);
    await answer<Hover>('the hover', () => true, 'vscode.executeHoverProvider', document.uri, at(document, 'backoffLimit', 2));
    await set('validate.enabled', true);
    await eventually('the fault', () => problems(document)[0]);
  });
});

describe('Documents', () => {
  before(kubejob);
  afterEach(closeAll);

  it('in JSON are judged', async () => {
    const text = { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'a' }, spec: { backoffLimit: -1 } };
    const { document } = await openText(JSON.stringify(text, undefined, 2), 'json');
    const fault = await eventually('the fault', () => problems(document).find(({ range }) => document.getText(range) === '-1'));
    strictEqual(fault.severity, DiagnosticSeverity.Error);
  });

  it('that were never saved are judged and simulated', async () => {
    const document = await workspace.openTextDocument({ language: 'yaml', content: job('backoffLimit: -1') });
    await window.showTextDocument(document);
    const fault = await eventually('the fault', () => problems(document)[0]);
    strictEqual(document.getText(fault.range), '-1');
    await replace(document, 'backoffLimit: -1', 'backoffLimit: 1');
    await commands.executeCommand('kubejob.simulate');
    await panelShows(/1\/1/);
  });

  it('are judged on both sides of a diff', async () => {
    const write = async (text: string) => {
      const uri = example(`side-${crypto.randomUUID()}.yaml`);
      await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      return uri;
    };
    const sides = [await write(job('backoffLimit: -1')), await write(job('parallelism: -2'))] as const;
    await commands.executeCommand('vscode.diff', ...sides);
    const texts = async (uri: Uri) => {
      const document = await workspace.openTextDocument(uri);
      const fault = await eventually(`the fault in ${uri}`, () => problems(document)[0]);
      return document.getText(fault.range);
    };
    deepStrictEqual([await texts(sides[0]), await texts(sides[1])], ['-1', '-2']);
  });

  it('that are templates get a note, and no storm of errors', async () => {
    const template = `{{- if .Values.job }}\n${job('backoffLimit: {{ .Values.retries }}', '{{- toYaml .Values.more | nindent 2 }}')}{{- end }}\n`;
    const { document } = await openText(template);
    await eventually('the note', () => findings(document)[0]);
    deepStrictEqual(codes(document), ['template']);
  });

  it('that are not YAML: nothing that another extension says already is said twice', async () => {
    const { document } = await openText(job('backoffLimit: -1', 'completions: [1'));
    const ours = await eventually('our error', () =>
      findings(document).find(({ code }) => typeof code === 'object' && /^yaml-/.test(String(code.value))),
    );
    const others = languages.createDiagnosticCollection('another');
    try {
      others.set(document.uri, [{ message: 'not YAML', range: ours.range, severity: DiagnosticSeverity.Error, source: 'YAML' }]);
      await eventually('the other one alone', () => !codes(document).some((code) => code.startsWith('yaml-')) || undefined);
      others.clear();
      await eventually('ours again', () => codes(document).some((code) => code.startsWith('yaml-')) || undefined);
    } finally {
      others.dispose();
    }
  });
});
