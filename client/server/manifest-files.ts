import { type CancellationToken, FileType, RelativePattern, Uri, workspace } from 'vscode';

/** The same files as on the command line. */
const manifests = '**/*.{yaml,yml,json}';
const others = '**/{node_modules,.*}/**';

/** Where the editor searches by itself; for other schemes it waits for an extension that does, which there may never be. */
const searched = ['file', 'vscode-remote'];

/** The files of a folder that may be manifests, also in a virtual workspace; those found so far when `token` fires. */
export async function manifestFiles(uri: Uri, token: CancellationToken): Promise<readonly Uri[]> {
  if (searched.includes(uri.scheme)) return workspace.findFiles(new RelativePattern(uri, manifests), others, undefined, token);
  return walk(uri, token);
}

async function walk(folder: Uri, token: CancellationToken): Promise<readonly Uri[]> {
  if (token.isCancellationRequested) return [];
  const found: Uri[] = [];
  // A folder that cannot be read has nothing to check.
  const entries = await Promise.resolve(workspace.fs.readDirectory(folder)).catch(() => []);
  for (const [name, type] of entries) {
    const uri = Uri.joinPath(folder, name);
    if (type === FileType.Directory && name !== 'node_modules' && !name.startsWith('.')) found.push(...(await walk(uri, token)));
    if (type === FileType.File && /\.(?:ya?ml|json)$/.test(name)) found.push(uri);
  }
  return found;
}
