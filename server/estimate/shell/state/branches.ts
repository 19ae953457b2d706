import { finish } from './finish.ts';
import type { PossibleEnd, Shell, Written } from './shell.ts';
import { loseTime } from './time.ts';
import { eitherStatus, sameValue, type Value } from './value.ts';

/** A way that the run of a shell may take. */
export type Way = (shell: Shell) => void;

/**
 * Goes one of two ways, and which one only the run can tell: both are gone, and what they agree on is known behind them.
 * Where the time is not known any more, nothing that follows is claimed, and the first is taken.
 */
export function goEitherWay(shell: Shell, first: Way, second: Way): void {
  if (!shell.known) {
    first(shell);
    return;
  }
  const [one, other] = [copyOf(shell), copyOf(shell)];
  first(one);
  second(other);
  adopt(shell, joined(one, other));
}

/**
 * Goes a way any number of times, perhaps never, and how often only the run can tell. Known is then only what does not change
 * by it.
 */
export function goAnyNumber(shell: Shell, once: Way): void {
  const rounds = 4;
  for (let round = 1; shell.known && round <= rounds; round += 1) {
    const before = copyOf(shell);
    goEitherWay(shell, once, () => {});
    if (shell.leaving || sameState(before, shell)) return;
  }
  loseTime(shell);
  shell.status = shell.status === undefined ? 0 : shell.status;
}

function copyOf(shell: Shell): Shell {
  const output = shell.output && [...shell.output];
  const errors = shell.errors && (shell.errors === shell.output ? output : [...shell.errors]);
  return {
    ...shell,
    variables: new Map(shell.variables),
    exported: new Set(shell.exported),
    functions: new Map(shell.functions),
    options: new Set(shell.options),
    traps: new Map(shell.traps),
    jobs: new Map(shell.jobs),
    input: { ...shell.input },
    locals: shell.locals.map((saved) => new Map(saved)),
    output,
    errors,
  };
}

/** Makes a shell what a copy of it became; what others hold of it stays the same thing. */
function adopt(shell: Shell, copy: Shell): void {
  const { output, errors, input } = shell;
  if (output && copy.output) become(output, copy.output);
  if (errors && copy.errors && errors !== output) become(errors, copy.errors);
  Object.assign(input, copy.input);
  Object.assign(shell, copy, { output, errors, input });
}

function joined(one: Shell, other: Shell): Shell {
  const ends = [one, other].filter(({ leaving }) => leaving?.kind === 'exit' || leaving?.kind === 'ended');
  for (const shell of ends) finish(shell);
  const [ended] = ends;
  if (ended && ends.length === 1) {
    const goesOn = ended === one ? other : one;
    goesOn.mayHaveEnded = eitherEnd(goesOn.mayHaveEnded, { time: ended.known ? ended.time : undefined, status: ended.status });
    return goesOn;
  }
  if (one.leaving?.kind !== other.leaving?.kind) {
    const leaves = one.leaving ? one : other;
    leaves.known = false;
    return leaves;
  }
  return merged(one, other);
}

function eitherEnd(one: PossibleEnd | undefined, other: PossibleEnd): PossibleEnd {
  if (!one) return other;
  return { time: one.time === other.time ? one.time : undefined, status: eitherStatus(one.status, other.status) };
}

/** What two ways agree on, where both go on alike. */
function merged(one: Shell, other: Shell): Shell {
  const status = eitherStatus(one.status, other.status);
  const ended = one.mayHaveEnded ?? other.mayHaveEnded;
  const shell: Shell = {
    ...one,
    status,
    substituted:
      one.substituted === 'none' || other.substituted === 'none' ? one.substituted : eitherStatus(one.substituted, other.substituted),
    variables: mergedMaps(one.variables, other.variables, sameValue),
    functions: mergedMaps(one.functions, other.functions, (a, b) => a === b),
    traps: mergedMaps(one.traps, other.traps, (a, b) => a === b),
    parameters: mergedParameters(one.parameters, other.parameters),
    output: mergedWritten(one.output, other.output),
    errors: mergedWritten(one.errors, other.errors),
    input: {
      ...one.input,
      place: one.input.place === other.input.place ? one.input.place : undefined,
      over: one.input.over && other.input.over,
    },
    held: {
      until: Math.max(one.held.until, other.held.until),
      known: one.held.known && other.held.known && one.held.until === other.held.until,
    },
    mayHaveEnded: one.mayHaveEnded && other.mayHaveEnded ? eitherEnd(one.mayHaveEnded, other.mayHaveEnded) : ended,
  };
  if (!one.known || !other.known || one.time !== other.time || !alike(one, other)) shell.known = false;
  return shell;
}

/** Whether all is the same that has no place for what is unknown. */
function alike(one: Shell, other: Shell): boolean {
  const rest = (shell: Shell) =>
    JSON.stringify([
      [...shell.options].sort(),
      [...shell.jobs],
      shell.lastJob,
      shell.pending,
      shell.termAt,

      shell.leaving,
      shell.locals.map((saved) => [...saved]),
    ]);
  return rest(one) === rest(other);
}

/** Whether nothing is otherwise, but for what was written. */
function sameState(one: Shell, other: Shell): boolean {
  const rest = (shell: Shell) =>
    JSON.stringify([
      shell.time,
      shell.known,
      shell.status,
      shell.input.place,
      shell.parameters,
      shell.mayHaveEnded,
      [...shell.functions.keys()],
      [...shell.traps],
    ]);
  const values = (shell: Shell) => JSON.stringify([...shell.variables].map(([name, value]) => [name, value ?? null]));
  return rest(one) === rest(other) && values(one) === values(other) && alike(one, other);
}

function mergedMaps<Item>(
  one: ReadonlyMap<string, Item | undefined>,
  other: ReadonlyMap<string, Item | undefined>,
  same: (a: Item | undefined, b: Item | undefined) => boolean,
): Map<string, Item | undefined> {
  const map = new Map<string, Item | undefined>();
  for (const name of new Set([...one.keys(), ...other.keys()])) {
    const agrees = one.has(name) && other.has(name) && same(one.get(name), other.get(name));
    map.set(name, agrees ? one.get(name) : undefined);
  }
  return map;
}

function mergedParameters(one: Shell['parameters'], other: Shell['parameters']): readonly Value[] | undefined {
  if (!one || !other || one.length !== other.length) return undefined;
  return one.map((value, place) => (sameValue(value, other[place]) ? value : undefined));
}

/** What was written before is the same; behind it stands what the two agree on, or something unknown. */
function mergedWritten(one: Written[] | undefined, other: Written[] | undefined): Written[] | undefined {
  if (!one || !other) return undefined;
  const same =
    one.length === other.length && one.every((written, place) => written.at === other[place]?.at && written.text === other[place]?.text);
  if (same) return one;
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  const agreed = shorter.findIndex((written, place) => written !== longer[place]);
  const kept = agreed < 0 ? shorter : shorter.slice(0, agreed);
  return [...kept, ...longer.slice(kept.length).map(({ at }) => ({ at, text: undefined }))];
}

function become<One>(list: One[], other: readonly One[]): void {
  if (list === other) return;
  list.length = 0;
  for (const one of other) list.push(one);
}
