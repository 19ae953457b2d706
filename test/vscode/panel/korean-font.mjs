// A font with Korean letters for pictures of the page: machines that take them seldom have one.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const name = '@fontsource/noto-sans-kr';
const version = '5.3.0';

/** Installs it into the folder where it is not there yet (50 MB), and gives back what `panelPages` needs of it. */
export function koreanFont(folder) {
  const files = join(folder, 'node_modules', name);
  if (!existsSync(files)) install(folder);
  const weights = ['400', '600'].map((weight) => readFileSync(join(files, `${weight}.css`), 'utf8'));
  return {
    family: 'Noto Sans KR',
    style: weights.join('\n').replaceAll('./files/', '/font/'),
    /** The type and content of a file that the style asks for; undefined for all others. */
    file: (path) => (path.startsWith('/font/') ? ['font/woff2', readFileSync(join(files, 'files', basename(path)))] : undefined),
  };
}

function install(folder) {
  const wanted = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', `${name}@${version}`];
  const { status, stderr } = spawnSync('npm', wanted, { encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`the font could not be installed\n${stderr}`);
}
