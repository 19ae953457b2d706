import { fail } from 'node:assert';
import {
  ConfigurationTarget,
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  extensions,
  languages,
  type Position,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { KubejobApi } from '../../../client/start.ts';

/** Our extension, activated, and what it lets tests read. */
export async function kubejob(): Promise<KubejobApi> {
  const extension = extensions.getExtension<KubejobApi>('kubejob.kubejob') ?? fail('the extension is not there');
  return extension.activate();
}

export function example(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0] ?? fail('no folder is open');
  return Uri.joinPath(folder.uri, name);
}

/** For looking only; what a test edits it opens as a copy. */
export async function open(name: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(example(name)), { preview: false });
}

/** An example in a file of its own. */
export async function openCopy(name: string): Promise<TextEditor> {
  return window.showTextDocument(await copyOf(name), { preview: false });
}

/** The same without showing it. */
export async function copyOf(name: string): Promise<TextDocument> {
  return written(new TextDecoder().decode(await workspace.fs.readFile(example(name))), 'yaml');
}

export async function openText(content: string, extension = 'yaml'): Promise<TextEditor> {
  return window.showTextDocument(await written(content, extension), { preview: false });
}

/** A file of its own for each text: the editor may bring back what was edited under a name that comes again. */
async function written(content: string, extension: string): Promise<TextDocument> {
  const uri = example(`scratch-${crypto.randomUUID()}.${extension}`);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  return workspace.openTextDocument(uri);
}

/** Polls: the editor says of little when it is done. Fails after `patience` milliseconds with the last value seen. */
export async function eventually<T>(what: string, look: () => T | undefined | Promise<T | undefined>, patience = 40_000): Promise<T> {
  const begun = Date.now();
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() - begun > patience) fail(`${what} did not come within ${patience} ms`);
    await new Promise((again) => setTimeout(again, 50));
  }
}

/** What a provider says, once it says anything that is wanted. */
export function answer<T>(
  what: string,
  wanted: (found: readonly T[]) => boolean,
  command: string,
  ...args: readonly unknown[]
): Promise<readonly T[]> {
  return eventually(what, async () => {
    const found = await commands.executeCommand<readonly T[] | undefined>(command, ...args);
    return found && found.length > 0 && wanted(found) ? found : undefined;
  });
}

/** All of ours, information and hints as well. */
export function findings({ uri }: TextDocument): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'kubejob');
}

/** The rules of these, in the order of the text. */
export function codes(document: TextDocument): string[] {
  return findings(document)
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map(({ code }) => String(typeof code === 'object' ? code.value : code));
}

/** Our errors and warnings. */
export function problems(document: TextDocument): Diagnostic[] {
  return findings(document).filter(({ severity }) => severity === DiagnosticSeverity.Error || severity === DiagnosticSeverity.Warning);
}

/** The place of the first occurrence of `text`, moved `by` characters to the right. */
export function at(document: TextDocument, text: string, by = 0): Position {
  const offset = document.getText().indexOf(text);
  return offset < 0 ? fail(`${text} is not in the document`) : document.positionAt(offset + by);
}

/** Puts the cursor there. */
export function select(editor: TextEditor, text: string, by = 0): void {
  const place = at(editor.document, text, by);
  editor.selection = new Selection(place, place);
}

/**
 * The text after a command that changes it: again every few seconds, as the editor may not know yet what can be done there, and
 * not more often, as each time ends the one before.
 */
export async function changes(document: TextDocument, wanted: RegExp, command: string, ...args: readonly unknown[]): Promise<string> {
  let last = Number.NEGATIVE_INFINITY;
  await eventually(`a text with ${wanted} after ${command}`, async () => {
    if (wanted.test(document.getText())) return true;
    if (Date.now() - last < 4_000) return undefined;
    last = Date.now();
    await commands.executeCommand(command, ...args);
    return undefined;
  });
  return document.getText();
}

/**
 * Runs a command that shows a list, and picks the n-th entry, counted from 0, until `done` finds what comes of it. The editor does
 * not tell when a list is there: keys that come too early do nothing or pick another entry, so each try waits longer for it.
 */
export async function pick<T>(command: string, place: number, done: () => T | undefined | Promise<T | undefined>): Promise<T> {
  let wait = 0;
  return eventually(`what ${command} does`, async () => {
    let open = true;
    const running = commands.executeCommand(command).then(() => {
      open = false;
    });
    wait += 100;
    await new Promise((come) => setTimeout(come, wait));
    await eventually('the end of the list', async () => {
      for (let i = 0; open && i < place; i++) await commands.executeCommand('quickInput.next');
      if (open) await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return open ? undefined : true;
    });
    await running;
    return done();
  });
}

/** Sets one of our settings for the workspace; `undefined` takes it back. */
export async function set(setting: string, value: unknown): Promise<void> {
  await workspace.getConfiguration('kubejob').update(setting, value, ConfigurationTarget.Workspace);
}

export async function replace(document: TextDocument, old: string, by: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(at(document, old), at(document, old, old.length)), by);
  await workspace.applyEdit(edit);
}

/** Waits until the panel shows a text of this form, and returns all that it shows. */
export async function panelShows(pattern: RegExp): Promise<string> {
  const { readPanel } = await kubejob();
  let last: string | undefined;
  return eventually(`a panel with ${pattern}`, async () => {
    last = await readPanel();
    return last !== undefined && pattern.test(last) ? last : undefined;
  }).catch((error: Error) => {
    throw new Error(`${error.message}; the panel showed:\n${last}`);
  });
}

export async function closeAll(): Promise<void> {
  for (const { document } of window.visibleTextEditors)
    if (document.isDirty && !document.isUntitled) {
      await window.showTextDocument(document);
      await commands.executeCommand('workbench.action.files.revert');
    }
  while (window.tabGroups.all.some(({ tabs }) => tabs.length > 0))
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}
