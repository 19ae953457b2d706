import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { safeFileName } from './safe-file-name.ts';

let folder: string | undefined;

/** Keeps a text for an editor to open; its address. All of them lie in one folder of this process, which goes when it ends. */
export function keepText(name: string, text: string): string {
  folder ??= temporaryFolder();
  const file = join(folder, safeFileName(name).slice(-120));
  writeFileSync(file, text);
  return pathToFileURL(file).href;
}

function temporaryFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'kubejob-'));
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  return made;
}
