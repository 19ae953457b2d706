// Installs Monaco when it is missing or older than the lock file: it is large, and wanted here alone.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installOnce } from '../build/install-once.mjs';

/** Throws when npm fails. */
export function installMonaco() {
  installOnce(dirname(fileURLToPath(import.meta.url)), 'installing Monaco from the npm registry (about 100 MB, once)');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) installMonaco();
