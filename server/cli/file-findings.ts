import type { LocatedFinding, ObjectName } from '../application/located-finding.ts';
import type { Finding, Severity } from '../kubernetes/finding/finding.ts';

/** What was found in one file, in the order of its text. */
export interface FileFindings {
  readonly file: string;
  /** How many Jobs and CronJobs, or what claims to be one, it holds. */
  readonly objects: number;
  readonly findings: readonly ReportedFinding[];
}

/** What reports show of a finding; the file's text and tree are let go. */
export interface ReportedFinding extends ObjectName, Pick<LocatedFinding, 'range' | 'message' | 'related'> {
  readonly path: string;
  readonly severity: Severity;
  readonly reason: Finding['reason'];
  readonly code: string;
}

export function reported({ about, finding, range, message, related }: LocatedFinding): ReportedFinding {
  const { path, severity, reason, code } = finding;
  return { ...about, path, severity, reason, code, range, message, related };
}
