import { type Disposable, RelativePattern, type TextDocument, Uri, workspace } from 'vscode';
import { scenarioNames } from '../../server/application/scenario/scenario-name.ts';
import type { Target } from '../panel/host/messages.ts';

export interface ScenarioWatch extends Disposable {
  /** From now on it is the scenario beside this manifest that is watched. */
  beside(manifest: string): void;
}

/** Hears when the scenario beside a manifest comes, changes or goes on disk, in whatever folder that lies. */
export function watchScenario(changed: () => void): ScenarioWatch {
  let folder = '';
  let names: readonly string[] = [];
  let watcher: Disposable | undefined;
  const heard = (uri: Uri) => {
    if (names.includes(uri.toString())) changed();
  };
  return {
    beside(manifest) {
      names = scenarioNames(manifest);
      // That of a chart's template may lie above it.
      const outermost = names.at(-1);
      if (outermost === undefined) return;
      const next = Uri.joinPath(Uri.parse(outermost), '..');
      if (next.toString() === folder) return;
      folder = next.toString();
      watcher?.dispose();
      const watching = workspace.createFileSystemWatcher(new RelativePattern(next, '{*,templates/**/*}.scenario.{yaml,yml}'));
      watching.onDidCreate(heard);
      watching.onDidChange(heard);
      watching.onDidDelete(heard);
      watcher = watching;
    },
    dispose: () => watcher?.dispose(),
  };
}

/** Whether the text of the document is the target's manifest, or one that may be its scenario. */
export function isPlayedIn(target: Target, document: TextDocument): boolean {
  const uri = document.uri.toString();
  return uri === target.uri || scenarioNames(target.uri).includes(uri);
}
