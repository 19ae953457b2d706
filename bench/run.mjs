// npm run bench: one table, ours beside its peers in the same run. `npm run bench features simulator` measures what has no peer.
import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare } from './comparison.mjs';
import { measureFeatures } from './features.mjs';
import { kubernetesSchemas } from './kubernetes-schema.mjs';
import { milliseconds, printTable } from './numbers.mjs';
import { measureSimulator } from './simulator.mjs';

const home = join(dirname(fileURLToPath(import.meta.url)), '..');
const wanted = process.argv.slice(2);
const parts = { comparison: () => compare(home, server, kubernetesSchemas()), features, simulator };
const server = { command: process.execPath, args: [join(home, 'dist/cli.js'), 'language-server', '--stdio'] };
const unknown = wanted.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) throw new Error(`${unknown} is none of ${Object.keys(parts).join(', ')}`);
if (!existsSync(join(home, 'dist/cli.js'))) throw new Error('npm run build first');
const [load = 0] = loadavg();
if (load > 1) console.log(`The machine is busy (load ${load.toFixed(1)}): times are longer than they would be.`);
for (const name of wanted.length ? wanted : ['comparison']) await parts[name]();

async function features() {
  const { files, rows } = await measureFeatures(server);
  printTable('From a keystroke to each answer, p95', [
    ['', ...files],
    ...rows.map(([name, ...times]) => [name, ...times.map(milliseconds)]),
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
