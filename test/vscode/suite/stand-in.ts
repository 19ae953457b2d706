import { chmodSync } from 'node:fs';
import { ConfigurationTarget, type Uri, window, workspace } from 'vscode';
import { example, kubejob } from './editor.ts';

/** Writes a file below a folder of the workspace. */
export async function writeBelow(folder: string, name: string, text: string): Promise<Uri> {
  const uri = example(`${folder}/${name}`);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** What *Show Rendered Job* shows, where it is shown. */
export function renderedText(): string | undefined {
  const shown = window.visibleTextEditors.map(({ document }) => document);
  return shown.find(({ uri }) => uri.scheme === 'kubejob-rendered')?.getText();
}

/**
 * For the tests of a suite a setting names the tool that the environment names, or else one that stands in for it: a program for Node, whose
 * first line is put before it.
 */
export function withTool(setting: string, fromEnvironment: string, folder: string, standIn: string): void {
  const usual = () => workspace.getConfiguration('kubejob').inspect<string>(setting)?.globalValue;
  const use = (path: string | undefined) => workspace.getConfiguration('kubejob').update(setting, path, ConfigurationTarget.Global);
  let former: string | undefined;
  before(async () => {
    await kubejob();
    former = usual();
    const stand = await writeBelow(folder, 'tool.cjs', `#!${process.execPath}\n${standIn}`);
    chmodSync(stand.fsPath, 0o755);
    await use(process.env[fromEnvironment] ?? stand.fsPath);
  });
  after(() => use(former));
}
