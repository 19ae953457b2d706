import { isBash, type Shell } from './shell.ts';
import { concat, type Value } from './value.ts';

/** What a parameter holds; `set` is undefined where that cannot be told. */
export interface Parameter {
  readonly value: Value;
  readonly set: boolean | undefined;
}

const unset: Parameter = { value: '', set: false };
const unknown: Parameter = { value: undefined, set: undefined };

/** Variables that shells and systems set of their own accord. */
const ofShell = new Set(
  `_ BASH BASHOPTS BASHPID BASH_ARGV0 BASH_COMMAND BASH_SUBSHELL BASH_VERSION COLUMNS COMP_WORDBREAKS DIRSTACK EPOCHREALTIME EPOCHSECONDS EUID
  FUNCNAME GROUPS HOME HOSTNAME HOSTTYPE LANG LINENO LINES LOGNAME MACHTYPE MAIL OLDPWD OPTARG OPTERR OSTYPE PATH PIPESTATUS PPID PS1 PS2 PS4
  PWD RANDOM REPLY SECONDS SHELL SHELLOPTS SHLVL SRANDOM TERM TZ UID USER`.split(/\s+/),
);

/** What stands behind `$`: a variable, an argument, or a sign. `@` and `*` are joined by blanks here. */
export function parameterOf(shell: Shell, name: string): Parameter {
  if (/^[A-Za-z_]/.test(name)) return variableOf(shell, name);
  const { parameters } = shell;
  if (name === '0') return { value: shell.name, set: true };
  if (/^\d/.test(name)) return parameters ? argument(parameters, Number(name)) : unknown;
  switch (name) {
    case '?':
      return { value: statusText(shell), set: true };
    case '#':
      return { value: parameters && String(parameters.length), set: true };
    case '$':
      return { value: shell.firstProcess ? '1' : { pieces: [{ job: 'self' }] }, set: true };
    case '!':
      return shell.lastJob === undefined ? unset : { value: { pieces: [{ job: shell.lastJob }] }, set: true };
    case '@':
    case '*':
      return parameters ? joinedArguments(parameters) : unknown;
    default:
      return { value: undefined, set: true };
  }
}

/** The status behind words that are expanded: bash takes that of the last command substitution in them, if there was one. */
export function keepSubstituted(shell: Shell): void {
  const { status, substituted } = shell;
  if (substituted !== 'none' && substituted !== status && isBash(shell)) shell.status = substituted;
}

/** A command substitution earlier in the command counts to bash alone. */
function statusText(shell: Shell): string | undefined {
  const { status, substituted } = shell;
  const last = substituted !== 'none' && substituted !== status && isBash(shell) ? substituted : status;
  return typeof last === 'number' ? String(last) : undefined;
}

function argument(parameters: readonly Value[], number: number): Parameter {
  return number > parameters.length ? unset : { value: parameters[number - 1], set: true };
}

function joinedArguments(parameters: readonly Value[]): Parameter {
  const value = concat(parameters.flatMap((one, place) => (place === 0 ? [one] : [' ', one])));
  return { value, set: parameters.length > 0 };
}

function variableOf(shell: Shell, name: string): Parameter {
  const { variables, world } = shell;
  world.asked.index ||= world.byIndex.has(name);
  const value = variables.get(name);
  if (value === null) return unset;
  if (value !== undefined) return { value, set: true };
  if (variables.has(name) || ofShell.has(name) || world.mayBeSet(name)) return unknown;
  return unset;
}

/** Sets a variable, unless it is one that the shell keeps for itself. */
export function setVariable(shell: Shell, name: string, value: Value): void {
  shell.variables.set(name, value);
  if (shell.options.has('allexport')) shell.exported.add(name);
}

/** Where words are split; undefined where that cannot be told. */
export function separators(shell: Shell): string | undefined {
  const { value } = shell.variables.has('IFS') ? parameterOf(shell, 'IFS') : { value: ' \t\n' };
  return typeof value === 'string' ? value : undefined;
}

/** The status with which a shell ends that is refused an expansion. */
export function refusal(shell: Shell): number | 'failure' {
  return isBash(shell) ? 'failure' : 2;
}
