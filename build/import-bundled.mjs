import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Bundles a TypeScript module that is given as text, its imports relative to the repository, and gives back its exports. */
export async function importBundled(contents) {
  const resolveDir = join(dirname(fileURLToPath(import.meta.url)), '..');
  const made = mkdtempSync(join(tmpdir(), 'kubejob-docs-'));
  const outfile = join(made, 'module.mjs');
  try {
    const stdin = { resolveDir, loader: 'ts', contents };
    await build({ stdin, outfile, bundle: true, format: 'esm', platform: 'neutral', mainFields: ['module', 'main'], logLevel: 'warning' });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(made, { recursive: true });
  }
}
