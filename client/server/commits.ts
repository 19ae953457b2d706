import { type Event, type ExtensionContext, extensions, type TextDocument, type Uri, workspace } from 'vscode';
import { type CommittedParams, committedRequest } from '../../server/protocol/requests.ts';
import type { Server } from './server.ts';

/** As much of the API of the editor's own git extension as is needed here. */
interface GitExtension {
  getAPI(version: 1): Git;
}
interface Git {
  getRepository(uri: Uri): Repository | null;
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: Event<Repository>;
}
interface Repository {
  /** The text of a file in a commit; rejects where it is not in it. */
  show(reference: string, path: string): Promise<string>;
  readonly state: { readonly HEAD: { readonly commit?: string } | undefined; readonly onDidChange: Event<void> };
}

/** Tells the server what was committed last of each open manifest, so that it can mark what Kubernetes would refuse to change. */
export function followCommits(context: ExtensionContext, server: Server): void {
  const extension = extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return;
  let git: Git | undefined;

  const tell = async (document: TextDocument) => {
    if (!git || document.uri.scheme !== 'file' || !server.wanted(document)) return;
    const text = await committed(git, document.uri);
    const params: CommittedParams = { uri: document.uri.toString(), text };
    await server.request<null>(committedRequest, params).catch(() => null);
  };
  const tellAll = () => {
    for (const document of workspace.textDocuments) void tell(document);
  };
  const follow = ({ state }: Repository) => {
    let head = state.HEAD?.commit;
    context.subscriptions.push(
      state.onDidChange(() => {
        if (state.HEAD?.commit === head) return;
        head = state.HEAD?.commit;
        tellAll();
      }),
    );
    tellAll();
  };
  const start = ({ getAPI }: GitExtension) => {
    git = getAPI(1);
    git.repositories.forEach(follow);
    context.subscriptions.push(
      git.onDidOpenRepository(follow),
      server.onRestart(tellAll),
      workspace.onDidOpenTextDocument((document) => void tell(document)),
    );
  };
  // Git has its own reasons to start; where it is switched off there is nothing to compare with.
  extension.activate().then(
    (exports) => start({ getAPI: (version) => exports.getAPI(version) }),
    () => undefined,
  );
}

/** Null where git does not know the file. */
async function committed(git: Git, uri: Uri): Promise<string | null> {
  try {
    return (await git.getRepository(uri)?.show('HEAD', uri.fsPath)) ?? null;
  } catch {
    return null;
  }
}
