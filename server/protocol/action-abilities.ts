import type { InitializeParams } from 'vscode-languageserver';
import { configurationName } from '../application/configuration/configuration-name.ts';
import type { CodeActionAbilities } from '../language/code-actions/code-actions.ts';
import { valueAt } from '../plain/node-path.ts';
import { resolvesEdits } from './capabilities.ts';
import type { Editor } from './editor.ts';
import type { FollowedFacts } from './follow-facts.ts';
import { reportVerdictCommand, saveAsUtf8Command } from './requests.ts';
import type { StoredBytes } from './stored-bytes.ts';

export interface ActionAbilities {
  /** What can be done in this editor about the findings of a text. */
  abilitiesFor(uri: string): CodeActionAbilities;
  initialize(params: InitializeParams): void;
}

/** A configuration is made in the open folder that a text lies in, where the editor can make files. */
export function actionAbilities(
  editor: Editor,
  { configurationOf }: Pick<FollowedFacts, 'configurationOf'>,
  bytes: Pick<StoredBytes, 'of'>,
): ActionAbilities {
  let folders: readonly string[] = [];
  let reportsVerdicts = false;
  let savesAsUtf8 = false;
  function newConfiguration(uri: string) {
    const folder = folders.find((one) => uri.startsWith(`${one}/`));
    return folder !== undefined && makesFiles(editor) ? { uri: `${folder}/${configurationName}`, text: undefined } : undefined;
  }
  return {
    abilitiesFor: (uri) => ({
      resolve: resolvesEdits(editor.can),
      configuration: configurationOf(uri) ?? newConfiguration(uri),
      reportCommand: reportsVerdicts ? reportVerdictCommand : undefined,
      stored: bytes.of(uri),
      saveCommand: savesAsUtf8 ? saveAsUtf8Command : undefined,
    }),
    initialize({ initializationOptions, workspaceFolders, rootUri }) {
      folders = (workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : [])).map((uri) => uri.replace(/\/$/, ''));
      reportsVerdicts = valueAt(initializationOptions, ['reportsVerdicts']) === true;
      savesAsUtf8 = valueAt(initializationOptions, ['savesAsUtf8']) === true;
    },
  };
}

function makesFiles({ can }: Editor): boolean {
  const edits = can.workspace?.workspaceEdit;
  return edits?.documentChanges === true && edits.resourceOperations?.includes('create') === true;
}
