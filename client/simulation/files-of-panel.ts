import { Range, Uri, ViewColumn, WorkspaceEdit, window, workspace } from 'vscode';
import { type ScenarioTextResult, scenarioTextRequest, type WhatIf } from '../../server/protocol/requests.ts';
import type { Target } from '../panel/host/messages.ts';
import type { Server } from '../server/server.ts';
import { t } from '../words/texts.ts';
import { paramsOf } from './simulate-target.ts';

/**
 * Writes what a simulation assumes as a scenario beside the manifest, and shows it; beside a text that has no file yet it is one
 * without a file, too. True once it is there.
 */
export async function saveScenario(server: Server, target: Target, whatIf: WhatIf): Promise<boolean> {
  const { uri, text } = await server.request<ScenarioTextResult>(scenarioTextRequest, paramsOf(target, whatIf));
  if (text === null) {
    void window.showErrorMessage(t('The scenario cannot be written until the one in force is mended.'));
    return false;
  }
  if (target.uri.startsWith('untitled:')) {
    await window.showTextDocument(await workspace.openTextDocument({ language: 'yaml', content: text }), { viewColumn: ViewColumn.One });
    return false;
  }
  const place = Uri.parse(uri, true);
  const edit = new WorkspaceEdit();
  edit.createFile(place, { ignoreIfExists: true });
  edit.replace(place, new Range(0, 0, Number.MAX_SAFE_INTEGER, 0), text);
  if (!(await workspace.applyEdit(edit))) return false;
  const document = await workspace.openTextDocument(place);
  await document.save();
  await window.showTextDocument(document, { viewColumn: ViewColumn.One, preview: false });
  return true;
}

/** Shows the scenario that counts for the target: its file, or the comment in the manifest. */
export async function openScenario(target: Target, scenario: string | undefined): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(scenario ?? target.uri, true));
  const at = scenario === undefined ? document.positionAt(Math.max(0, document.getText().indexOf('kubejob-scenario'))) : undefined;
  await window.showTextDocument(document, { viewColumn: ViewColumn.One, ...(at ? { selection: new Range(at, at) } : {}) });
}

/** A text of its own, saved where the user wants it, or not at all. */
export async function openRecording(text: string): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'json', content: text });
  await window.showTextDocument(document, { viewColumn: ViewColumn.One, preview: false });
}
