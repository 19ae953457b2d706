import { type ClientCapabilities, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { codeActionKinds } from '../language/code-actions/code-actions.ts';
import { tokenLegend } from '../language/colours/semantic-tokens.ts';

/** What the server offers to an editor that can do this much, with the commands that it answers. */
export function capabilitiesFor(client: ClientCapabilities, commands: readonly string[]): ServerCapabilities {
  const { diagnostic, publishDiagnostics, rename } = client.textDocument ?? {};
  // Who has diagnostics pushed and pulls them as well would show each twice.
  const pullsOnly = diagnostic !== undefined && publishDiagnostics === undefined;
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    ...(pullsOnly ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } } : {}),
    hoverProvider: true,
    completionProvider: { triggerCharacters: [' ', '-', '"', '{', '[', ','] },
    codeActionProvider: { codeActionKinds, resolveProvider: resolvesEdits(client) },
    codeLensProvider: {},
    ...(commands.length > 0 ? { executeCommandProvider: { commands: [...commands] } } : {}),
    inlayHintProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: {},
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: rename?.prepareSupport ? { prepareProvider: true } : true,
    semanticTokensProvider: { legend: tokenLegend, full: true },
  };
}

/** Whether an editor asks for the edit of an action when it is chosen. */
export function resolvesEdits({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.codeAction?.resolveSupport?.properties.includes('edit') ?? false;
}

/** Whether an editor shows an edit before it makes it, where it is told to. */
export function previewsEdits({ workspace }: ClientCapabilities): boolean {
  return workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.changeAnnotationSupport !== undefined;
}
