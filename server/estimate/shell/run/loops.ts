import { goAnyNumber } from '../state/branches.ts';
import { isBash, type Shell } from '../state/shell.ts';
import { giveUp, later, passUntil, step } from '../state/time.ts';
import { eitherStatus, isFailure, type Status, type Value } from '../state/value.ts';
import { keepSubstituted, setVariable } from '../state/variables.ts';
import type { Command, Statements } from '../syntax/tree.ts';
import { evaluate, expandWords } from '../words/expand.ts';
import { mayLeave } from './endless.ts';

type Loop<Kind extends Command['kind']> = Command & { readonly kind: Kind };

/** `while` and `until`; `test` runs the condition. */
export function runWhile(shell: Shell, loop: Loop<'while' | 'until'>, test: (shell: Shell, condition: Statements) => void): void {
  if (shell.termAt === undefined && !mayLeave(shell, loop)) {
    passUntil(shell, Number.POSITIVE_INFINITY);
    return;
  }
  const goesOn = (status: Status) => (status === undefined ? undefined : isFailure(status) === (loop.kind === 'until'));
  repeat(shell, {
    condition: (way) => {
      test(way, loop.condition);
      return goesOn(way.status);
    },
    body: (way) => shell.world.interpret(way, loop.body),
    seeksRepetition: true,
  });
}

/** `for NAME in WORDS`. */
export function runFor(shell: Shell, { variable, words, body }: Loop<'for'>): void {
  shell.substituted = 'none';
  const fields = words ? expandWords(shell, words) : { values: shell.parameters ?? [], counted: shell.parameters !== undefined };
  if (shell.leaving) return;
  keepSubstituted(shell);
  const once = (value: Value) => (way: Shell) => {
    setVariable(way, variable, value);
    shell.world.interpret(way, body);
  };
  if (!fields.counted) {
    shell.status = 0;
    goAnyNumber(shell, (way) => inLoop(way, () => once(undefined)(way)));
    return;
  }
  const values = [...fields.values];
  repeat(shell, { condition: () => values.length > 0, body: (way) => once(values.shift())(way), seeksRepetition: false });
}

/** `for ((…; …; …))`, which bash alone has. */
export function runCount(shell: Shell, { from, condition, step: next, body }: Loop<'count'>): void {
  if (!isBash(shell)) giveUp(shell);
  evaluate(shell, from);
  if (shell.leaving) return;
  let first = true;
  repeat(shell, {
    condition: (way) => {
      if (!first) evaluate(way, next);
      first = false;
      const isEmpty = condition.every((part) => part.kind === 'text' && part.text.trim() === '');
      const value = isEmpty || way.leaving ? 1 : evaluate(way, condition);
      return value === undefined ? undefined : value !== 0;
    },
    body: (way) => shell.world.interpret(way, body),
    seeksRepetition: true,
  });
}

interface Rounds {
  /** Whether another round follows; undefined where only the run can tell. */
  readonly condition: (shell: Shell) => boolean | undefined;
  readonly body: (shell: Shell) => void;
  /** Whether rounds that leave all as it was follow each other for ever. */
  readonly seeksRepetition: boolean;
}

function repeat(shell: Shell, rounds: Rounds): void {
  let status: Status = 0;
  shell.loops += 1;
  let before = rounds.seeksRepetition ? stateOf(shell) : '';
  let began = shell.time;
  for (;;) {
    const goesOn = step(shell) ? rounds.condition(shell) : false;
    if (leavesLoop(shell)) break;
    if (goesOn === undefined) {
      status = uncertainRounds(shell, rounds, status);
      break;
    }
    if (!goesOn) break;
    rounds.body(shell);
    status = shell.status;
    if (leavesLoop(shell)) break;
    if (!rounds.seeksRepetition) continue;
    const state = stateOf(shell);
    if (state === before) repeatForEver(shell, later(shell.time, -began));
    if (shell.leaving) break;
    before = state;
    began = shell.time;
  }
  shell.loops -= 1;
  if (!shell.leaving) shell.status = status;
}

/** What the condition says depends on the run: perhaps the loop is over, perhaps not. Answers what may be its status. */
function uncertainRounds(shell: Shell, { condition, body }: Rounds, before: Status): Status {
  let status = before;
  goAnyNumber(shell, (way) => {
    body(way);
    status = eitherStatus(status, way.status);
    if (!leavesLoop(way)) condition(way);
  });
  return status;
}

/** Runs one round beside which others may run or not. */
function inLoop(shell: Shell, run: () => void): void {
  shell.loops += 1;
  run();
  leavesLoop(shell);
  shell.loops -= 1;
}

/** Takes `break` and `continue` in; answers whether the loop is over. */
function leavesLoop(shell: Shell): boolean {
  const { leaving } = shell;
  if (!leaving) return false;
  if (leaving.kind !== 'break' && leaving.kind !== 'continue') return true;
  const levels = Math.min(leaving.levels, shell.loops);
  shell.leaving = levels > 1 ? { kind: leaving.kind, levels: levels - 1 } : undefined;
  return levels > 1 || leaving.kind === 'break';
}

/** Every round is as the last, and takes as long. A signal that is to come changes that. */
function repeatForEver(shell: Shell, round: number): void {
  const { termAt } = shell;
  if (termAt === undefined) passUntil(shell, Number.POSITIVE_INFINITY);
  else if (round > 0) passUntil(shell, later(shell.time, Math.max(0, Math.ceil((termAt - shell.time) / round) - 1) * round));
  // What takes no time is broken off at once.
  else passUntil(shell, Number.POSITIVE_INFINITY, true);
}

/** All that the next round may depend on, but for the time and what was written. */
function stateOf(shell: Shell): string {
  const { variables, parameters, options, traps, jobs, functions, input, termAt } = shell;
  return JSON.stringify([
    [...variables].map(([name, value]) => [name, value === undefined ? 0 : value]),
    parameters,
    [...options],
    [...traps],
    [...jobs],
    functions.size,
    input.place,
    termAt,
  ]);
}
