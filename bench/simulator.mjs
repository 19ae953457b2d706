// How long simulations take, the first of a process and later ones, and how that grows with the number of pods; each size
// in a process of its own.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { median } from './numbers.mjs';

const year = 365 * 86_400;
const template = { spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'busybox', command: ['sleep', '10'] }] } };
const job = (completions, parallelism) => ({ kind: 'Job', metadata: { name: 'sized' }, spec: { completions, parallelism, template } });
const overlapping = (concurrencyPolicy) => ({
  ...cronJob,
  spec: {
    schedule: '*/7 * * * *',
    concurrencyPolicy,
    jobTemplate: {
      spec: { template: { spec: { ...template.spec, containers: [{ ...template.spec.containers[0], command: ['sleep', '450'] }] } } },
    },
  },
});
const cronJob = { kind: 'CronJob', metadata: { name: 'often' }, spec: { schedule: '*/5 * * * *', jobTemplate: { spec: { template } } } };

const sizes = [
  ['10,000 completions, 100 at a time', job(10_000, 100), undefined],
  ['100,000 completions, 1,000 at a time', job(100_000, 1000), undefined],
  ['a CronJob every 5 minutes for a year', cronJob, year],
  ...['Allow', 'Forbid', 'Replace'].map((policy) => [`a year of Jobs that overlap, ${policy}`, overlapping(policy), year]),
  ...[1, 2, 4, 8, 16, 32].map((thousands) => [`${thousands},000 completions, 100 at a time`, job(thousands * 1000, 100), undefined]),
];

/** Rows of `[name, milliseconds of the first run, of later ones, megabytes after the first, pods]`. */
export async function measureSimulator(home) {
  const folder = mkdtempSync(join(tmpdir(), 'kubejob-bench-'));
  try {
    const outfile = join(folder, 'simulate.cjs');
    await build({ entryPoints: [join(home, 'server/simulator/simulate.ts')], bundle: true, platform: 'node', format: 'cjs', outfile });
    const program = join(folder, 'one.cjs');
    writeFileSync(program, oneRun);
    return sizes.map(([name, object, until]) => {
      const input = JSON.stringify({ object, until });
      const { stdout, stderr, status } = spawnSync(process.execPath, [program], { input, encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
      const { first, later, memory, pods } = JSON.parse(stdout);
      return [name, first, median(later), memory, pods];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// Small Jobs of the same kind warm the compiler up, as in a server that has simulated before.
const oneRun = `
const { simulate } = require('./simulate.cjs');
const { object, until } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const options = { version: '1.37', maxEvents: 1e9 };
for (let at = 0; at < 5; at++) simulate({ ...object, kind: 'Job', spec: { completions: 200, parallelism: 20, template: object.spec.template ?? object.spec.jobTemplate.spec.template } }, {}, options);
let pods = 0;
const run = () => {
  const began = performance.now();
  pods = simulate(object, {}, until === undefined ? options : { ...options, until }).summary.podsCreated;
  return performance.now() - began;
};
const first = run();
const memory = process.resourceUsage().maxRSS / 1024;
const later = Array.from({ length: 5 }, run);
console.log(JSON.stringify({ first, later, memory, pods }));
`;
