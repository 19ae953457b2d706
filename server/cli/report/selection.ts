import { isAtLeast } from '../../kubernetes/finding/severities.ts';
import type { FileFindings, ReportedFinding } from './reported-finding.ts';

/** What of all that was found is told, and what of it makes a run fail. */
export interface Selection {
  /** Codes of the findings that are wanted; all where there is none. Practices among them are asked for. */
  readonly rules: readonly string[];
  /** Whether practices are asked for, only marked in what is told, or left out. */
  readonly practices: 'asked' | 'marked' | 'left out';
  /** Whether what only follows from another finding is told, too. */
  readonly consequences: boolean;
  /** The least severity that makes a run fail. */
  readonly failsOn: ReportedFinding['severity'];
}

/** What is told of a file. */
export interface Selected {
  readonly told: FileFindings;
  /** How many practices are not told. */
  readonly practicesLeftOut: number;
  readonly fails: boolean;
}

export function select(result: FileFindings, { rules, practices, consequences, failsOn }: Selection): Selected {
  const wanted = result.findings.filter(
    ({ code, isConsequence }) => (rules.length === 0 || rules.includes(code)) && (consequences || !isConsequence),
  );
  const asked = ({ practice }: ReportedFinding) => !practice || practices === 'asked' || rules.length > 0;
  const told = practices === 'marked' ? wanted : wanted.filter(asked);
  return {
    told: { ...result, findings: told },
    practicesLeftOut: wanted.length - told.length,
    fails: told.some((finding) => asked(finding) && isAtLeast(finding.severity, failsOn)),
  };
}
