import { isBash, type Shell, type Source } from '../state/shell.ts';
import { giveUp, loseTime, passUntil } from '../state/time.ts';
import { concat, textOfValue, type Value } from '../state/value.ts';
import { parameterOf, separators, setVariable } from '../state/variables.ts';
import { type Fields, splitFields } from '../words/split.ts';
import { type Builtin, textsOf } from './builtin.ts';

/** Builtins that set variables. */
export const byVariables: readonly (readonly [string, Builtin])[] = [
  ['export', declare((shell, name) => shell.exported.add(name))],
  ['readonly', declare((shell, name) => shell.options.add(`readonly ${name}`))],
  ['local', local],
  ['declare', typeset],
  ['typeset', typeset],
  ['unset', unset],
  ['read', read],
  ['mapfile', readLines],
  ['readarray', readLines],
];

/** Sets the variables that words declare; words without `=` only name them. */
function declare(mark: (shell: Shell, name: string) => void): Builtin {
  return (shell, args) => {
    const declared = declarations(args);
    shell.status = 0;
    for (const { name, value, appends } of declared ?? []) {
      if (shell.options.has(`readonly ${name}`)) giveUp(shell);
      else if (value !== 'none') set(shell, name, value, appends);
      mark(shell, name);
    }
    if (!declared) giveUp(shell);
  };
}

interface Declaration {
  readonly name: string;
  readonly appends: boolean;
  readonly value: Value | 'none';
}

/** Undefined where they are not all such as are read here. */
function declarations({ values, counted, assigned }: Fields): readonly Declaration[] | undefined {
  const all = values.flatMap((value, place): readonly (Declaration | undefined)[] => {
    const text = textOfValue(value);
    if (text !== undefined && /^-[fnprxg]+$/.test(text)) return [];
    return [assigned?.get(place) ?? written(text)];
  });
  const declared = all.filter((one) => one !== undefined);
  return counted && declared.length === all.length ? declared : undefined;
}

/** A declaration whose words came out of an expansion. */
function written(text: string | undefined): Declaration | undefined {
  const [, name, appends = '', sign = '', value = ''] = /^([A-Za-z_]\w*)(?:(\+?)(=)(.*))?$/s.exec(text ?? '') ?? [];
  return name === undefined ? undefined : { name, appends: appends !== '', value: sign === '' ? 'none' : value };
}

function set(shell: Shell, name: string, value: Value, appends: boolean): void {
  setVariable(shell, name, appends ? concat([parameterOf(shell, name).value, value]) : value);
}

/** Their value before comes back when the function is over. */
function local(shell: Shell, args: Fields): void {
  const saved = shell.locals.at(-1);
  const declared = declarations(args);
  if (!saved || !declared) {
    giveUp(shell);
    return;
  }
  shell.status = 0;
  for (const { name, value, appends } of declared) {
    if (!saved.has(name)) saved.set(name, shell.variables.has(name) ? { before: shell.variables.get(name) } : 'unset');
    // Without a value it is empty, not set, or as before, by the shell.
    if (value === 'none') shell.variables.set(name, undefined);
    else set(shell, name, value, appends);
  }
}

function typeset(shell: Shell, args: Fields): void {
  if (!isBash(shell)) shell.status = 127;
  else if (textsOf(args).some((text) => text === undefined || /^[-+]/.test(text))) giveUp(shell);
  else if (shell.locals.length > 0) local(shell, args);
  else declare(() => {})(shell, args);
}

function unset(shell: Shell, args: Fields): void {
  const texts = textsOf(args);
  shell.status = 0;
  const functions = texts[0] === '-f';
  for (const text of /^-[fv]$/.test(texts[0] ?? '') ? texts.slice(1) : texts) {
    if (text === undefined || !/^\w+$/.test(text) || shell.options.has(`readonly ${text}`)) {
      giveUp(shell);
      return;
    }
    if (functions) shell.functions.delete(text);
    else shell.variables.set(text, null);
  }
}

/** `read -r NAMES`: a line of the input, split. */
function read(shell: Shell, args: Fields): void {
  const texts = textsOf(args);
  const first = texts.findIndex((text) => text === undefined || !text.startsWith('-'));
  const options = texts.slice(0, first < 0 ? texts.length : first);
  const names = first < 0 ? ['REPLY'] : texts.slice(first);
  if (names.includes(undefined) || options.some((option) => option !== '-r')) {
    giveUp(shell);
    return;
  }
  const line = nextLine(shell);
  if (shell.leaving) return;
  const text = line.text !== undefined && !options.includes('-r') && line.text.includes('\\') ? undefined : line.text;
  const signs = separators(shell);
  const parts = text === undefined || signs === undefined ? undefined : splitFields(text, signs, names.length);
  for (const [place, name] of names.entries()) setVariable(shell, name ?? '', parts ? (parts[place] ?? '') : undefined);
  shell.status = line.status;
}

interface Line {
  /** Undefined where only the run can tell. */
  readonly text: string | undefined;
  readonly status: 0 | 1 | undefined;
}

/** Waits for the next line of the input, and takes it. */
function nextLine(shell: Shell): Line {
  const { input } = shell;
  const { written, place } = input;
  const start = place === undefined ? undefined : placeIn(input, place);
  if (start === undefined || place === undefined) return unknownLine(shell);
  let line = '';
  for (const { at, text = '' } of start) {
    const end = text.indexOf('\n');
    line += end < 0 ? text : text.slice(0, end);
    if (end < 0) continue;
    input.place = place + line.length + 1;
    passUntil(shell, Math.max(shell.time, at));
    return { text: line, status: 0 };
  }
  if (written.some(({ text }) => text === undefined)) return unknownLine(shell);
  input.place = place + line.length;
  input.over = true;
  passUntil(shell, Math.max(shell.time, input.endsAt));
  return { text: line, status: 1 };
}

/** What is left to read, piece by piece; undefined where something in it is unknown. */
function placeIn({ written }: Source, place: number): Source['written'] | undefined {
  const left: { at: number; text: string }[] = [];
  let before = 0;
  for (const { at, text } of written) {
    if (text === undefined) return undefined;
    left.push({ at, text: text.slice(Math.max(0, place - before)) });
    before += text.length;
  }
  return left;
}

function unknownLine(shell: Shell): Line {
  const { input } = shell;
  input.place = undefined;
  if (input.endsAt > shell.time) loseTime(shell);
  return { text: undefined, status: undefined };
}

function readLines(shell: Shell, args: Fields): void {
  if (!isBash(shell)) shell.status = 127;
  else if (textsOf(args).length === 0) giveUp(shell);
  else {
    const { input } = shell;
    passUntil(shell, Math.max(shell.time, input.endsAt));
    Object.assign(input, { place: undefined, over: true });
    shell.variables.set(textsOf(args).at(-1) ?? '', undefined);
    shell.status = 0;
  }
}
