import { Range, Uri, ViewColumn, window, workspace } from 'vscode';
import { type FieldPlaceParams, type FieldPlaceResult, fieldPlaceRequest } from '../../server/protocol/requests.ts';
import type { FieldPath, Target } from '../panel/host/messages.ts';
import type { Server } from '../server/server.ts';

/** Goes to a field of the object in its text. */
export async function revealField(server: Server, { uri, document, item }: Target, path: FieldPath): Promise<void> {
  const params: FieldPlaceParams = { uri, document, ...(item === undefined ? {} : { item }), path };
  const range = await server.request<FieldPlaceResult>(fieldPlaceRequest, params);
  if (range) await reveal(uri, range.start.line, range.start.character);
}

/** Goes to a place of a text, in the editor that shows it already where there is one. */
export async function reveal(uri: string, line: number, character: number) {
  const open = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  const document = open?.document ?? (await workspace.openTextDocument(Uri.parse(uri, true)));
  const selection = new Range(line, character, line, character);
  await window.showTextDocument(document, { viewColumn: open?.viewColumn ?? ViewColumn.One, selection });
}
