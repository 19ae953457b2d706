import type { Statements } from '../syntax/tree.ts';
import { finish } from './finish.ts';
import { type Held, isDialect, partOf, type Shell, type Written } from './shell.ts';
import { passUntil } from './time.ts';

/** What commands write to their output, run in a process of their own; undefined where only the run can tell. */
export function substitute(shell: Shell, body: Statements): string | undefined {
  const written: Written[] = [];
  const part = { ...partOf(shell), output: written };
  // bash and BusyBox' shell forget `set -e` there; bash as POSIX has it does not.
  if (part.options.has('errexit') && isDialect(shell, 'bash', 'ash')) part.options.delete('errexit');
  runPart(shell, part, body);
  shell.substituted = part.status;
  const texts = written.map(({ text }) => text);
  return !part.known || texts.includes(undefined) ? undefined : texts.join('').replace(/\n+$/, '');
}

/** Runs a part of a shell to its end, and lets the shell wait for it. */
export function runPart(shell: Shell, part: Shell, body: Statements): void {
  shell.world.interpret(part, body);
  finish(part);
  const held = heldBy(part);
  const same = part.output === shell.output;
  if (same) shell.held = laterOf([shell.held, held]);
  waitFor(shell, same ? part : { known: part.known && held.known }, same ? part.time : held.until);
}

/** Until when a process, or a job that it left in the background, keeps its output open. */
export function heldBy(part: Shell): Held {
  const jobs = [...part.jobs.values()].filter(({ holdsOutput }) => holdsOutput).map(({ end, known }): Held => ({ until: end, known }));
  return laterOf([{ until: part.time, known: part.known }, part.held, ...jobs]);
}

function laterOf(all: readonly Held[]): Held {
  return { until: Math.max(...all.map(({ until }) => until)), known: all.every(({ known }) => known) };
}

/** A shell waits until a moment for a part of its own, and knows no more of the time than that does. */
export function waitFor(shell: Shell, part: Pick<Shell, 'known'>, until: number): void {
  passUntil(shell, until);
  shell.known &&= part.known;
}
