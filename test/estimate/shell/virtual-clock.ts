import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** How a run went: how much time passed on the virtual clock, and the exit code. */
export interface RealRun {
  readonly seconds: number;
  readonly exit: number;
}

export interface Clock {
  /**
   * Runs a script in a real shell, in which `sleep` takes no time but moves a clock of its own. Undefined where it never ends.
   * `termAt` sends SIGTERM at that moment of the clock.
   */
  readonly run: (shell: readonly string[], script: string, termAt?: number) => Promise<RealRun | undefined>;
  readonly remove: () => void;
}

/** The shells of this machine that scripts can be held against: those that find programs on the PATH. It needs Linux, for it reads /proc. */
export function realShells(): Readonly<Record<string, readonly string[]>> {
  const candidates: Readonly<Record<string, readonly string[]>> = {
    dash: ['dash'],
    ash: ['busybox', 'ash'],
    bash: ['bash'],
    'posix-bash': ['bash', '--posix'],
  };
  if (process.platform !== 'linux') return {};
  const folder = mkdtempSync(join(tmpdir(), 'kubejob-shell-'));
  writeProgram(folder, 'sleep', '#!/bin/sh\nexit 7\n');
  const found = Object.entries(candidates).filter(([, [program = '', ...args]]) => findsPrograms(program, args, folder));
  rmSync(folder, { recursive: true });
  return Object.fromEntries(found);
}

/** A BusyBox may be built so that it runs its own programs, whatever stands on the PATH: there no clock can be put in place of time. */
function findsPrograms(program: string, args: readonly string[], folder: string): boolean {
  return spawnSync(program, [...args, '-c', 'sleep 0'], { env: scriptsEnvironment(folder) }).status === 7;
}

function scriptsEnvironment(folder: string): Readonly<Record<string, string>> {
  return { PATH: `${folder}:${process.env['PATH']}`, HOME: '/' };
}

function writeProgram(folder: string, name: string, text: string): void {
  writeFileSync(join(folder, name), text);
  chmodSync(join(folder, name), 0o755);
}

/** Sleeps until it is told to go on: it reads what nobody writes. What is no time fails at once, as the real one does. */
const sleeper = `#!/bin/sh
[ $# -gt 0 ] || exit 1
for time; do
  case $time in '' | *[!0-9.smhd]* | [smhd]* | *.*.*) exit 1 ;; esac
done
trap 'exit 0' USR2
read -r line <"$0.block"
`;

/** Programs whose answers depend on nothing that a script says: on the number in their file. */
const chance = `#!/bin/sh
read -r number <"$0.number"
echo "$number"
exit $((number % 2))
`;

/** Tells of the processes that are about, and ends them when nobody tells any more. */
interface Guard {
  readonly begun: (pid: number) => void;
  readonly ended: (pid: number) => void;
  readonly leave: () => void;
}

/** Each line holds all of them; the input ends with whoever writes it, however that comes to its end. */
const guardScript = 'while read -r line; do pids=$line; done; for pid in $pids; do kill -KILL -- -$pid; done; rm -rf "$0"';

/** So that no shell stays behind where a test is cut short, nor their folder: it is a process of its own. */
function createGuard(folder: string): Guard {
  const guard = spawn('sh', ['-c', guardScript, folder], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  // Whoever ended it has ended what it guards, too.
  guard.stdin.on('error', () => {});
  const running = new Set<number>();
  const tell = () => guard.stdin.write(`${[...running].join(' ')}\n`);
  return {
    begun(pid) {
      running.add(pid);
      tell();
    },
    ended(pid) {
      running.delete(pid);
      tell();
    },
    leave: () => guard.stdin.end(),
  };
}

/** A folder with the programs that scripts find first. */
export function createClock(): Clock {
  const folder = mkdtempSync(join(tmpdir(), 'kubejob-shell-'));
  writeProgram(folder, 'sleep', sleeper);
  writeProgram(folder, 'grep', chance);
  writeProgram(folder, 'date', chance);
  for (const name of ['grep', 'date']) writeFileSync(join(folder, `${name}.number`), '0\n');
  spawnSync('sh', ['-c', 'mkfifo "$0"', join(folder, 'sleep.block')]);
  // Kept open, so that reading from it waits.
  const block = openSync(join(folder, 'sleep.block'), 'r+');
  const guard = createGuard(folder);
  return {
    run: (shell, script, termAt) => runScript({ folder, guard }, [...shell, '-c', script], termAt),
    remove: () => {
      guard.leave();
      closeSync(block);
      rmSync(folder, { recursive: true });
    },
  };
}

/** A process of a run, as /proc shows it. */
interface Process {
  readonly pid: number;
  readonly state: string;
  /** How often it gave the processor away: the same twice says that it did not run in between. */
  readonly switches: string;
  /** How long it sleeps, where it is the sleeper. */
  readonly sleeps: number | undefined;
}

interface Run {
  /** That of the shell with which it begins. */
  readonly session: number;
  /** Processes that were there before, as long as they are. */
  readonly others: Set<number>;
  readonly folder: string;
}

async function runScript(
  { folder, guard }: { readonly folder: string; readonly guard: Guard },
  [program = '', ...args]: readonly string[],
  termAt: number | undefined,
): Promise<RealRun | undefined> {
  const others = allProcesses();
  const child = spawn(program, args, {
    detached: true,
    stdio: 'ignore',
    env: scriptsEnvironment(folder),
  });
  const { pid = 0 } = child;
  guard.begun(pid);
  const run = { session: pid, others, folder };
  const wakes = new Map<number, number>();
  let clock = 0;
  let term = termAt;
  for (;;) {
    const processes = await settled(run, child);
    if (child.exitCode !== null || child.signalCode !== null) break;
    forgetEnded(wakes, processes);
    for (const { pid: sleeping, sleeps } of processes)
      if (sleeps !== undefined && !wakes.has(sleeping)) wakes.set(sleeping, clock + sleeps);
    const due = processes.filter(({ sleeps }) => sleeps !== undefined);
    const next = Math.min(...due.map((one) => wakes.get(one.pid) ?? Number.POSITIVE_INFINITY));
    if (term !== undefined && term < next) {
      clock = term;
      term = undefined;
      process.kill(pid, 'SIGTERM');
    } else if (next === Number.POSITIVE_INFINITY) {
      killAll(run);
      guard.ended(pid);
      return undefined;
    } else {
      clock = next;
      for (const one of due) if (wakes.get(one.pid) === next) process.kill(one.pid, 'SIGUSR2');
    }
  }
  killAll(run);
  guard.ended(pid);
  return { seconds: clock, exit: child.exitCode ?? 128 + signalNumber(child.signalCode) };
}

/** Waits until nothing runs any more: all processes of the run wait for a sleeper, or it is over. */
async function settled(run: Run, child: ChildProcess): Promise<readonly Process[]> {
  const { session: root } = run;
  let before = '';
  let alike = 0;
  for (;;) {
    await setTimeout(1);
    if (child.exitCode !== null || child.signalCode !== null) return [];
    // The shell itself tells soonest that something goes on.
    const shell = processAt(root, run);
    if (shell?.state !== 'S') continue;
    const processes = processesOf(run);
    const now = JSON.stringify(processes);
    alike = now === before ? alike + 1 : 0;
    before = now;
    const waits =
      processes.every(({ state }) => state === 'S' || state === 'Z') && processes.some(({ pid, state }) => pid === root && state === 'S');
    // That nobody sleeps is doubted for longer: then the run never ends.
    if (waits && alike >= (processes.some(({ sleeps }) => sleeps !== undefined) ? 2 : 100)) return processes;
  }
}

/** Their numbers tell nothing of their order: on a busy machine they begin anew from time to time. */
function processesOf(run: Run): readonly Process[] {
  const about = allProcesses();
  for (const pid of run.others) if (!about.has(pid)) run.others.delete(pid);
  return [...about].filter((pid) => !run.others.has(pid)).flatMap((pid) => processAt(pid, run) ?? []);
}

/** By their numbers. */
function allProcesses(): Set<number> {
  return new Set(readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? Number(name) : [])));
}

/** A sleeper that begins later may have the number of one that is gone. */
function forgetEnded(wakes: Map<number, number>, processes: readonly Process[]): void {
  for (const pid of wakes.keys()) if (!processes.some((process) => process.pid === pid)) wakes.delete(pid);
}

/** Undefined for a process of another run, or one that is over. */
function processAt(pid: number, { session, folder }: Run): Process | undefined {
  try {
    const [, state = '', , , owner] = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, ')').split(' ');
    if (Number(owner) !== session) return undefined;
    const switches = readFileSync(`/proc/${pid}/status`, 'utf8').replace(/[\s\S]*?(voluntary_ctxt_switches)/, '$1');
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
    const sleeps = words[1] === join(folder, 'sleep') ? words.slice(2).reduce((sum, word) => sum + secondsOf(word), 0) : undefined;
    return { pid, state, switches, sleeps };
  } catch {
    return undefined;
  }
}

function secondsOf(word: string): number {
  const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };
  return Number.parseFloat(word) * (units[word.slice(-1)] ?? 1);
}

function killAll(run: Run): void {
  for (const { pid } of processesOf(run)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It is over.
    }
  }
}

function signalNumber(name: NodeJS.Signals | null): number {
  return name === null ? 0 : constants.signals[name];
}
