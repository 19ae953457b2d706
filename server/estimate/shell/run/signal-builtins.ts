import { isBash, isDialect, type Job, type Shell } from '../state/shell.ts';
import { deathStatus, giveUp, loseTime, passUntil, signal, signalName } from '../state/time.ts';
import { processOf, type Status, textOfValue, type Value } from '../state/value.ts';
import type { Fields } from '../words/split.ts';
import { type Builtin, textsOf } from './builtin.ts';
import { killedJob } from './jobs.ts';

/** Builtins about signals and jobs. */
export const bySignals: readonly (readonly [string, Builtin])[] = [
  ['trap', trap],
  ['kill', kill],
  ['wait', wait],
];

/** `trap ACTION SIGNALS`. */
function trap(shell: Shell, args: Fields): void {
  const texts = textsOf(args).filter((text, place) => place > 0 || text !== '--');
  const [action, ...signals] = texts;
  shell.status = 0;
  if (texts.length === 0 || action === '-p' || action === '-l') {
    shell.output?.push({ at: shell.time, text: undefined });
    return;
  }
  const names = signals.map((text) => (text === 'ERR' ? text : signalName(text ?? '')));
  if (
    action === undefined ||
    !args.counted ||
    names.length === 0 ||
    names.includes(undefined) ||
    (names.includes('ERR') && isDialect(shell, 'dash'))
  ) {
    giveUp(shell);
    return;
  }
  for (const name of names) {
    if (action === '-') shell.traps.delete(name ?? '');
    else shell.traps.set(name ?? '', action);
  }
}

/** `wait`, for all jobs or for some; SIGTERM with a handler breaks it off. */
function wait(shell: Shell, { values, counted }: Fields): void {
  const numbers = values.length === 0 ? [...shell.jobs.keys()] : values.map((value) => jobNumber(value));
  if (numbers.includes(undefined) || !counted) {
    loseTime(shell);
    shell.status = 0;
    return;
  }
  const jobs = numbers.map((number) => shell.jobs.get(number ?? 0));
  const until = Math.max(shell.time, ...jobs.map((job) => job?.end ?? 0));
  const known = jobs.every((job) => job?.known !== false);
  const broken = passUntil(shell, until, true);
  shell.known &&= known;
  if (shell.leaving) return;
  shell.status = broken ? deathStatus('TERM') : statusOf(shell, values, jobs.at(-1));
  for (const number of broken ? [] : numbers) {
    const job = shell.jobs.get(number ?? 0);
    if (job) shell.jobs.set(number ?? 0, { ...job, waited: true });
  }
}

/** bash may have forgotten a job that was waited for before. */
function statusOf(shell: Shell, values: readonly Value[], last: Job | undefined): Status {
  if (values.length === 0) return 0;
  return last?.waited && isBash(shell) ? undefined : last?.status;
}

function jobNumber(value: Value): number | undefined {
  const id = processOf(value)?.job;
  return typeof id === 'number' ? id : undefined;
}

/** `kill -SIGNAL PROCESSES`. */
function kill(shell: Shell, { values, counted }: Fields): void {
  const { name, from } = killSignal(values.map(textOfValue));
  const targets = values.slice(from);
  if (name === undefined || !counted || targets.length === 0) {
    giveUp(shell);
    return;
  }
  shell.status = 0;
  for (const target of targets) {
    if (!shell.leaving) killOne(shell, name, target);
  }
}

/** The signal, undefined where it is none that is read here, and where the processes begin. */
function killSignal(texts: readonly (string | undefined)[]): { readonly name: string | undefined; readonly from: number } {
  const [first = '', second = ''] = texts;
  if (first === '-s' || first === '-n') return { name: signalOrNone(second), from: 2 };
  if (first === '--') return { name: 'TERM', from: 1 };
  return first.startsWith('-') ? { name: signalOrNone(first.slice(1)), from: 1 } : { name: 'TERM', from: 0 };
}

/** `0` asks whether there is such a process. */
function signalOrNone(text: string): string | undefined {
  return text === '0' ? 'NONE' : signalName(text);
}

function killOne(shell: Shell, name: string, target: Value): void {
  const self = processOf(target)?.job === 'self' || (target === '1' && shell.firstProcess);
  const number = jobNumber(target);
  const job = number === undefined ? undefined : shell.jobs.get(number);
  if (self && !shell.isPart) {
    if (name !== 'NONE') signal(shell, name, shell.time);
  } else if (number === undefined || !job) killUnknown(shell, target);
  else if (name === 'NONE') shell.status = job.known && job.end > shell.time ? 0 : undefined;
  else killJob(shell, name, number, job);
}

function killJob(shell: Shell, name: string, number: number, job: Job): void {
  // Jobs in the background do not hear these two.
  const unheard = name === 'INT' || name === 'QUIT';
  const status = deathStatus(name);
  const killed = status === undefined || unheard ? job : killedJob(job, status, shell.time);
  // What has just begun may still take a signal as its shell does.
  const tooSoon = job.start === shell.time && (unheard || shell.traps.has(name));
  if (killed && !tooSoon) shell.jobs.set(number, killed);
  else giveUp(shell);
}

/** A process by a number that only the run tells: one of another program, it is taken, or none. */
function killUnknown(shell: Shell, target: Value): void {
  if (typeof target === 'string' && !/^-?\d+$|^%/.test(target)) {
    // No process at all, such as the `$` that Kubernetes makes of `$$`.
    shell.status = isDialect(shell, 'dash') ? 2 : 1;
    return;
  }
  if (target === undefined && shell.jobs.size === 0) shell.status = undefined;
  else giveUp(shell);
  // It may be the shell that this one is a part of, or a job of that.
  shell.world.lost.control ||= shell.isPart && target !== undefined;
}
