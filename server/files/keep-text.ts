import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

let folder: string | undefined;

/** Keeps a text for an editor to open; its address. All of them lie in one folder of this process, which goes when it ends. */
export function keepText(name: string, text: string): string {
  folder ??= temporaryFolder();
  // What an object is called may be anything, and a file's name may not.
  const file = join(folder, name.replace(/[^\w.-]/g, '_').slice(-120));
  writeFileSync(file, text);
  return pathToFileURL(file).href;
}

function temporaryFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'kubejob-'));
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  return made;
}
