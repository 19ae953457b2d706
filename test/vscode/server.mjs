// Starts the VS Code server that code-server ships, on a free port of this machine and with a data folder of its own.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeServer, here } from './install.mjs';

const program = join(codeServer, 'out/server-main.js');

/**
 * Starts a server. For people: `token` guards it, as an open server is a shell for anyone on the machine. For tests:
 * `driver` lets the page load an extension under development, and there is no token.
 * Resolves once it listens; `stop` ends it and removes its data.
 */
export async function startServer({ driver = false, extension, settings = {} } = {}) {
  const node = serverNode();
  const data = mkdtempSync(join(tmpdir(), 'kubejob-vscode-'));
  mkdirSync(join(data, 'data/Machine'), { recursive: true });
  writeFileSync(join(data, 'data/Machine/settings.json'), JSON.stringify(settings));
  const folders = ['--server-data-dir', data, '--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust'];
  if (extension) installExtension(node, folders, extension);
  const port = await freePort();
  const token = driver ? undefined : randomBytes(16).toString('hex');
  const guard = token ? ['--connection-token', token] : ['--without-connection-token', '--enable-smoke-test-driver'];
  const server = spawn(node, [program, '--host', '127.0.0.1', '--port', String(port), ...guard, ...folders], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const gone = new Promise((done) => server.once('exit', done));
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) server.kill();
    await gone;
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    await new Promise((ready, failed) => {
      server.stdout.on('data', (text) => /listening/.test(text) && ready());
      server.once('error', failed);
      server.once('exit', (code) => failed(new Error(`the VS Code server ended with ${code}`)));
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { address: `http://127.0.0.1:${port}/`, authority: `127.0.0.1:${port}`, token, gone, stop };
}

function installExtension(node, folders, file) {
  const { status, stdout, stderr } = spawnSync(node, [program, ...folders, '--install-extension', file], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the extension could not be installed\n${stdout}\n${stderr}`);
}

/** The server needs Node 22.15: this machine's, or the one among this folder's packages. Throws where there is neither. */
function serverNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 15)) return process.execPath;
  const packaged = join(here, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(packaged)) return packaged;
  throw new Error('the VS Code of the npm registry needs Node 22.15 or later on this system: install that, or a desktop VS Code');
}

function freePort() {
  return new Promise((done, failed) => {
    const probe = createServer()
      .once('error', failed)
      .listen(0, '127.0.0.1', () => {
        const { port } = probe.address();
        probe.close(() => done(port));
      });
  });
}
