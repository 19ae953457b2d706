import { type Connection, DidChangeConfigurationNotification, type InitializeParams, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { section } from '../application/settings/setting-list.ts';
import { defaultSettings, readSettings, type Settings } from '../application/settings/settings.ts';
import { valueAt } from '../plain/node-path.ts';
import { whileOpen } from './documents/while-open.ts';
import type { Editor } from './editor.ts';

export interface FollowedSettings {
  /** Those in force for a text, as far as they are known. */
  settingsOf(uri: string): Settings;
  /** Asks the editor, where it can be asked: folders of a workspace may have settings of their own. */
  settingsFor(uri: string): Promise<Settings>;
  /** Reads what the editor sends when it starts. */
  initialize(params: InitializeParams): void;
  /** Asks for the settings, and to be told when they change. */
  watch(): void;
}

/** Follows the settings of an editor; `onChange` is told of each open document for which others are in force than before. */
export function followSettings(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  editor: Editor,
  onChange: (uris: readonly string[]) => void,
): FollowedSettings {
  let locale = 'en';
  let settings = defaultSettings;
  /** Of documents in folders with settings of their own. */
  const own = whileOpen<Settings>(documents);
  const settingsOf = (uri: string) => own.of(uri) ?? settings;
  const canBeAsked = () => editor.can.workspace?.configuration === true;

  async function settingsFor(uri: string): Promise<Settings> {
    if (!canBeAsked()) return settings;
    return readSettings(await connection.workspace.getConfiguration({ scopeUri: uri, section }), locale);
  }
  async function askForOwn(uri: string): Promise<void> {
    const before = JSON.stringify(settingsOf(uri));
    if ((await own.keep(uri, settingsFor(uri))) && JSON.stringify(settingsOf(uri)) !== before) onChange([uri]);
  }
  function use(sent: unknown): void {
    settings = readSettings(sent, locale);
    own.clear();
    const uris = documents.keys();
    for (const uri of uris) void askForOwn(uri);
    onChange(uris);
  }
  async function ask(): Promise<void> {
    if (canBeAsked()) use(await connection.workspace.getConfiguration(section));
  }

  connection.onDidChangeConfiguration(({ settings: changed }: { settings: unknown }) => {
    if (canBeAsked()) void ask();
    else use(valueAt(changed, [section]) ?? changed);
  });
  documents.onDidOpen(({ document: { uri } }) => void askForOwn(uri));

  return {
    settingsOf,
    settingsFor,
    initialize({ initializationOptions: options, locale: spoken }) {
      const said = valueAt(options, ['locale']);
      locale = typeof said === 'string' ? said : (spoken ?? 'en');
      settings = readSettings(valueAt(options, ['settings']) ?? options, locale);
    },
    watch() {
      if (editor.can.workspace?.didChangeConfiguration?.dynamicRegistration)
        void connection.client.register(DidChangeConfigurationNotification.type, { section });
      void ask();
    },
  };
}
