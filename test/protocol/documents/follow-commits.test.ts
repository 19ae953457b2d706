import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { followCommits } from '../../../server/protocol/documents/follow-commits.ts';
import { jobWith } from '../../manifests.ts';

const trusted = { isAllowed: () => true };

/** Which files git was asked for by the time that a text was opened, saved and changed on the disk. */
function asked(text: string, initializationOptions: object, { isAllowed }: { isAllowed(): boolean } = trusted): readonly string[] {
  const uris: string[] = [];
  const document = TextDocument.create('file:///a.yaml', 'yaml', 1, text);
  const listeners: ((event: { document: TextDocument }) => void)[] = [];
  const noteListener = (listener: (event: { document: TextDocument }) => void) => {
    listeners.push(listener);
    return { dispose() {} };
  };
  const read = (uri: string) => {
    uris.push(uri);
    return Promise.resolve(undefined);
  };
  const commits = followCommits(
    {
      get: (uri) => (uri === document.uri ? document : undefined),
      onDidOpen: noteListener,
      onDidSave: noteListener,
      onDidClose: () => ({ dispose() {} }),
    },
    read,
    { isAllowed, onCommitted() {}, onFault: expect.unreachable },
  );
  commits.initialize({ processId: null, rootUri: null, capabilities: {}, initializationOptions });
  for (const listener of listeners) listener({ document });
  commits.changed(['file:///a.yaml', 'file:///not-open.yaml']);
  return uris;
}

test('git is asked of a manifest when it is opened, saved and changed on the disk', () => {
  expect(asked(jobWith(''), {})).toEqual(['file:///a.yaml', 'file:///a.yaml', 'file:///a.yaml']);
});

test.each([
  ['where the editor tells it by itself', jobWith(''), { tellsCommits: true }, trusted],
  ['where the workspace is not trusted', jobWith(''), {}, { isAllowed: () => false }],
  ['of what holds no Job', 'kind: Deployment', {}, trusted],
])('git is not asked %s', (_, text, options, how) => {
  expect(asked(text, options, how)).toEqual([]);
});
