import type { Statements } from '../syntax/tree.ts';
import { finish } from './finish.ts';
import { isDialect, partOf, type Shell, type Written } from './shell.ts';
import { passUntil } from './time.ts';

/** What commands write to their output, run in a process of their own; undefined where only the run can tell. */
export function substitute(shell: Shell, body: Statements): string | undefined {
  const written: Written[] = [];
  const part = { ...partOf(shell), output: written };
  // bash forgets `set -e` there, unless it is told to be as POSIX has it.
  if (part.options.has('errexit') && isDialect(shell, 'bash')) part.options.delete('errexit');
  runPart(shell, part, body);
  shell.substituted = part.status;
  const texts = written.map(({ text }) => text);
  return !part.known || texts.includes(undefined) ? undefined : texts.join('').replace(/\n+$/, '');
}

/** Runs a part of a shell to its end, and lets the shell wait for it. */
export function runPart(shell: Shell, part: Shell, body: Statements): void {
  shell.world.interpret(part, body);
  finish(part);
  const open = openUntil(part);
  const same = part.output === shell.output;
  if (same) shell.heldUntil = Math.max(shell.heldUntil, open);
  waitFor(shell, part, same ? part.time : open);
}

/** The end of a process, or of the jobs that keep its output open beyond that. */
export function openUntil(part: Shell): number {
  return Math.max(part.time, part.heldUntil, ...[...part.jobs.values()].filter(({ holdsOutput }) => holdsOutput).map(({ end }) => end));
}

/** A shell waits until a moment for a part of its own, and knows no more of the time than that does. */
export function waitFor(shell: Shell, part: Pick<Shell, 'known'>, until: number): void {
  passUntil(shell, until);
  shell.known &&= part.known;
}
