// What `validate` costs on one file up to ten thousand, and on a repository in which Jobs are rare: ours and the peers', round by round
// one after the other, so that all have the same machine.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { manifests, repository } from './documents.mjs';
import { median } from './numbers.mjs';

/** How often each is measured, by the number of manifests. */
const rounds = new Map([
  [1, 9],
  [100, 7],
  [1000, 5],
  [10_000, 3],
]);

/** Writes what is measured into a folder: `[{title, path, rounds}]`. */
export function writeTexts(folder) {
  const ofManifests = [...rounds].map(([count, times]) => {
    const path = join(folder, `manifests-${count}`);
    write(path, new Map(manifests(count).map((text, at) => [`${at}.yaml`, text])));
    return { title: count === 1 ? 'one manifest' : `${count.toLocaleString('en')} manifests`, path, rounds: times };
  });
  const path = join(folder, 'repository');
  write(path, repository(4000, 100));
  return [...ofManifests, { title: 'a repository: 4,000 files, 100 Jobs', path, rounds: 5 }];
}

function write(folder, files) {
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** For each tool `{wall, processor}`: medians, in milliseconds. `cores` is 1, or undefined for all. */
export function measureAll(tools, { path, rounds: times }, cores) {
  const taken = tools.map(() => []);
  for (let round = 0; round < times; round++) {
    for (const [at, tool] of tools.entries()) if (tool) taken[at].push(run(onCores(tool.run([path], cores), cores)));
  }
  return taken.map((all) =>
    all.length ? { wall: median(all.map(({ wall }) => wall)), processor: median(all.map(({ processor }) => processor)) } : undefined,
  );
}

/** On Linux a program can be held to one core. */
function onCores(command, cores) {
  return cores === 1 && process.platform === 'linux' ? ['taskset', '-c', '0', ...command] : command;
}

/** Without the certificates that Node would read before any program begins, on machines that name some: 40 ms which no tool of the table asked for. */
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

/** What is found is no failure, what cannot run is one. The shell tells the processor time, which a busy machine changes less. */
function run(command) {
  const script = 'TIMEFORMAT="%R %U %S"; time "$0" "$@" > /dev/null 2> /dev/null';
  const { status, stderr } = spawnSync('bash', ['-c', script, ...command], { encoding: 'utf8', env });
  if (status !== 0 && status !== 1) throw new Error(`${command[0]} ended with ${status}`);
  const [wall, user, system] = stderr.trim().split(' ').map(Number);
  return { wall: wall * 1000, processor: (user + system) * 1000 };
}

/** The most memory of a run, in megabytes, looked at while it lasts; undefined where the system does not tell. */
export function mostMemory(command) {
  const [program, ...args] = command;
  const child = spawn(program, args, { stdio: 'ignore', env });
  let most;
  const looks = setInterval(() => {
    most = peakOf(child.pid) ?? most;
  }, 2);
  return new Promise((done) =>
    child.once('exit', () => {
      clearInterval(looks);
      done(most);
    }),
  );
}

function peakOf(pid) {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
