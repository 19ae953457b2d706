import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { CodeAction, TextEdit } from 'vscode-languageserver-types';

/** Remembers what was offered for a text, so that a fix that was taken is told from typing. */
export interface OfferedEdits {
  offer<Actions extends readonly CodeAction[]>(uri: string, actions: Actions): Actions;
  /** Whether changes are those of an action that was offered last. */
  isOne(uri: string, changes: readonly TextDocumentContentChangeEvent[]): boolean;
  forget(uri: string): void;
}

export function offeredEdits(): OfferedEdits {
  const offered = new Map<string, readonly (readonly TextEdit[])[]>();
  return {
    offer(uri, actions) {
      offered.set(
        uri,
        actions.flatMap(({ edit }) => (edit?.changes?.[uri] ? [edit.changes[uri]] : [])),
      );
      return actions;
    },
    isOne: (uri, changes) =>
      changes.length > 0 &&
      (offered.get(uri) ?? []).some(
        (edits) => edits.length === changes.length && changes.every((change) => edits.some((edit) => isSame(edit, change))),
      ),
    forget: (uri) => void offered.delete(uri),
  };
}

function isSame({ range, newText }: TextEdit, change: TextDocumentContentChangeEvent): boolean {
  return 'range' in change && change.text === newText && JSON.stringify(change.range) === JSON.stringify(range);
}
