import type { Severity } from '../../kubernetes/finding/finding.ts';
import { severities } from '../../kubernetes/finding/severities.ts';
import { counted } from '../../messages/table/counted.ts';

export interface Counts extends Readonly<Record<Severity, number>> {
  readonly objects: number;
  readonly files: number;
}

/** What the severities are called where people read them. */
export const wordOf: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** `2 errors, 1 note: 3 Jobs and CronJobs in 2 files.` */
export function totalsText(counts: Counts): string {
  const judged = `${counted(counts.objects, 'Job or CronJob', 'Jobs and CronJobs')} in ${counted(counts.files, 'file', 'files')}`;
  const numbers = severities.flatMap((severity) =>
    counts[severity] > 0 ? [counted(counts[severity], wordOf[severity], `${wordOf[severity]}s`)] : [],
  );
  return `${numbers.length > 0 ? numbers.join(', ') : 'No problems'}: ${judged}.`;
}
