import type { Drawn } from '../state/page-state.ts';

/** Whether chance may have a part in it: not in what happened in a cluster, and not where no Job is ever started. */
export function isByChance({ target, picture }: Drawn): boolean {
  return !target.explain && picture.jobs.length > 0;
}
