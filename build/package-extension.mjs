// Packs what dist/ holds into a .vsix.
import { execFileSync } from 'node:child_process';
import { home } from './set-up.mjs';

/** Everything is bundled, and the links of the README stay as they are: its picture is in the package. */
const options = ['--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository'];

/** Writes `file`; throws, with what the packer said, where it fails. */
export function packageExtension(file) {
  execFileSync(process.execPath, ['node_modules/@vscode/vsce/vsce', 'package', ...options, '--out', file], {
    cwd: home,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}
