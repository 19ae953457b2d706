import type { Builtin } from './builtin.ts';
import { byFlow } from './flow-builtins.ts';
import { bySignals } from './signal-builtins.ts';
import { byVariables } from './variable-builtins.ts';

/** The builtins that do more than a program of that name could, or that no program is. */
export const builtins: ReadonlyMap<string, Builtin> = new Map([...byFlow, ...byVariables, ...bySignals]);

const special = new Set('break : continue . eval exec exit export readonly return set shift times trap unset'.split(' '));

/** Whether variables that are set before it stay set. */
export function isSpecial(name: string): boolean {
  return special.has(name);
}

/** Whether its arguments may be assignments. */
export function isDeclaration(name: string): boolean {
  return /^(?:export|readonly|local|declare|typeset)$/.test(name);
}
