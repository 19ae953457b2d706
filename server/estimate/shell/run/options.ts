import { isDialect, type Shell } from '../state/shell.ts';
import { giveUp } from '../state/time.ts';

const byLetter: Readonly<Record<string, string>> = {
  ...{ e: 'errexit', u: 'nounset', x: 'xtrace', f: 'noglob', a: 'allexport', v: 'verbose', C: 'noclobber', h: 'hashall', b: 'notify' },
  ...{ E: 'errtrace', T: 'functrace', B: 'braceexpand', l: 'login' },
};
const names = new Set([...Object.values(byLetter), 'pipefail', 'posix']);

/** Switches options on or off, by their letters or names. Answers whether the shell goes on. */
export function switchOptions(shell: Shell, options: readonly (string | undefined)[], on = true): boolean {
  for (const option of options) {
    const name = option !== undefined && Object.hasOwn(byLetter, option) ? byLetter[option] : option;
    if (name === 'pipefail' && isDialect(shell, 'dash')) {
      shell.status = 2;
      shell.leaving = { kind: 'exit' };
      return false;
    }
    if (name === undefined || !names.has(name)) {
      giveUp(shell);
      return false;
    }
    if (on) shell.options.add(name);
    else shell.options.delete(name);
  }
  return true;
}
