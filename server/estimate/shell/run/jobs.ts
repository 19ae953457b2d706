import { finish } from '../state/finish.ts';
import { isBash, type Job, noInput, partOf, type Shell } from '../state/shell.ts';
import type { Command, Statement } from '../syntax/tree.ts';

/** Starts statements in the background: they run beside the shell, which goes on at once. */
export function startJob(shell: Shell, statement: Statement): void {
  const before = shell.output?.length ?? 0;
  const part = { ...partOf(shell), input: noInput() };
  shell.world.interpret(part, [statement]);
  // Of a part that has trapped something its shell knows no more.
  const traps = part.traps.size > 0;
  finishCommand(part, statement.rest.length > 0 ? undefined : statement.first.commands[0]);
  const number = Math.max(0, ...shell.jobs.keys()) + 1;
  const holdsOutput = [statement.first, ...statement.rest.map(({ pipeline }) => pipeline)].some(({ commands }) =>
    writesToOutput(commands.at(-1)),
  );
  shell.jobs.set(number, { start: shell.time, end: part.time, status: part.status, known: part.known, traps, holdsOutput, waited: false });
  shell.lastJob = number;
  shell.status = 0;
  // What it writes comes between what the shell writes meanwhile.
  if ((shell.output?.length ?? 0) > before) shell.output?.push({ at: part.time, text: undefined });
}

/** A program whose output goes elsewhere does not keep that of its shell open. */
function writesToOutput(command: Command | undefined): boolean {
  if (command?.kind !== 'simple') return true;
  return !command.redirections.some(({ operator, descriptor }) => operator.includes('>') && (descriptor ?? 1) === 1);
}

/** Ends a process that runs one command. bash runs no EXIT trap that a loop or a condition there has set. */
export function finishCommand(part: Shell, command: Command | undefined): void {
  const isCompound = command !== undefined && /^(?:if|for|while|until|count|case)$/.test(command.kind);
  if (isCompound && part.traps.has('EXIT') && isBash(part)) part.traps.delete('EXIT');
  finish(part);
}

/** Ends a job by a signal at a moment; undefined where what comes of it cannot be told. */
export function killedJob(job: Job, status: number, at: number): Job | undefined {
  // What is over may be heard of already or not.
  if (job.end <= at || job.traps) return undefined;
  return { ...job, end: at, status };
}
