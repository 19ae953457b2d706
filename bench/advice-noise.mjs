// How much is said of manifests that people have published: lines shown for each Job without an error, and what is met most often.
// node bench/advice-noise.mjs CLONES [CLI]: CLONES holds a clone of each repository of public-manifests.json as OWNER+NAME, with
// the commit that is named there; CLI is dist/cli.js, or that of another checkout.
// node bench/advice-noise.mjs CLONES --choose writes that list anew: of each clone at most a hundred files that hold a Job.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printTable } from './numbers.mjs';

const home = join(dirname(fileURLToPath(import.meta.url)), '..');
const list = join(home, 'bench/public-manifests.json');
const [clones, program = join(home, 'dist/cli.js')] = process.argv.slice(2);
const mostOfOne = 120;

if (clones === undefined) throw new Error('name the folder of the clones');
if (program === '--choose') choose();
else report(measure());

function git(repository, ...args) {
  const folder = join(clones, repository.replace('/', '+'));
  return execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });
}

/** Templates are no manifests yet, and of files that a tool made for its tests a hundred tell as much as thousands. */
function choose() {
  const chosen = readdirSync(clones).flatMap((name) => {
    const repository = name.replace('+', '/');
    try {
      const commit = git(repository, 'rev-parse', '--verify', 'HEAD').trim();
      const found = lines(git(repository, 'grep', '-lE', '^kind: *(Job|CronJob) *$', commit, '--', '*.yaml', '*.yml'));
      const paths = found
        .map((line) => line.slice(commit.length + 1))
        .filter((path) => !git(repository, 'show', `${commit}:${path}`).includes('{{'));
      return paths.length > 0 ? [{ repository, commit, paths: evenly(paths.sort(), mostOfOne) }] : [];
    } catch {
      return [];
    }
  });
  writeFileSync(list, `${JSON.stringify(chosen, null, 1)}\n`);
}

function evenly(paths, most) {
  return paths.length <= most ? paths : Array.from({ length: most }, (_, at) => paths[Math.floor((at * paths.length) / most)]);
}

function lines(text) {
  return text.split('\n').filter(Boolean);
}

/** All that is found, by file, and how many Jobs and CronJobs there are. */
function measure() {
  const folder = mkdtempSync(join(tmpdir(), 'public-manifests-'));
  try {
    const files = JSON.parse(readFileSync(list, 'utf8')).flatMap(({ repository, commit, paths }) =>
      paths.map((path) => {
        const file = join(folder, repository, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, git(repository, 'show', `${commit}:${path}`));
        return file;
      }),
    );
    return { files: files.length, objects: count(files), entries: validated(folder) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function count(files) {
  return files.reduce((sum, file) => sum + (readFileSync(file, 'utf8').match(/^kind: *(?:Job|CronJob) *$/gm) ?? []).length, 0);
}

function validated(folder) {
  const run = ['validate', '--format', 'json', folder];
  try {
    return JSON.parse(
      execFileSync(process.execPath, [program, ...run], { encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'ignore'] }),
    );
  } catch (error) {
    return JSON.parse(error.stdout);
  }
}

function report({ files, objects, entries }) {
  const objectOf = ({ file, document, item = 0, kind, name }) => JSON.stringify([file, document, item, kind, name]);
  const faulty = new Set(entries.filter(({ severity }) => severity === 'error').map(objectOf));
  const shown = entries.filter((entry) => entry.practice !== true && entry.consequence !== true && !faulty.has(objectOf(entry)));
  const practices = entries.filter(({ practice }) => practice === true);
  const correct = objects - faulty.size;
  printTable('Shown by default', [
    ['files', 'Jobs', 'without an error', 'lines shown', 'a correct Job', 'practices besides'],
    [files, objects, correct, shown.length, (shown.length / correct).toFixed(2), practices.length].map(String),
  ]);
  const often = [...new Set(entries.map(({ code }) => code))]
    .map((code) => [code, entries.filter((entry) => entry.code === code).length])
    .sort(([, a], [, b]) => b - a);
  printTable('Met most often', [['rule', 'times'], ...often.slice(0, 10).map(([code, times]) => [code, String(times)])]);
}
