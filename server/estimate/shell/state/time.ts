import { isBash, type Shell } from './shell.ts';
import type { Status } from './value.ts';

/** Numbers of the signals that end a process unless it handles them; the kernel's, the same on all that Kubernetes runs on. */
const deadly = new Map(
  Object.entries({
    ...{ HUP: 1, INT: 2, QUIT: 3, ILL: 4, TRAP: 5, ABRT: 6, BUS: 7, FPE: 8, KILL: 9, USR1: 10, SEGV: 11, USR2: 12, PIPE: 13, ALRM: 14 },
    ...{ TERM: 15, XCPU: 24, XFSZ: 25, VTALRM: 26, PROF: 27, SYS: 31 },
  }),
);
const harmless = new Map(Object.entries({ CHLD: 17, CONT: 18, URG: 23, WINCH: 28 }));

/** A signal by its name without SIG, from a name in any case or a number; undefined where it is none that is known here. */
export function signalName(text: string): string | undefined {
  const name = text.toUpperCase().replace(/^SIG/, '');
  if (name === 'EXIT' || text === '0') return 'EXIT';
  if (deadly.has(name) || harmless.has(name)) return name;
  return [...deadly, ...harmless].find(([, number]) => String(number) === text)?.[0];
}

/** The status of a process that a signal ended; undefined for a signal that ends none. */
export function deathStatus(signal: string): number | undefined {
  const number = deadly.get(signal);
  return number === undefined ? undefined : 128 + number;
}

/** Later by so many seconds, to the microsecond: tenths add up to what people expect. */
export function later(time: number, seconds: number): number {
  const sum = time + seconds;
  return Number.isFinite(sum) ? Math.round(sum * 1_000_000) / 1_000_000 : sum;
}

/**
 * Lets time pass up to a moment, while the shell waits for a command or, where `interruptible`, for its jobs. SIGTERM may come
 * meanwhile: a handler of the shell's own runs when the command is over, and breaks off the wait for jobs.
 * Answers whether the wait was broken off.
 */
export function passUntil(shell: Shell, end: number, interruptible = false): boolean {
  const { termAt } = shell;
  if (termAt === undefined || termAt >= end) {
    shell.time = Math.max(shell.time, end);
    if (shell.time === Number.POSITIVE_INFINITY) shell.leaving = { kind: 'ended' };
    return false;
  }
  shell.termAt = undefined;
  const from = shell.time;
  shell.time = Math.max(from, interruptible ? termAt : end);
  signal(shell, 'TERM', termAt);
  if (shell.time === Number.POSITIVE_INFINITY) shell.leaving = { kind: 'ended' };
  return interruptible && shell.pending !== undefined;
}

/** A signal comes to the shell at a moment: it is passed by, waits for its handler's turn, or ends the shell. */
export function signal(shell: Shell, name: string, at: number): void {
  const action = shell.traps.get(name);
  const status = deathStatus(name);
  if (name !== 'KILL' && action !== undefined && action !== '') shell.pending = name;
  else if (name !== 'KILL' && shell.traps.has(name) && action === undefined) giveUp(shell);
  else if (status !== undefined && (action === undefined || name === 'KILL') && !isSpared(shell, name)) {
    shell.time = at;
    // bash runs its EXIT trap then, other shells do not.
    const runsTrap = name !== 'KILL' && shell.traps.has('EXIT') && isBash(shell);
    shell.status = status;
    shell.killed = status;
    shell.leaving = { kind: runsTrap ? 'exit' : 'ended' };
  }
}

/** The kernel gives the first process of a container no default action; bash makes one of its own where it has an EXIT trap. */
function isSpared(shell: Shell, name: string): boolean {
  return shell.firstProcess && (name === 'KILL' || !shell.traps.has('EXIT') || !isBash(shell));
}

/** The process is over at once. */
function end(shell: Shell, status: Status): void {
  shell.status = status;
  shell.leaving = { kind: 'ended' };
}

/** From here on the time is not known, for something of unknown length comes. */
export function loseTime(shell: Shell): void {
  passUntil(shell, later(shell.time, unknownLength(shell)));
}

/** How long something of unknown length is taken to last; from there on the time is not known. */
export function unknownLength(shell: Shell): number {
  const { unknown, lasting, unknownSeconds } = shell.world;
  shell.known = false;
  unknown.count += 1;
  return unknown.count === lasting ? unknownSeconds : 0;
}

/** From here on nothing is known; what is unknown is taken to succeed. */
export function giveUp(shell: Shell): void {
  loseTime(shell);
  end(shell, 0);
}

/** Uses up a step; answers whether one was left. */
export function step(shell: Shell, size = 1): boolean {
  const { left } = shell.world;
  left.steps -= size;
  if (left.steps >= 0) return true;
  if (shell.leaving?.kind !== 'ended') giveUp(shell);
  return false;
}
