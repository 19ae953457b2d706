// npm start: builds and packages the extension, and opens a VS Code with it on examples/, one of them with its simulation. A desktop VS Code where `code` is
// on PATH and there is a display; otherwise the one from the npm registry, at an address with a token, until Ctrl-C.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { desktopCommand } from '../test/vscode/desktop.mjs';
import { packageExtension } from './package-extension.mjs';
import { home, setUp } from './set-up.mjs';

const examples = join(home, 'examples');
/** What is open at first, with its simulation beside it. */
const first = join(examples, 'multi-completion.yaml');
const scratch = mkdtempSync(join(tmpdir(), 'kubejob-start-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

process.env.KUBEJOB_SIMULATE_FIRST = '1';
setUp();
console.log('building and packaging the extension …');
run(process.execPath, [join(home, 'build/build.mjs')]);
const file = join(scratch, 'kubejob.vsix');
packageExtension(file);

const code = desktopCommand();
if (code) onDesktop(code);
else await inBrowser();

/** With folders of its own, so that the user's own settings and extensions stay as they are; waits until the window closes. */
function onDesktop(command) {
  const own = ['--extensions-dir', join(scratch, 'extensions'), '--user-data-dir', join(scratch, 'data')];
  run(command, [...own, '--install-extension', file]);
  console.log('VS Code opens on examples/; this command ends when its window is closed.');
  run(command, [...own, '--new-window', '--disable-workspace-trust', '--wait', examples, first]);
}

async function inBrowser() {
  const [{ install }, { startServer }] = await Promise.all([import('../test/vscode/install.mjs'), import('../test/vscode/server.mjs')]);
  install();
  const settings = {
    'chat.disableAIFeatures': true,
    'git.openRepositoryInParentFolders': 'never',
    'workbench.startupEditor': 'none',
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
  };
  const server = await startServer({ extension: file, settings });
  const payload = JSON.stringify([['openFile', `vscode-remote://${server.authority}${first}`]]);
  const query = new URLSearchParams({ tkn: server.token, folder: examples, payload });
  console.log(`\nVS Code with Kubejob, on examples/ (Ctrl-C ends it):\n\n  ${server.address}?${query}\n`);
  const ended = new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, done);
  });
  await Promise.race([ended, server.gone]);
  await server.stop();
}

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: home,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && command.endsWith('.cmd'),
  });
  if (status === 0) return;
  process.stderr.write(`${stdout}${stderr}`);
  process.exit(status ?? 1);
}
