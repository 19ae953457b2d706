import { finish } from '../state/finish.ts';
import { isDialect, partOf, type Shell, type Source, type Written } from '../state/shell.ts';
import { openUntil, waitFor } from '../state/substitute.ts';
import { eitherStatus, isFailure, type Status } from '../state/value.ts';
import type { Command } from '../syntax/tree.ts';

/** Runs the commands of a pipeline side by side, each reading what the one before it writes. */
export function runTogether(shell: Shell, commands: readonly Command[]): void {
  let input: Source = shell.input;
  const ends: End[] = [];
  for (const [place, command] of commands.entries()) {
    const last = place === commands.length - 1;
    const written: Written[] = [];
    const part = { ...partOf(shell), input, output: last ? shell.output : written };
    shell.world.interpret(part, [{ first: { commands: [command], negated: false }, rest: [], background: false }]);
    finish(part);
    const end = last ? part.time : openUntil(part);
    ends.push({ part, end });
    input = { written, endsAt: end, place: 0, over: false };
  }
  const until = endOfAll(ends);
  const known = ends.every(({ part }) => part.known) && until !== undefined;
  waitFor(shell, { known }, until ?? Math.max(...ends.map(({ end }) => end).filter(Number.isFinite), shell.time));
  const statuses = ends.map(({ part }, place) => (mayBeCut(part, ends[place + 1]) ? undefined : part.status));
  if (!shell.leaving) shell.status = statusOf(shell, statuses);
}

interface End {
  readonly part: Shell;
  readonly end: number;
}

/** Whether a command writes when nobody may read any more: what is behind it did not read to the end. */
function mayBeCut({ output = [] }: Shell, reader: End | undefined): boolean {
  return reader !== undefined && !reader.part.input.over && output.some(({ at }) => at >= reader.end);
}

/** When all are over; undefined where one may be cut short because nobody reads what it writes. */
function endOfAll(ends: readonly End[]): number | undefined {
  let until = 0;
  for (const [place, { part, end }] of ends.entries()) {
    const reader = ends[place + 1];
    const cutShort = reader && mayBeCut(part, reader) && end > reader.end;
    // What writes for ever ends with its reader.
    if (cutShort && !(end === Number.POSITIVE_INFINITY && writesForEver(part))) return undefined;
    if (!cutShort) until = Math.max(until, end);
    else until = Math.max(until, reader.end);
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
