import type { Analysis } from '../../application/analysis.ts';
import type { LocatedFinding } from '../../application/located-finding.ts';
import { fixesOf } from '../../language/fixes/index.ts';
import { lineOf } from '../../manifest/source.ts';

/** What a report for people shows beside a message. */
export interface FindingDetails {
  /** The line that the finding begins on, without its break. */
  readonly line: string;
  /** What would be done about it first, in words, and the changes; undefined where nothing is offered. */
  readonly fix?: OfferedFix;
}

/** A fix, with ranges that count as those of findings do. */
export interface OfferedFix {
  readonly title: string;
  readonly edits: ReturnType<typeof fixesOf>[number]['edits'];
}

export function detailsOf(located: LocatedFinding, analysis: Analysis): FindingDetails {
  const [fix] = located.object && !located.isConsequence ? fixesOf(analysis, located) : [];
  const shown = { line: lineOf(analysis.text, located.range.start.line) };
  return fix ? { ...shown, fix: { title: fix.title, edits: fix.edits } } : shown;
}
