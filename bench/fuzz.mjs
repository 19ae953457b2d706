// npm run fuzz -- --minutes N [--seed S] [--target WORDS] [--into FOLDER]
// Tries the targets of test/fuzz one after the other, with one seed after the other, until the time is over. What it finds is
// made as small as it gets, printed with its seed, and written to a folder; mended, it becomes a test in test/fuzz/finds.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    target: { type: 'string', default: '' },
    into: { type: 'string', default: 'fuzz-finds' },
  },
});
const end = Date.now() + Number(values.minutes) * 60_000;
/** How long a target is tried before it is another one's turn, in milliseconds. */
const turn = 10_000;

const { fc, targets } = await bundled();
const tried = new Map();
const found = new Map();
const wanted = targets.filter(({ name }) => name.includes(values.target));
if (wanted.length === 0) throw new Error(`no target: ${targets.map(({ name }) => name).join(', ')}`);
console.log(`seed ${values.seed}`);
for (let seed = Number(values.seed); Date.now() < end; seed++) {
  for (const target of wanted) if (Date.now() < end) await tryOnce(target, seed);
}
for (const { name } of wanted) console.log(`${name}: ${tried.get(name) ?? 0} tried, ${found.get(name) ?? 0} found`);
if (found.size > 0) process.exitCode = 1;
// A server that was tried may still hold a timer.
setImmediate(() => process.exit());

async function tryOnce({ name, inputs, holds }, seed) {
  const limit = Math.min(turn, Math.max(1000, end - Date.now()));
  const result = await fc.check(
    fc.asyncProperty(inputs, async (input) => holds(input)),
    { seed, numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: limit, markInterruptAsFailure: false, endOnFailure: false },
  );
  tried.set(name, (tried.get(name) ?? 0) + result.numRuns);
  if (!result.failed || !result.counterexample) return;
  found.set(name, (found.get(name) ?? 0) + 1);
  const [input] = result.counterexample;
  mkdirSync(values.into, { recursive: true });
  const file = join(values.into, `${name.replaceAll(/\W+/g, '-')}-${seed}.json`);
  writeFileSync(file, `${JSON.stringify({ target: name, input }, undefined, 1)}\n`);
  const { errorInstance } = result;
  console.log(
    `\n${name}, seed ${seed}, path ${result.counterexamplePath}, kept in ${file}:\n${JSON.stringify(input)}\n${errorInstance?.stack ?? errorInstance}\n`,
  );
}

async function bundled() {
  const folder = mkdtempSync(join(tmpdir(), 'kubejob-fuzz-'));
  try {
    const outfile = join(folder, 'targets.mjs');
    const resolveDir = fileURLToPath(new URL('../test/fuzz', import.meta.url));
    await build({
      stdin: { contents: "export { targets } from './targets.ts'; export { default as fc } from 'fast-check';", resolveDir, loader: 'ts' },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      mainFields: ['module', 'main'],
      sourcemap: 'inline',
      banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
