/**
 * What a word or a variable holds, as far as it is known: its text, a text with the numbers of processes in it, whose digits
 * only the run tells, or undefined for what only the run can tell. Texts longer than any that a reading needs count as unknown.
 */
export type Value = string | Marked | undefined;

/** What a variable holds, null where it is not set. */
export type Variable = Value | null;

/** A text that names processes. */
export interface Marked {
  readonly pieces: readonly (string | ProcessId)[];
}

/** The shell itself, or a job in the background by its number. */
export interface ProcessId {
  readonly job: number | 'self';
}

/** The exit status of a command: a number, some failure or other, or undefined for what only the run can tell. */
export type Status = number | 'failure' | undefined;

const longestText = 20_000;

/** Its text; undefined also where that holds the number of a process. */
export function textOfValue(value: Value): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The process that a value is the number of; undefined where it is none, or more than that. */
export function processOf(value: Value): ProcessId | undefined {
  const [only, more] = typeof value === 'object' ? value.pieces : [];
  return typeof only === 'object' && more === undefined ? only : undefined;
}

export function concat(values: readonly Value[]): Value {
  const parts = values.filter((value) => value !== '');
  if (parts.length < 2) return parts.length === 0 ? '' : parts[0];
  const pieces: (string | ProcessId)[] = [];
  for (const part of parts) {
    if (part === undefined) return undefined;
    for (const one of typeof part === 'string' ? [part] : part.pieces) pieces.push(one);
  }
  return valueOfPieces(pieces);
}

export function valueOfPieces(all: readonly (string | ProcessId)[]): Value {
  const pieces = all.filter((piece) => piece !== '');
  const texts = pieces.filter((piece) => typeof piece === 'string');
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  if (length > longestText) return undefined;
  return texts.length === pieces.length ? texts.join('') : { pieces };
}

export function sameValue(a: Variable, b: Variable): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return a === b;
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What is known of a status that is one or the other. */
export function eitherStatus(a: Status, b: Status): Status {
  if (a === b) return a;
  return isFailure(a) && isFailure(b) ? 'failure' : undefined;
}

export function isFailure(status: Status): boolean {
  return status === 'failure' || (status !== undefined && status !== 0);
}

/** `!` before a pipeline. */
export function negated(status: Status): Status {
  if (status === undefined) return undefined;
  return status === 0 ? 1 : 0;
}
