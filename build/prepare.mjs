// Runs when the package is installed from git, and after `npm ci` in a clone: builds what is not there yet.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = join(dirname(fileURLToPath(import.meta.url)), '..');
if (!existsSync(join(home, 'dist/cli.js'))) await import('./build.mjs');
