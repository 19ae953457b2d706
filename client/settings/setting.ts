import { ConfigurationTarget, type Uri, type WorkspaceConfiguration, workspace } from 'vscode';
import { type Setting, section } from '../../server/application/settings/setting-list.ts';

/** What a setting says; with an address what it says in the folder of that file. */
export function setting<Value>({ name, read }: Setting<Value>, uri?: Uri): Value {
  return read(settingsAt(uri).get(name));
}

/** Changes what a setting says: where a folder has its own, there, otherwise in the workspace, and without one for the user. */
export async function changeSetting<Value>({ name }: Setting<Value>, uri: Uri | undefined, value: Value): Promise<void> {
  const before = settingsAt(uri);
  const ofFolder = before.inspect(name)?.workspaceFolderValue !== undefined;
  const target = workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await before.update(name, value, ofFolder ? ConfigurationTarget.WorkspaceFolder : target);
}

/** Ours among the editor's settings. */
export function settingsAt(uri?: Uri): WorkspaceConfiguration {
  return workspace.getConfiguration(section, uri);
}
