import { type Uri, type WorkspaceConfiguration, workspace } from 'vscode';
import { type Setting, section } from '../../server/application/settings/setting-list.ts';

/** What a setting says; with an address what it says in the folder of that file. */
export function setting<Value>({ name, read }: Setting<Value>, uri?: Uri): Value {
  return read(settingsAt(uri).get(name));
}

/** Ours among the editor's settings. */
export function settingsAt(uri?: Uri): WorkspaceConfiguration {
  return workspace.getConfiguration(section, uri);
}
