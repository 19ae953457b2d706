import type { Diagnostic } from 'vscode-languageserver-types';
import type { Settings } from '../../application/settings/settings.ts';
import type { ChartRender } from '../../charts/chart-tools.ts';
import type { KustomizationBuild } from '../../charts/kustomize-tools.ts';

/** Something of which a tool of the user's makes manifests: charts, which helm renders, and overlays, which kustomize builds. */
export interface BuildSource {
  /** What is to be built for a file, each by the address that stands for it alone; none of most files. */
  unitsOf(uri: string): readonly string[];
  /** Resolves when the units of a file are known. */
  readonly know?: (uri: string) => Promise<void>;
  /** Runs the tool for a file that was opened or saved. */
  build(unit: string, uri: string, settings: Settings, signal: AbortSignal): Promise<Build>;
  /** Tells the editor that there is another build. */
  announce(unit: string): void;
}

/** `left`: it is not for us, or nothing that may run by itself. */
export type BuildStatus = ChartRender['status'] | KustomizationBuild['status'] | 'left';

/** What came of it. */
export interface Build {
  readonly status: BuildStatus;
  /** Why nothing could be made. */
  readonly message: string | undefined;
  /** What was found, by the address of the file that wrote it without its escapes; with an empty list of files in which nothing was found. */
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
  /** What was made of a file, and the line that a line of it made; undefined where nothing was. */
  text(uri: string, line: number): { readonly text: string; readonly line: number } | undefined;
}

/** Of what could not be built. */
export function notBuilt(status: BuildStatus, message: string | undefined, diagnostics: Build['diagnostics'] = new Map()): Build {
  return { status, message, diagnostics, text: () => undefined };
}
