import { type Disposable, type Event, languages, window, workspace } from 'vscode';
import { section } from '../../server/application/settings/setting-list.ts';
import { debounced } from '../server/debounce.ts';

/**
 * Looks soon, and again when another text comes to the front, a setting of ours changes, or an event of `whenever` says that what the
 * server knows of the text in front may be otherwise. A look that fails leaves what was seen before.
 */
export function watchTextInFront(look: () => Promise<void>, whenever: Event<void>): readonly Disposable[] {
  const soon = debounced(300, () => void look().catch(() => undefined));
  soon.call();
  return [
    soon,
    window.onDidChangeActiveTextEditor(soon.call),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration(section) && soon.call()),
    whenever(soon.call),
  ];
}

/** The server says the diagnostics of the text in front again. */
export const diagnosedInFront: Event<void> = (listener) =>
  languages.onDidChangeDiagnostics(({ uris }) => {
    if (uris.some((uri) => uri.toString() === window.activeTextEditor?.document.uri.toString())) listener();
  });
