import { type Held, isDialect, partOf, type Shell, type Source, type Written } from '../state/shell.ts';
import { heldBy, waitFor } from '../state/substitute.ts';
import { eitherStatus, isFailure, type Status } from '../state/value.ts';
import type { Command } from '../syntax/tree.ts';
import { finishCommand } from './jobs.ts';

/** Runs the commands of a pipeline side by side, each reading what the one before it writes. */
export function runTogether(shell: Shell, commands: readonly Command[]): void {
  let input: Source = shell.input;
  const ends: End[] = [];
  for (const [place, command] of commands.entries()) {
    const last = place === commands.length - 1;
    const written: Written[] = [];
    const part = { ...partOf(shell), input, output: last ? shell.output : written };
    shell.world.interpret(part, [{ first: { commands: [command], negated: false }, rest: [], background: false }]);
    finishCommand(part, command);
    const held = heldBy(part);
    ends.push({ part, held });
    input = { written, endsAt: held.until, place: 0, over: false };
  }
  const until = endOfAll(ends);
  const known = until !== undefined && ends.every(({ part }, place) => part.known && readsKnown(part, ends[place - 1]));
  waitFor(shell, { known }, until ?? Math.max(...ends.map(({ part }) => part.time).filter(Number.isFinite), shell.time));
  const statuses = ends.map(({ part }, place) => (mayBeCut(part, ends[place + 1]) ? undefined : part.status));
  if (!shell.leaving) shell.status = statusOf(shell, statuses);
}

interface End {
  readonly part: Shell;
  /** Until when what it writes to is open. */
  readonly held: Held;
}

/** Whether the end of its input is known, or nothing depends on that. */
function readsKnown({ input }: Shell, writer: End | undefined): boolean {
  return !writer || writer.held.known || !input.over;
}

/** Whether a command writes when nobody may read any more: what is behind it did not read to the end. */
function mayBeCut({ output = [] }: Shell, reader: End | undefined): boolean {
  return reader !== undefined && !reader.part.input.over && output.some(({ at }) => at >= reader.part.time);
}

/** When all are over; undefined where one may be cut short because nobody reads what it writes. */
function endOfAll(ends: readonly End[]): number | undefined {
  let until = 0;
  for (const [place, { part }] of ends.entries()) {
    const reader = ends[place + 1];
    const end = reader?.part.time ?? 0;
    const cutShort = reader !== undefined && mayBeCut(part, reader) && part.time > end;
    // What writes for ever ends with its reader.
    if (cutShort && !(part.time === Number.POSITIVE_INFINITY && writesForEver(part))) return undefined;
    until = Math.max(until, cutShort ? end : part.time);
  }
  return until;
}

function writesForEver({ output = [] }: Shell): boolean {
  return output.some(({ at, text }) => at === Number.POSITIVE_INFINITY && text === undefined);
}

/** That of the last; with `pipefail` that of the last that failed. */
function statusOf(shell: Shell, statuses: readonly Status[]): Status {
  const last = statuses.at(-1);
  if (!shell.options.has('pipefail') || isDialect(shell, 'dash')) return last;
  return statuses.reduce((found: Status, status) => {
    if (status === undefined) return eitherOrFound(found);
    return isFailure(status) ? status : found;
  }, 0);
}

function eitherOrFound(found: Status): Status {
  return eitherStatus(found, 'failure');
}
