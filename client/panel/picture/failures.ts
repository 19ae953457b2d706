import { formOf } from '../../../server/simulator/run/jobs-at.ts';
import { readRun } from '../../../server/simulator/run/read-run.ts';
import type { Run } from '../../../server/simulator/run/run.ts';
import type { JobLine } from './segments.ts';

export interface FailuresUsed {
  readonly failed: number;
  /** Its backoffLimit. */
  readonly limit: number;
}

/** How many failures a Job had, and how many it may have; undefined where it had none. */
export function failuresUsed(run: Run, { ordinal, failures }: JobLine): FailuresUsed | undefined {
  const failed = failures.at(-1)?.failed ?? 0;
  const { backoffLimit = Infinity } = formOf(readRun(run), ordinal, Infinity).spec ?? {};
  return failed === 0 ? undefined : { failed, limit: backoffLimit };
}

/** What the API server fills in where limits count per index is no limit. */
export function isLimited(limit: number): boolean {
  return limit < 2 ** 31 - 1;
}
