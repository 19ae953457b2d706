import type { Range } from 'vscode-languageserver-types';
import type { JudgedFinding } from '../../validation/judge/judged-finding.ts';
import type { Analysis } from '../analysis.ts';
import type { KnownFacts } from '../facts/known-facts.ts';
import type { RefusedDelivery } from '../findings/change-findings.ts';
import type { LocatedFinding, ObjectName } from '../located-finding.ts';
import type { Settings } from '../settings/settings.ts';
import type { ValuePlace } from './values-behind.ts';

/** How what a tool made of a chart or an overlay is judged. */
export interface HowToJudgeBuilt {
  readonly settings: Settings;
  readonly facts: KnownFacts;
  /** What is asked of each document; all that there is to be said of it where nothing else is. */
  readonly findingsOf?: ((analysis: Analysis) => readonly DeliveredFinding[]) | undefined;
  /** The manifests that the tool made when it was committed last. */
  readonly committed?: string | undefined;
}

/** With what comes of a change that is refused. */
export type DeliveredFinding = LocatedFinding & { readonly delivery?: RefusedDelivery };

/** A finding of a document that was made, where it stands in what that was made of. */
export interface BuiltFinding {
  /** Below the chart's folder; of an overlay a whole path. */
  readonly file: string;
  /** `document` counts the documents that were made of the template or the overlay, not those of the file. */
  readonly about: ObjectName;
  readonly finding: JudgedFinding;
  readonly range: Range;
  readonly message: string;
  readonly isConsequence?: true;
  readonly delivery?: RefusedDelivery;
  /** The lines of values files that went into the template's line. */
  readonly values: readonly ValuePlace[];
}

export interface BuiltVerdict {
  /** How many Jobs and CronJobs were made. */
  readonly objects: number;
  /** By file and position, each once however often a line was rendered. */
  readonly findings: readonly BuiltFinding[];
}

/** That of all documents. */
export function verdictOf(documents: readonly BuiltVerdict[]): BuiltVerdict {
  return {
    objects: documents.reduce((sum, { objects }) => sum + objects, 0),
    findings: withoutRepeats(documents.flatMap(({ findings }) => findings).sort(byPlace)),
  };
}

/** A finding at its place. */
export function builtFinding(
  { about, finding, message, isConsequence, delivery }: DeliveredFinding,
  document: number,
  place: Pick<BuiltFinding, 'file' | 'range'> & Partial<Pick<BuiltFinding, 'values'>>,
): BuiltFinding {
  return {
    about: { ...about, document },
    finding,
    message,
    ...(isConsequence ? { isConsequence } : {}),
    ...(delivery ? { delivery } : {}),
    values: [],
    ...place,
  };
}

/** By file and position. */
export function byPlace(one: BuiltFinding, other: BuiltFinding): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  const [a, b] = [one.range.start, other.range.start];
  return a.line - b.line || a.character - b.character;
}

/** A line that is rendered for each item of a range, or by two templates, says the same each time. */
function withoutRepeats(findings: readonly BuiltFinding[]): readonly BuiltFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ file, range, finding, message }) => {
    const key = JSON.stringify([file, range, finding.code, message]);
    return !seen.has(key) && seen.add(key);
  });
}
