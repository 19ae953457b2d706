// node bench/growth.mjs [WORDS OF A NAME]: how the time of each reader and feature grows with its input, from a thousand to a million.
// Writes a plot, growth.svg, beside where it is called, and ends with 1 where time grows faster than size to the power of 1.2.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { growthPlot } from './growth-plot.mjs';
import { milliseconds, printTable } from './numbers.mjs';

const most = 1.2;
/** Below this a time is mostly noise; a size that takes longer than the other is the last that is tried. All in milliseconds. */
const [least, longEnough, tooLong] = [20, 4000, 120_000];

const wanted = process.argv.slice(2).join(' ');
const folder = mkdtempSync(join(tmpdir(), 'kubejob-growth-'));
try {
  const program = await bundled();
  const names = JSON.parse(await said(program, ['names'])).filter((name) => name.includes(wanted));
  const rows = [];
  for (const name of names) {
    const points = (await said(program, ['measure', name]))
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    const row = { name, points, exponent: exponentOf(points), isCut: points.at(-1)?.isCut === true };
    rows.push(row);
    console.error(`${shown(row.exponent)}  ${name}`);
  }
  rows.sort((a, b) => b.exponent - a.exponent);
  const cells = ({ name, points, exponent }) => [
    name,
    exponent > most ? `${shown(exponent)} !` : shown(exponent),
    ...[0, 1, 2, 3].map((at) => (points[at] ? time(points[at]) : '')),
    points.at(-1) ? `${points.at(-1).memory.toFixed(0)} MB` : '',
  ];
  printTable('Growth', [['', 'exponent', 'smallest', 'x 10', 'x 100', 'x 1,000', 'memory'], ...rows.map(cells)]);
  writeFileSync('growth.svg', growthPlot(rows, most));
  if (rows.some(({ exponent }) => exponent > most)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}

/** The steepest growth between two sizes that take long enough to be told from noise; 0 where none does. */
function exponentOf(points) {
  const steps = points.slice(1).map((point, at) => ({ before: points[at], point }));
  const told = steps.filter(({ before, point }) => before.time >= least || (point.isCut && before.time > 0));
  return Math.max(0, ...told.map(({ before, point }) => Math.log(point.time / before.time) / Math.log(point.size / before.size)));
}

function time({ time, isCut }) {
  return `${isCut ? '> ' : ''}${milliseconds(time)}`;
}

function shown(exponent) {
  return exponent === 0 ? '   -' : exponent.toFixed(2);
}

async function bundled() {
  const outfile = join(folder, 'cases.mjs');
  const [cases, one] = ['./growth-cases.mjs', './growth-case.mjs'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  await build({
    stdin: {
      contents: `import { cases } from ${JSON.stringify(cases)}; import { run } from ${JSON.stringify(one)}; run(cases, ${JSON.stringify({ longEnough })});`,
      resolveDir: folder,
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
  });
  return outfile;
}

/** What a process of its own prints; one that takes too long is ended, and what it was at counts as that long. */
function said(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--expose-gc', program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    let isCut = false;
    const timer = setTimeout(() => {
      isCut = true;
      child.kill('SIGKILL');
    }, tooLong);
    child.stdout.on('data', (text) => {
      out += text;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      if (isCut) resolve(withCut(out));
      else if (code === 0) resolve(out);
      else reject(new Error(`${args.join(' ')}: ended with ${code}`));
    });
  });
}

function withCut(out) {
  const { size, memory } = JSON.parse(out.trim().split('\n').at(-1) || '{"size":1000,"memory":0}');
  return `${out}${JSON.stringify({ size: size * 10, time: tooLong, memory, isCut: true })}\n`;
}
