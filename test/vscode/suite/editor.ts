import { fail } from 'node:assert';
import {
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  extensions,
  languages,
  type Position,
  Range,
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
  return openText(new TextDecoder().decode(await workspace.fs.readFile(example(name))));
}

/** A file of its own for each text: the editor may bring back what was edited under a name that comes again. */
export async function openText(content: string, extension = 'yaml'): Promise<TextEditor> {
  const name = `scratch-${crypto.randomUUID()}.${extension}`;
  await workspace.fs.writeFile(example(name), new TextEncoder().encode(content));
  return open(name);
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

/** Our errors and warnings. */
export function problems({ uri }: TextDocument): Diagnostic[] {
  return languages
    .getDiagnostics(uri)
    .filter(
      ({ source, severity }) => source === 'kubejob' && (severity === DiagnosticSeverity.Error || severity === DiagnosticSeverity.Warning),
    );
}

/** The place of the first occurrence of `text`, moved `by` characters to the right. */
export function at(document: TextDocument, text: string, by = 0): Position {
  const offset = document.getText().indexOf(text);
  return offset < 0 ? fail(`${text} is not in the document`) : document.positionAt(offset + by);
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
