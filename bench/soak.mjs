// node bench/soak.mjs [--keys 1000000] [--open 500]: keystrokes on a language server with many open files, beside a second client with
// the same files. Ends with 1 where the heap grows, or one client sees what the other typed.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startServer } from './language-client.mjs';

const { values } = parseArgs({ options: { keys: { type: 'string', default: '1000000' }, open: { type: 'string', default: '500' } } });
const [keys, open] = [Number(values.keys), Number(values.open)];
/** Keys between two looks at the answers, and looks at the heap in all. */
const [burst, looks] = [500, 8];

const program = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
if (!existsSync(program)) throw new Error('npm run build first');
const folder = mkdtempSync(join(tmpdir(), 'kubejob-soak-'));
const text = (at) =>
  `apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: job-${at}\nspec:\n  template:\n    spec:\n      restartPolicy: Never\n      containers:\n        - name: main\n          image: busybox:1.36\n          command: [sleep, "1"]\n`;
const uri = (at) => `file:///soak/${at}.yaml`;

try {
  const [typing, quiet] = [await client('typing'), await client('quiet')];
  const heaps = [];
  for (let look = 1; look <= looks; look++) {
    for (let key = Math.round(((look - 1) * keys) / looks); key < Math.round((look * keys) / looks); key += burst) await typing.type(burst);
    heaps.push(await typing.heap());
    console.log(`${Math.round((look * keys) / looks)} keys: ${heaps.at(-1).toFixed(1)} MB`);
  }
  const strange = quiet.seen();
  await Promise.all([typing.stop(), quiet.stop()]);
  const [first, last] = [heaps[1], heaps.at(-1)];
  console.log(`From ${first.toFixed(1)} to ${last.toFixed(1)} MB; the other client was told ${strange} times of what it did not type.`);
  if (last > first * 1.1 + 2 || strange > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
// Nobody waits any more for what the quiet client was not told.
process.exit();

/** A client with a server of its own, and all files open. */
async function client(name) {
  const file = join(folder, name);
  // The heap after a full sweep, written to a file when the process is asked for it.
  const says = `process.on('SIGUSR2',()=>{gc();process.getBuiltinModule('fs').writeFileSync(${JSON.stringify(file)},String(process.memoryUsage().heapUsed))})`;
  const args = ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(says)}`, program, 'language-server', '--stdio'];
  const server = startServer(process.execPath, args);
  const versions = Array.from({ length: open }, () => 1);
  const told = [];
  await server.request('initialize', { processId: null, rootUri: null, capabilities: {} });
  server.notify('initialized', {});
  for (let at = 0; at < open; at++) {
    const shown = at === open - 1 ? server.diagnostics(uri(at), () => true) : undefined;
    server.notify('textDocument/didOpen', { textDocument: { uri: uri(at), languageId: 'yaml', version: 1, text: text(at) } });
    await shown;
  }
  server
    .diagnostics(uri(0), (_, version) => version > 1)
    .then(
      () => told.push(uri(0)),
      () => {},
    );
  let typed = 0;
  return {
    /** Writes letters of a name and takes them out again, a file after the other. */
    async type(count) {
      let answered;
      for (let key = 0; key < count; key++, typed++) {
        const at = Math.floor(typed / 2) % open;
        const start = { line: 3, character: 8 };
        const change =
          typed % 2 === 0 ? { range: { start, end: start }, text: 'x' } : { range: { start, end: { line: 3, character: 9 } }, text: '' };
        const version = ++versions[at];
        if (key === count - 1) answered = server.diagnostics(uri(at), (_, seen) => seen === version);
        server.notify('textDocument/didChange', { textDocument: { uri: uri(at), version }, contentChanges: [change] });
      }
      await answered;
    },
    async heap() {
      rmSync(file, { force: true });
      process.kill(server.pid, 'SIGUSR2');
      for (let round = 0; round < 600 && !existsSync(file); round++) await wait(50);
      await wait(50);
      return Number(readFileSync(file, 'utf8')) / 2 ** 20;
    },
    seen: () => told.length,
    stop: () => server.stop(),
  };
}
