import type { Position } from 'vscode-languageserver-types';
import { isPractice, type JudgedFinding } from '../../validation/judge/judged-finding.ts';
import type { LocatedFinding } from '../located-finding.ts';

/** Says each practice once in a file, at the first place that calls for it: where many objects lack a habit, one line tells. */
export function withPracticesOnce<Found extends LocatedFinding>(findings: readonly Found[]): readonly Found[] {
  const told = new Set<string>();
  return findings.filter(({ finding }) => !isPractice(finding) || (!told.has(finding.code) && told.add(finding.code)));
}

/** Fewer are given their words at once. */
const many = 1000;

/**
 * Of many findings of an object those that `withPracticesOnce` may tell: of each practice only the first in the text, before any is given
 * its words. `placeOf` tells where a finding begins, undefined where somebody ignores it there.
 */
export function withFirstPractices(
  findings: readonly JudgedFinding[],
  placeOf: (finding: JudgedFinding) => Position | undefined,
): readonly JudgedFinding[] {
  if (findings.length < many) return findings;
  const first = new Map<string, { readonly finding: JudgedFinding; readonly at: Position }>();
  for (const finding of findings) {
    const at = isPractice(finding) ? placeOf(finding) : undefined;
    const known = first.get(finding.code)?.at;
    if (at && (!known || isBefore(at, known))) first.set(finding.code, { finding, at });
  }
  return findings.filter((finding) => !isPractice(finding) || first.get(finding.code)?.finding === finding);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
