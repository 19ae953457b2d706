import type { Analysis } from '../../application/analysis.ts';
import type { LocatedFinding } from '../../application/located-finding.ts';
import { fixesOf } from '../../language/fixes/index.ts';

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
  const { text } = analysis;
  const { line } = located.range.start;
  const whole = text.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  const [fix] = located.object && !located.isConsequence ? fixesOf(analysis, located) : [];
  const shown = { line: whole.replace(/[\r\n]+$/, '') };
  return fix ? { ...shown, fix: { title: fix.title, edits: fix.edits } } : shown;
}
