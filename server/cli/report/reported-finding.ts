import type { Range } from 'vscode-languageserver-types';
import type { RefusedDelivery } from '../../application/findings/change-findings.ts';
import type { LocatedFinding } from '../../application/located-finding.ts';
import type { Reason, Severity } from '../../kubernetes/finding/finding.ts';
import { isPractice } from '../../validation/judge/judged-finding.ts';
import type { FindingDetails } from './finding-details.ts';

/** What was found in one file, or in a piece of a long one, in the order of its text. */
export interface FileFindings {
  readonly file: string;
  /** How many Jobs and CronJobs, or what claims to be one, it holds. */
  readonly objects: number;
  /** A further piece of the file of which the result before is one. */
  readonly goesOn?: true;
  /** A file of a chart, which counts as a whole. */
  readonly ofChart?: true;
  /** What was taken to be in force in the namespaces of its objects. */
  readonly inForce?: readonly string[];
  readonly findings: readonly ReportedFinding[];
}

/** The other half of a conflict, or what a finding follows from; in another file where one is named. */
export interface RelatedPlace {
  readonly file?: string;
  readonly range: Range;
  readonly message: string;
}

/** What reports show of a finding; the file's text and tree are let go. */
export interface ReportedFinding extends Pick<LocatedFinding, 'about' | 'range' | 'message'> {
  readonly related: readonly RelatedPlace[];
  readonly path: string;
  readonly severity: Severity;
  readonly reason: Reason;
  readonly code: string;
  /** A good habit, of which only JSON tells without being asked. */
  readonly practice: boolean;
  /** Whether it only follows from another finding: only JSON has those. */
  readonly isConsequence?: true;
  /** Only where a report for people asks for it. */
  readonly details?: FindingDetails;
  /** Of a range of versions those in which it is found; absent where it is in all of them. */
  readonly versions?: readonly string[];
  /** Of a change that is refused: what the tool at hand would then do, and what suits better. */
  readonly delivery?: RefusedDelivery;
}

type Found = Pick<LocatedFinding, 'about' | 'finding' | 'range' | 'message' | 'isConsequence' | 'versions'> &
  Pick<ReportedFinding, 'related' | 'delivery'>;

export function reported({ about, finding, range, message, related, ...more }: Found): ReportedFinding {
  const { path, severity, reason, code } = finding;
  const found = { about, path, severity, reason, code, practice: isPractice(finding), range, message, related };
  const { isConsequence, versions, delivery } = more;
  if (!isConsequence && !versions && !delivery) return found;
  return { ...found, ...(isConsequence ? { isConsequence } : {}), ...(versions ? { versions } : {}), ...(delivery ? { delivery } : {}) };
}
