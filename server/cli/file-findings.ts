import type { LocatedFinding } from '../language/diagnostics.ts';

/** What was found in one file, in the order of its text. */
export interface FileFindings {
  readonly file: string;
  /** How many Jobs and CronJobs, or what claims to be one, it holds. */
  readonly objects: number;
  readonly findings: readonly LocatedFinding[];
}
