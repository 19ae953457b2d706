import { deepEqual, equal, ok } from 'node:assert';
import {
  commands,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Location,
  type SelectionRange,
  type WorkspaceEdit,
  workspace,
} from 'vscode';
import { answer, at, closeAll, kubejob, openText } from './editor.ts';

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

describe('Moving about', () => {
  before(kubejob);
  afterEach(closeAll);

  it('a volume mount leads to its volume, and both are renamed together', async () => {
    const { document } = await openText(manifest);
    const mount = at(document, 'name: cache', 7);
    const [definition] = await answer<Location>('the definition', () => true, 'vscode.executeDefinitionProvider', document.uri, mount);
    equal(definition?.range.start.line, 16);
    const edit = await commands.executeCommand<WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, mount, 'data');
    await workspace.applyEdit(edit);
    equal(document.getText(), manifest.replaceAll('name: cache', 'name: data'));
  });

  it('a volume leads to its mounts, and both are highlighted', async () => {
    const { document } = await openText(manifest);
    const volume = document.positionAt(document.getText().lastIndexOf('cache'));
    const references = await answer<Location>(
      'the references',
      (found) => found.length > 1,
      'vscode.executeReferenceProvider',
      document.uri,
      volume,
    );
    deepEqual(
      references.map(({ range }) => range.start.line).sort((a, b) => a - b),
      [13, 16],
    );
    const highlights = await answer<DocumentHighlight>(
      'the highlights',
      (found) => found.some(({ kind }) => kind === DocumentHighlightKind.Write),
      'vscode.executeDocumentHighlights',
      document.uri,
      volume,
    );
    deepEqual(
      highlights.map(({ range }) => document.getText(range)),
      ['cache', 'cache'],
    );
  });

  it('the outline, with detail', async () => {
    const { document } = await openText(manifest);
    const isOurs = (found: readonly DocumentSymbol[]) => found.some(({ name, detail }) => name === 'import' && detail.startsWith('Job'));
    const [job] = await answer<DocumentSymbol>('the outline', isOurs, 'vscode.executeDocumentSymbolProvider', document.uri);
    const names = (symbols: readonly DocumentSymbol[]): string[] => symbols.flatMap(({ name, children }) => [name, ...names(children)]);
    ok(names(job?.children ?? []).includes('main'), names(job?.children ?? []).join(', '));
  });

  it('links: images to their registry', async () => {
    const { document } = await openText(manifest);
    const isThere = (found: readonly DocumentLink[]) =>
      found.some(({ target }) => target?.toString().startsWith('https://hub.docker.com/_/busybox'));
    await answer<DocumentLink>('the link', isThere, 'vscode.executeLinkProvider', document.uri);
  });

  it('selections grow by what belongs together, and blocks fold', async () => {
    const { document } = await openText(manifest);
    const [range] = await answer<SelectionRange>(
      'the selections',
      ([first]) => first?.parent !== undefined,
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [at(document, 'busybox', 2)],
    );
    const texts: string[] = [];
    for (let each = range; each; each = each.parent) texts.push(document.getText(each.range));
    ok(texts.includes('busybox:1.36') && texts.includes('image: busybox:1.36'), texts.slice(0, 4).join(' | '));
    const spec = at(document, 'spec:').line;
    await answer<FoldingRange>(
      'the folds',
      (found) => found.some(({ start }) => start === spec),
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
  });
});
