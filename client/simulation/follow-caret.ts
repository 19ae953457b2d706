import { type Disposable, type TextEditor, window } from 'vscode';
import { type FieldAtParams, type FieldAtResult, fieldAtRequest } from '../../server/protocol/requests.ts';
import type { FieldPath, Target } from '../panel/host/messages.ts';
import { debounced } from '../server/debounce.ts';
import type { Server } from '../server/server.ts';

/** Where the caret is: in a field of an object, or in none that is ours. */
export interface CaretPlace {
  readonly uri: string;
  readonly field: FieldAtResult;
}

/** Tells where the caret is, a moment after it has moved in a text that the server knows, while somebody wants to know. */
export function followCaret(server: Server, isWanted: () => boolean, moved: (place: CaretPlace) => void): Disposable {
  const look = async (editor: TextEditor | undefined) => {
    if (!editor || !server.wanted(editor.document)) return;
    const uri = editor.document.uri.toString();
    const { line, character } = editor.selection.active;
    const params: FieldAtParams = { uri, position: { line, character } };
    moved({ uri, field: await server.request<FieldAtResult>(fieldAtRequest, params).catch(() => null) });
  };
  const soon = debounced(150, () => void look(window.activeTextEditor));
  const listening = window.onDidChangeTextEditorSelection(() => isWanted() && soon.call());
  return {
    dispose() {
      soon.dispose();
      listening.dispose();
    },
  };
}

/** The path of the field, where it is one of the target. */
export function pathIn(target: Target, { uri, field }: CaretPlace): { readonly path?: FieldPath } {
  const isIn = uri === target.uri && field?.document === target.document && field.item === target.item;
  return isIn ? { path: field.path } : {};
}
