import { CancellationTokenSource, type Uri, workspace } from 'vscode';
import type { FilesHoldingParams, FilesHoldingResult, FileText } from '../../server/protocol/requests.ts';
import { manifestFiles } from './manifest-files.ts';
import { readText } from './read-text.ts';

/** What is larger, in bytes, is no manifest that people write; and more files than this are not looked through. */
const largest = 1024 * 1024;
const mostFiles = 5000;
/** Files that are read at once. */
const atOnce = 16;

/** Looks through the workspace for the server: the manifests in which a pattern matches. */
export async function filesHolding({ pattern }: FilesHoldingParams): Promise<FilesHoldingResult> {
  const wanted = new RegExp(pattern);
  const { token } = new CancellationTokenSource();
  const folders = workspace.workspaceFolders ?? [];
  const uris = (await Promise.all(folders.map((folder) => manifestFiles(folder.uri, token)))).flat().slice(0, mostFiles);
  const found: FileText[] = [];
  for (let at = 0; at < uris.length; at += atOnce) {
    const texts = await Promise.all(uris.slice(at, at + atOnce).map(read));
    found.push(...texts.filter(({ text }) => wanted.test(text)));
  }
  return { files: found };
}

/** Empty where a file is too large or cannot be read. */
async function read(uri: Uri): Promise<FileText> {
  return { uri: uri.toString(), text: (await readText(uri, largest))?.text ?? '' };
}
