import type { Shell } from '../state/shell.ts';
import { giveUp } from '../state/time.ts';
import type { Command } from '../syntax/tree.ts';
import type { Fields } from '../words/split.ts';

/** Calls a function of the shell; undefined is one that cannot be told. */
export function callFunction(shell: Shell, body: Command | undefined, { values, counted }: Fields): void {
  if (!body) {
    giveUp(shell);
    return;
  }
  const { parameters, loops, loopsAround } = shell;
  shell.parameters = counted ? values : undefined;
  shell.loops = 0;
  shell.loopsAround ||= loops > 0;
  shell.locals.push(new Map());
  shell.world.interpret(shell, [{ first: { commands: [body], negated: false }, rest: [], background: false }]);
  if (shell.leaving?.kind === 'return') shell.leaving = undefined;
  for (const [name, value] of shell.locals.pop() ?? []) {
    if (value === 'unset') shell.variables.delete(name);
    else shell.variables.set(name, value.before);
  }
  shell.parameters = parameters;
  Object.assign(shell, { loops, loopsAround });
}
