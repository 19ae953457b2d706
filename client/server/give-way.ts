import { type Diagnostic, type Disposable, languages, type Uri } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { withoutRepeats } from './repeats.ts';

/** How the YAML extension signs the faults of syntax that it finds. */
const otherSource = 'YAML';

interface Shown {
  readonly uri: Uri;
  readonly ours: readonly Diagnostic[];
  readonly count: number;
  readonly show: (uri: Uri, diagnostics: Diagnostic[]) => void;
}

/** Where the YAML extension reports a fault of syntax ours is not shown beside it, whichever of the two comes first. */
export function giveWay(): { readonly middleware: Middleware; readonly watching: Disposable } {
  const latest = new Map<string, Shown>();
  const left = (uri: Uri, ours: readonly Diagnostic[]) =>
    withoutRepeats(
      ours,
      languages.getDiagnostics(uri).filter(({ source }) => source === otherSource),
    );
  const watching = languages.onDidChangeDiagnostics(({ uris }) => {
    for (const changed of uris) {
      const known = latest.get(changed.toString());
      if (!known) continue;
      const diagnostics = left(known.uri, known.ours);
      if (diagnostics.length === known.count) continue;
      latest.set(changed.toString(), { ...known, count: diagnostics.length });
      known.show(known.uri, diagnostics);
    }
  });
  const middleware: Middleware = {
    handleDiagnostics(uri, ours, show) {
      const diagnostics = left(uri, ours);
      if (ours.length > 0) latest.set(uri.toString(), { uri, ours, count: diagnostics.length, show });
      else latest.delete(uri.toString());
      show(uri, diagnostics);
    },
  };
  return { middleware, watching };
}
