import { ConfigurationTarget, type Uri, type WorkspaceConfiguration, workspace } from 'vscode';
import { allSettings, type Setting, section } from '../../server/application/settings/setting-list.ts';

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

/**
 * Ours that somebody has set, as the protocol sends them: the others hold their defaults, or what a `.kubejob.yaml` says, so that a
 * default must not look like a choice.
 */
export function settingsSet(uri?: Uri): unknown {
  const settings = settingsAt(uri);
  const set: Record<string, Record<string, unknown> | unknown> = {};
  for (const { name } of allSettings.filter((one) => isSet(settings, one.name))) {
    const [outer = '', inner] = name.split('.');
    set[outer] = inner === undefined ? settings.get(name) : { ...Object(set[outer]), [inner]: settings.get(name) };
  }
  // Without its methods: what goes to a worker is copied, and functions cannot be.
  return JSON.parse(JSON.stringify(set));
}

function isSet(settings: WorkspaceConfiguration, name: string): boolean {
  const { key: _key, defaultValue: _default, languageIds: _languages, ...values } = settings.inspect(name) ?? { key: name };
  return Object.entries(values).some(([where, value]) => !where.startsWith('default') && value !== undefined);
}

/** Ours among the editor's settings. */
function settingsAt(uri?: Uri): WorkspaceConfiguration {
  return workspace.getConfiguration(section, uri);
}
