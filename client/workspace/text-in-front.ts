import { type Disposable, languages, window, workspace } from 'vscode';
import { section } from '../../server/application/settings/setting-list.ts';
import { debounced } from '../server/debounce.ts';

/**
 * Looks soon, and again whenever what the server knows of the text in front may be otherwise: another text comes to the front, the
 * server says its diagnostics again, or a setting of ours changes. A look that fails leaves what was seen before.
 */
export function watchTextInFront(look: () => Promise<void>): readonly Disposable[] {
  const soon = debounced(300, () => void look().catch(() => undefined));
  soon.call();
  return [
    soon,
    window.onDidChangeActiveTextEditor(soon.call),
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === window.activeTextEditor?.document.uri.toString())) soon.call();
    }),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration(section) && soon.call()),
  ];
}
