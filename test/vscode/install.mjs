// Installs the packages of this folder when they are missing or older than the lock file: once, on first use.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installOnce, npm } from '../../build/install-once.mjs';

export const here = dirname(fileURLToPath(import.meta.url));
export const codeServer = join(here, 'node_modules/code-server/lib/vscode');

/** Throws when npm fails. */
export function install() {
  installOnce(here, 'installing a VS Code from the npm registry (about 600 MB, once)', () => {
    // The lock file that code-server ships for this folder does not satisfy `npm ci`.
    npm(codeServer, 'install', '--ignore-scripts', '--omit=optional', '--no-package-lock');
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) install();
