import { testStatus } from '../programs/test.ts';
import { isBash, isDialect, type Leaving, type Shell } from '../state/shell.ts';
import { giveUp } from '../state/time.ts';
import { concat, type Status, textOfValue, type Value } from '../state/value.ts';
import { parseScript } from '../syntax/parse.ts';
import { evaluateText } from '../words/expand.ts';
import type { Fields } from '../words/split.ts';
import { answers, type Builtin, textsOf, unfollowed } from './builtin.ts';
import { switchOptions } from './options.ts';
import { runOutside } from './outside.ts';

/** Builtins that lead elsewhere, run something, or change how the shell runs. */
export const byFlow: readonly (readonly [string, Builtin])[] = [
  ['exit', exit],
  ['return', leaveFunction],
  ['break', leaveLoop('break')],
  ['continue', leaveLoop('continue')],
  ['eval', runText],
  ['exec', replace],
  ['set', set],
  ['shift', shift],
  ['let', calculate],
  ['test', (shell, args) => test(shell, textsOf(args))],
  ['[', bracket],
  ['shopt', setBash],
  ['disown', answers(0)],
  ...['.', 'source', 'alias', 'unalias', 'getopts', 'fg', 'bg', 'suspend', 'enable', 'builtin', 'coproc', 'select'].map(
    (name) => [name, unfollowed] as const,
  ),
];

/** The status that a word stands for, of those that fit into one byte; 2 where it is no number, undefined where shells differ. */
function statusIn(shell: Shell, { values, counted }: Fields): Status {
  const [first] = values;
  if (!counted) return undefined;
  if (values.length === 0) return shell.status;
  const text = textOfValue(first);
  if (text === undefined || /^-\d|^\d{10}/.test(text) || values.length > 1) return undefined;
  return /^\d+$/.test(text) ? Number(text) % 256 : 2;
}

function exit(shell: Shell, args: Fields): void {
  const { answering } = shell;
  const before = args.values.length === 0 && answering !== undefined && answering.status !== shell.status;
  // In a trap the status before it counts; to bash in that of EXIT alone.
  if (before && (answering.signal === 'EXIT' || !isBash(shell))) shell.status = answering.status;
  else shell.status = statusIn(shell, args);

  shell.leaving = { kind: 'exit' };
}

function leaveFunction(shell: Shell, args: Fields): void {
  const status = statusIn(shell, args);
  const [text] = textsOf(args);
  if (shell.locals.length === 0 || (text !== undefined && !/^\d{1,2}$|^1\d\d$/.test(text))) {
    giveUp(shell);
    return;
  }
  shell.status = status;
  shell.leaving = { kind: 'return' };
}

function leaveLoop(kind: 'break' | 'continue'): Builtin {
  return (shell, args) => {
    const [text = '1'] = textsOf(args);
    const levels = /^[1-9]\d?$/.test(text) ? Number(text) : 0;
    // How far it reaches out of functions and subshells is not the same in all shells.
    if (levels === 0 || !args.counted || (levels > shell.loops && shell.loopsAround)) giveUp(shell);
    else if (shell.loops === 0) shell.status = 0;
    else {
      shell.status = 0;
      shell.leaving = { kind, levels } satisfies Leaving;
    }
  };
}

function runText(shell: Shell, { values, counted }: Fields): void {
  const text = textOfValue(concat(values.flatMap((value, place): readonly Value[] => (place === 0 ? [value] : [' ', value]))));
  if (text === undefined || !counted) {
    giveUp(shell);
    return;
  }
  const statements = parseScript(text);
  if (statements.length === 0) shell.status = 0;
  shell.world.interpret(shell, statements);
}

/** Another program takes the place of the shell, whose EXIT trap does not run any more. */
function replace(shell: Shell, args: Fields): void {
  runOutside(shell, textsOf(args), true);
  if (shell.leaving?.kind !== 'ended') shell.leaving = { kind: 'ended' };
}

/** `set -eu -o pipefail -- ARGUMENTS`. */
function set(shell: Shell, { values, counted }: Fields): void {
  const texts = values.map(textOfValue);
  shell.status = 0;
  if (texts.length === 0) shell.output?.push({ at: shell.time, text: undefined });
  for (let at = 0; at < texts.length; at += 1) {
    const text = texts[at];
    if (text === '--' || (text !== undefined && !/^[-+]/.test(text))) {
      shell.parameters = counted ? values.slice(text === '--' ? at + 1 : at) : undefined;
      return;
    }
    if (text === undefined || !counted) {
      giveUp(shell);
      return;
    }
    const named = /o$/.test(text);
    if (!switchOptions(shell, [...text.slice(1).replace('o', ''), ...(named ? [texts[at + 1]] : [])], text.startsWith('-'))) return;
    if (named) at += 1;
  }
}

function shift(shell: Shell, args: Fields): void {
  const [text = '1'] = textsOf(args);
  const { parameters } = shell;
  if (!/^\d+$/.test(text)) giveUp(shell);
  else if (!parameters) shell.status = undefined;
  else if (Number(text) <= parameters.length) {
    shell.parameters = parameters.slice(Number(text));
    shell.status = 0;
  } else {
    shell.leaving = isDialect(shell, 'dash') ? { kind: 'exit' } : undefined;
    shell.status = shell.leaving ? 2 : 1;
  }
}

function calculate(shell: Shell, args: Fields): void {
  const texts = textsOf(args);
  if (isDialect(shell, 'dash')) {
    shell.status = 127;
    return;
  }
  let value: number | undefined = 0;
  for (const text of texts) {
    if (text === undefined) giveUp(shell);
    else value = evaluateText(shell, text);
    if (shell.leaving) return;
  }
  shell.status = value === undefined ? undefined : Number(value === 0);
}

/** dash has no `==`. */
function test(shell: Shell, texts: readonly (string | undefined)[]): void {
  const isUnknown = texts.length > 2 && texts.includes('==') && isDialect(shell, 'dash');
  const ofUnknown = texts.length === 3 ? 2 : undefined;
  shell.status = isUnknown ? ofUnknown : testStatus(texts);
}

function bracket(shell: Shell, args: Fields): void {
  const texts = textsOf(args);
  if (!args.counted || texts.at(-1) === undefined) shell.status = undefined;
  else if (texts.at(-1) === ']') test(shell, texts.slice(0, -1));
  else shell.status = 2;
}

function setBash(shell: Shell, args: Fields): void {
  const changing = textsOf(args).some(
    (text) => text === undefined || /^(?:lastpipe|inherit_errexit|extglob|expand_aliases|xpg_echo)$/.test(text),
  );
  if (!isBash(shell)) shell.status = 127;
  else if (changing) giveUp(shell);
  else shell.status = textsOf(args).length > 1 ? 0 : undefined;
}
