import { basename, isPlainTool } from '../programs/known-commands.ts';
import { type Arguments, type ProgramRun, type ProgramSetting, unknownProgram } from '../programs/program.ts';
import { runProgram } from '../programs/programs.ts';
import { isLookup, type ShellCall, shellCall, type TimeLimit, timeLimit, type Unwrapped, unwrap } from '../programs/wrappers.ts';
import { finish } from '../state/finish.ts';
import { createShell, type Dialect, isDialect, partOf, type Shell } from '../state/shell.ts';
import { waitFor } from '../state/substitute.ts';
import { later, loseTime, passUntil, unknownLength } from '../state/time.ts';
import type { Variable } from '../state/value.ts';
import { parseScript } from '../syntax/parse.ts';
import type { Command, Statements } from '../syntax/tree.ts';
import { switchOptions } from './options.ts';

/** Longer scripts are not read: what they do is not to be told from a glance. */
const longestScript = 10_000;

/**
 * Runs a program, or what it runs in its turn. `replaces` says that it takes the place of the shell as a process, so that
 * signals come to it.
 */
export function runOutside(shell: Shell, argv: Arguments, replaces = false): void {
  const unwrapped = unwrap(argv);
  const { argv: inner, process } = unwrapped;
  const [program] = inner;
  if (isLookup(inner)) {
    shell.status = undefined;
    shell.output?.push({ at: shell.time, text: undefined });
    return;
  }
  if (program === undefined) {
    loseTime(shell);
    shell.status = 0;
    return;
  }
  if (shell.world.lacks(program)) {
    shell.status = 127;
    return;
  }
  const call = shellCall(inner);
  const limit = timeLimit(inner);
  const same = replaces && process === 'same';
  if (call) runShell(shell, call, inner, unwrapped, { same, signalled: replaces && process !== 'child' });
  else if (limit) runLimited(shell, limit, replaces);
  else if (replaces && process === 'child-with-signals') runUnder(shell, inner);
  else runOne(shell, basename(program), inner.slice(1), same);
}

/** Runs a program under one that waits for it and hands signals on. */
function runUnder(shell: Shell, argv: Arguments): void {
  const part: Shell = { ...partOf(shell), termAt: shell.termAt };
  shell.termAt = undefined;
  runOutside(part, argv, true);
  finish(part);
  waitFor(shell, part, part.time);
  shell.status = part.status;
}

function runOne(shell: Shell, name: string, args: Arguments, same: boolean): void {
  const run = runProgram(name, args, settingOf(shell));
  readInput(shell, run);
  if (shell.leaving) return;
  const seconds = run.known ? run.seconds : unknownLength(shell);
  if (same && !run.known) shell.world.unknown.replacing = shell.world.unknown.count;

  shell.status = run.status;
  const end = later(shell.time, seconds);
  if (same) passAs(shell, name, end);
  else passUntil(shell, end);
  write(shell, run, end);
}

function settingOf(shell: Shell): ProgramSetting {
  const { written, place } = shell.input;
  const texts = written.map(({ text }) => text);
  const input = texts.includes(undefined) || place === undefined ? undefined : texts.join('').slice(place);
  return { input, echoEscapes: () => isDialect(shell, 'dash') };
}

/** Waits for the input that a program reads. */
function readInput(shell: Shell, { reads }: ProgramRun): void {
  const { input } = shell;
  if (reads === 'nothing') return;
  input.place = undefined;
  if (reads === 'all') {
    input.over = true;
    passUntil(shell, Math.max(shell.time, input.endsAt));
  } else if (input.endsAt > shell.time) loseTime(shell);
}

function write(shell: Shell, { output, writesOn, status }: ProgramRun, end: number): void {
  if (output !== '') shell.output?.push({ at: writesOn ? Number.POSITIVE_INFINITY : Math.min(end, shell.time), text: output });
  // What a program complains of is not known.
  if (shell.errors === shell.output && status !== 0) shell.output?.push({ at: shell.time, text: undefined });
}

/** Lets time pass for a program that is the process to which signals come. */
function passAs(shell: Shell, name: string, end: number): void {
  const { termAt } = shell;
  shell.termAt = undefined;
  const ignores = shell.traps.get('TERM') === '' || (shell.firstProcess && isPlainTool(name));
  if (termAt === undefined || termAt >= end || ignores) {
    passUntil(shell, end);
    return;
  }
  shell.time = termAt;
  shell.status = 143;
  shell.leaving = { kind: 'ended' };
}

interface Process {
  /** It has the place of the shell that runs it. */
  readonly same: boolean;
  /** Signals to the shell that runs it come to it. */
  readonly signalled: boolean;
}

function runShell(shell: Shell, call: ShellCall, argv: Arguments, { variables, anew }: Unwrapped, process: Process): void {
  const script = call.script === undefined ? scriptFromInput(shell, call) : argv[call.script];
  if (shell.leaving) return;
  if (script === undefined || script.length > longestScript) {
    runUnread(shell);
    return;
  }
  const exported = anew ? [] : [...shell.variables].filter(([name]) => shell.exported.has(name));
  const all = new Map<string, Variable>([...exported, ...variables]);
  const { world, time, known, input, output, errors, nesting } = shell;
  const child = createShell({
    world,
    time,
    known,
    input,
    output,
    errors,
    nesting,
    dialect: dialectOf(shell, call.name),
    firstProcess: process.same && shell.firstProcess,
    variables: all,
    exported: new Set(all.keys()),
    name: call.rest[0],
    parameters: call.rest.slice(1),
    termAt: process.signalled ? shell.termAt : undefined,
  });

  for (const [name, action] of shell.traps) if (action === '') child.traps.set(name, action);
  if (process.signalled) shell.termAt = undefined;
  const statements = parseScript(script);
  child.last = process.same && call.script !== undefined ? lastCommand(child, script, statements) : undefined;
  if (switchOptions(child, call.options)) world.interpret(child, statements);
  finish(child);
  waitFor(shell, child, child.time);
  shell.status = child.status;
}

/**
 * The command that a shell lets take its own place, since nothing follows it: bash does, BusyBox' does where nothing at all
 * follows, dash does not (0.5.12).
 */
function lastCommand(shell: Shell, script: string, statements: Statements): Command | undefined {
  if (isDialect(shell, 'dash') || (isDialect(shell, 'ash') && /\n\s*$/.test(script))) return undefined;
  const last = statements.at(-1);
  const [command, more] = (last?.rest.at(-1)?.pipeline ?? last?.first)?.commands ?? [];
  return last?.background || more ? undefined : command;
}

/** A shell without a script reads its input; one with the name of a file runs that. */
function scriptFromInput(shell: Shell, { rest }: ShellCall): string | undefined {
  if (rest.length > 0) return undefined;
  const { input } = settingOf(shell);
  readInput(shell, { ...unknownProgram, reads: 'all' });
  return input;
}

/** A program of which nothing is known. */
function runUnread(shell: Shell): void {
  loseTime(shell);
  shell.status = 0;
  shell.output?.push({ at: shell.time, text: undefined });
}

function dialectOf({ world }: Shell, name: string): Dialect {
  if (name === 'bash' || name === 'rbash') return 'bash';
  return name === 'ash' || name === 'dash' ? name : world.sh;
}

/**
 * `timeout`: the command gets SIGTERM when the time is up, or SIGKILL. With GNU's the status is then 124; BusyBox' lets the
 * command take its own place, so that nothing can end it where it is the first process of a container.
 */
function runLimited(shell: Shell, { seconds, kills, argv }: TimeLimit, replaces: boolean): void {
  const busybox = shell.world.tools === 'busybox';
  if (argv.length === 0) shell.status = busybox ? 1 : 125;
  else if (seconds === undefined) runUnread(shell);
  if (argv.length === 0 || seconds === undefined) return;
  const part: Shell = { ...partOf(shell), firstProcess: busybox && replaces && shell.firstProcess };
  const until = later(shell.time, seconds);
  const limited = Number.isFinite(until) && (seconds > 0 || busybox);
  part.termAt = earlier(limited && !kills ? until : undefined, replaces ? shell.termAt : undefined);
  if (replaces) shell.termAt = undefined;
  runOutside(part, argv, true);
  finish(part);
  const cut = limited && (part.time > until || (part.time === until && part.status === 143 && !kills));
  const killed = kills && part.time > until && !part.firstProcess;
  waitFor(shell, part, killed ? until : part.time);
  if (!shell.leaving) shell.status = cut ? statusWhenCut(part, { busybox, kills, killed }) : part.status;
}

/** What is unknown is taken to succeed in time. */
function statusWhenCut(part: Shell, { busybox, kills, killed }: { busybox: boolean; kills: boolean; killed: boolean }): Shell['status'] {
  if (!part.known) return 0;
  const own = (busybox && !kills) || (part.firstProcess && !killed);
  return own ? part.status : limitStatus(busybox, kills);
}

/** The first of two moments, of which either may never come. */
function earlier(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || (other !== undefined && other < one) ? other : one;
}

function limitStatus(busybox: boolean, kills: boolean): number {
  if (kills) return 137;
  return busybox ? 143 : 124;
}
