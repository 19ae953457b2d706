import { isLookup } from '../programs/wrappers.ts';
import { isDialect, type Shell } from '../state/shell.ts';
import { giveUp, loseTime } from '../state/time.ts';
import { concat, textOfValue, type Value, type Variable } from '../state/value.ts';
import { parameterOf, setVariable } from '../state/variables.ts';
import type { Assignment, SimpleCommand, Word } from '../syntax/tree.ts';
import { expandText, expandWords } from '../words/expand.ts';
import type { Assigned, Fields } from '../words/split.ts';
import { builtins, isDeclaration, isSpecial } from './builtins.ts';
import { callFunction } from './functions.ts';
import { runOutside } from './outside.ts';
import { redirectForGood, withRedirections } from './redirect.ts';

/** Runs a simple command: its words are expanded, then it is a builtin, a function or a program. */
export function runSimple(shell: Shell, command: SimpleCommand): void {
  const { assignments, words, redirections } = command;
  shell.substituted = 'none';
  const fields = expandCommand(shell, words);
  if (shell.leaving) return;
  const [name] = fields.values;
  if (fields.values.length === 0) {
    // Words that expand to nothing, and only the run tells: perhaps there is a command after all.
    if (!fields.counted) loseTime(shell);
    withRedirections(shell, redirections, () => assignAll(shell, assignments));
    if (!shell.leaving) shell.status = shell.substituted === 'none' ? 0 : shell.substituted;
    return;
  }
  const text = textOfValue(name);
  if (text === 'exec' && fields.values.length === 1) {
    assignAll(shell, assignments);
    redirectForGood(shell, redirections);
    shell.status = 0;
    return;
  }
  withRedirections(shell, redirections, () => {
    // What is set before a special builtin stays set, but in bash.
    const stays = assignments.length > 0 && text !== undefined && isSpecial(text) && !isDialect(shell, 'bash');
    const before = assignForNow(shell, assignments);
    if (!shell.leaving) runNamed(shell, text, fields, shell.last === command && shell.traps.size === 0);
    if (!stays) restore(shell, before);
  });
}

/** Values of variables that are declared are not split. */
function expandCommand(shell: Shell, words: readonly Word[]): Fields {
  const [first] = words;
  const part = first?.length === 1 ? first[0] : undefined;
  if (part?.kind !== 'text' || !isDeclaration(part.text)) return expandWords(shell, words);
  const assigned = new Map<number, Assigned>();
  const values: Value[] = [];
  let counted = true;
  for (const word of words) {
    const assignment = assignmentIn(shell, word);
    if (assignment) {
      assigned.set(values.length, assignment);
      values.push(assignment.name);
    } else {
      const fields = expandWords(shell, [word]);
      for (const one of fields.values) values.push(one);
      counted &&= fields.counted;
    }
  }
  return { values, counted, assigned };
}

function assignmentIn(shell: Shell, [first, ...rest]: Word): Assigned | undefined {
  if (first?.kind !== 'text' || first.quoted) return undefined;
  const [, name, appends = '', start = ''] = /^([A-Za-z_]\w*)(\+?)=(.*)$/s.exec(first.text) ?? [];
  if (name === undefined) return undefined;
  return { name, appends: appends !== '', value: expandText(shell, [{ ...first, text: start }, ...rest]) };
}

function runNamed(shell: Shell, name: string | undefined, fields: Fields, replaces: boolean): void {
  const { values } = fields;
  const args = withoutFirst(fields);
  const builtin = name === undefined ? undefined : builtins.get(name);
  if (name === undefined) loseTime(shell);
  else if (shell.functions.has(name)) callFunction(shell, shell.functions.get(name), args);
  else if (name === 'command' && !isLookup(values.map(textOfValue)))
    runNamed(shell, textOfValue(values[1]), { ...fields, values: values.slice(1) }, replaces);
  else if (builtin) builtin(shell, args);
  else runOutside(shell, values.map(textOfValue), replaces);
}

function withoutFirst({ values, counted, assigned }: Fields): Fields {
  const rest = { values: values.slice(1), counted };
  return assigned ? { ...rest, assigned: new Map(Array.from(assigned, ([place, one]) => [place - 1, one])) } : rest;
}

function assignAll(shell: Shell, assignments: readonly Assignment[]): void {
  for (const assignment of assignments) {
    if (shell.leaving) return;
    assign(shell, assignment);
  }
}

function assign(shell: Shell, { name, appends, value }: Assignment): void {
  const text = value && expandText(shell, value);
  if (shell.leaving) return;
  if (shell.options.has(`readonly ${name}`)) giveUp(shell);
  else setVariable(shell, name, appends && value ? concat([parameterOf(shell, name).value, text]) : text);
}

/** Sets variables for one command; answers what they held. */
function assignForNow(
  shell: Shell,
  assignments: readonly Assignment[],
): ReadonlyMap<string, { readonly value: Variable; readonly there: boolean; readonly exported: boolean }> {
  const before = new Map<string, { readonly value: Variable; readonly there: boolean; readonly exported: boolean }>();
  for (const assignment of assignments) {
    const { name } = assignment;
    before.set(name, { value: shell.variables.get(name), there: shell.variables.has(name), exported: shell.exported.has(name) });
    assign(shell, assignment);
    shell.exported.add(name);
  }
  return before;
}

function restore(shell: Shell, before: ReturnType<typeof assignForNow>): void {
  for (const [name, { value, there, exported }] of before) {
    if (there) shell.variables.set(name, value);
    else shell.variables.delete(name);
    if (!exported) shell.exported.delete(name);
  }
}
