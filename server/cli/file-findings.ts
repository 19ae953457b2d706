import type { LocatedFinding } from '../application/findings/file-findings.ts';
import type { Finding, Severity } from '../kubernetes/finding/finding.ts';

/** What was found in one file, in the order of its text. */
export interface FileFindings {
  readonly file: string;
  /** How many Jobs and CronJobs, or what claims to be one, it holds. */
  readonly objects: number;
  readonly findings: readonly ReportedFinding[];
}

/** What reports show of a finding; the file's text and tree are let go. */
export interface ReportedFinding extends Pick<LocatedFinding, 'range' | 'message' | 'related'> {
  /** The document's place in the file, and the object's in a List. */
  readonly document: number;
  readonly item: number | undefined;
  /** Null when they cannot be read. */
  readonly kind: string | null;
  readonly name: string | null;
  readonly path: string;
  readonly severity: Severity;
  readonly reason: Finding['reason'];
  readonly code: string;
}

export function reported({ object: { source, judged }, finding, range, message, related }: LocatedFinding): ReportedFinding {
  const { path, severity, reason, code } = finding;
  const { kind, name, item } = judged;
  return { document: source.document.index, item, kind, name, path, severity, reason, code, range, message, related };
}
