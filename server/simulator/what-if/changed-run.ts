import type { Seconds } from '../engine/time.ts';
import { type Mapping, waitingFates } from '../scenario/scenario-values.ts';
import type { PodChange } from './what-if-edit.ts';

const failingStarts = ['cannotStart', ...Object.keys(waitingFates)];

/** Whether a run, as it is written, says that it does not even start. */
export function startFails(run: Mapping): boolean {
  return failingStarts.some((name) => run[name] === true);
}

/** The run with another length; null: that which its command says. A start that failed is one no more. */
export function lasts(run: Mapping, seconds: Seconds | null): Mapping {
  const { for: _, ...rest } = without(run, failingStarts);
  return seconds === null ? rest : { for: seconds, ...rest };
}

/** The run with another end; undefined: that which its command says. */
function ends(run: Mapping, exit: unknown): Mapping {
  const rest = without(run, [...failingStarts, 'exit', 'signal', 'outOfMemory']);
  return exit === undefined ? rest : { ...rest, exit };
}

/** The run that fails by chance; null: it ends as its command says. */
export function failsAt(run: Mapping, share: number | null): Mapping {
  if (share === null) return ends(run, undefined);
  return ends(run, share === 0 ? 0 : [{ code: 1, share }]);
}

/** The run as somebody changed it of one pod. What contradicts the change is left out. */
export function changedRun(run: Mapping, change: PodChange): Mapping {
  if ('for' in change) return lasts(run, change.for);
  if ('exit' in change) return ends(run, change.exit);
  if ('outOfMemory' in change) return { ...ends(run, undefined), ...change };
  return change;
}

function without(run: Mapping, names: readonly string[]): Mapping {
  return Object.fromEntries(Object.entries(run).filter(([name]) => !names.includes(name)));
}
