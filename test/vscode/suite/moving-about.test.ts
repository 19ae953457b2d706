import { deepEqual, equal, ok } from 'node:assert';
import {
  type CodeAction,
  CodeActionKind,
  commands,
  type DocumentLink,
  type DocumentSymbol,
  type InlayHint,
  type Location,
  Range,
  type SemanticTokens,
  type TextDocument,
  type WorkspaceEdit,
  workspace,
} from 'vscode';
import { at, closeAll, eventually, kubejob, openCopy, openText } from './editor.ts';

const manifest = `apiVersion: batch/v1
kind: Job
metadata:
  name: import
spec:
  ttlSecondsAfterFinished: 86400
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: main
          image: busybox:1.36
          volumeMounts:
            - name: cache
              mountPath: /cache
      volumes:
        - name: cache
          emptyDir: {sizeLimit: 10Mi}
`;

/** What a provider says, once it says anything. */
function answer<T>(what: string, command: string, ...args: readonly unknown[]): Promise<readonly T[]> {
  return eventually(what, async () => {
    const found = await commands.executeCommand<readonly T[] | undefined>(command, ...args);
    return found?.length ? found : undefined;
  });
}

function whole(document: TextDocument): Range {
  return new Range(0, 0, document.lineCount, 0);
}

describe('Moving about', () => {
  before(kubejob);
  afterEach(closeAll);

  it('a volume mount leads to its volume, and both are renamed together', async () => {
    const { document } = await openText(manifest);
    const mount = at(document, 'name: cache', 7);
    const [definition] = await answer<Location>('the definition', 'vscode.executeDefinitionProvider', document.uri, mount);
    equal(definition?.range.start.line, 16);
    const edit = await commands.executeCommand<WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, mount, 'data');
    await workspace.applyEdit(edit);
    equal(document.getText(), manifest.replaceAll('name: cache', 'name: data'));
  });

  it('the outline, hints, links and colours', async () => {
    const { document } = await openText(manifest);
    const symbols = await answer<DocumentSymbol>('the outline', 'vscode.executeDocumentSymbolProvider', document.uri);
    ok(symbols.some(({ name, detail }) => name === 'import' && detail.startsWith('Job')));
    const hints = await answer<InlayHint>('the hints', 'vscode.executeInlayHintProvider', document.uri, whole(document));
    deepEqual(
      hints.map(({ label }) => label),
      ['1 day'],
    );
    const links = await answer<DocumentLink>('the links', 'vscode.executeLinkProvider', document.uri);
    ok(links.some(({ target }) => target?.toString().startsWith('https://hub.docker.com/_/busybox')));
    const tokens = await commands.executeCommand<SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    ok(tokens.data.length >= 5);
  });

  it('lost indentation is put back by one fix', async () => {
    const { document } = await openCopy('faulty/lost-indentation.yaml');
    const fix = await eventually('the fix', async () => {
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new Range(at(document, 'name'), at(document, 'name', 4)),
        CodeActionKind.QuickFix.value,
      );
      return actions.find(({ isPreferred, edit }) => isPreferred && edit);
    });
    if (fix.edit) await workspace.applyEdit(fix.edit);
    ok(document.getText().includes('\n      containers:\n        - name: centos-con\n          image: centos:7\n'), document.getText());
  });

  it('a Job becomes a CronJob', async () => {
    const { document } = await openText(manifest);
    const start = at(document, 'Job');
    const action = await eventually('the refactoring', async () => {
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new Range(start, start),
        CodeActionKind.Refactor.value,
      );
      return actions.find(({ edit }) => edit);
    });
    if (action.edit) await workspace.applyEdit(action.edit);
    ok(document.getText().includes('kind: CronJob') && document.getText().includes('  jobTemplate:\n    spec:\n'), document.getText());
  });
});
