import { Uri, workspace } from 'vscode';

export interface ScenarioFile {
  readonly uri: string;
  readonly text: string;
}

/** The address of the scenario that belongs to a manifest: `NAME.scenario.yaml` beside `NAME.yaml`. */
export function scenarioAddress(manifest: string): string | undefined {
  const name = /^(.*\/[^/]+)\.(?:ya?ml|json)$/.exec(manifest)?.[1];
  return name === undefined || name.endsWith('.scenario') ? undefined : `${name}.scenario.yaml`;
}

/** The scenario beside a manifest, as it is being edited or else as it is on disk; undefined where there is none. */
export async function scenarioBeside(manifest: string): Promise<ScenarioFile | undefined> {
  const uri = scenarioAddress(manifest);
  if (uri === undefined) return undefined;
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri);
  if (open) return { uri, text: open.getText() };
  try {
    return { uri, text: new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri, true))) };
  } catch {
    return undefined;
  }
}
