import { isPractice } from '../../validation/judge/judged-finding.ts';
import type { LocatedFinding } from '../located-finding.ts';

/** Says each practice once in a file, at the first place that calls for it: where many objects lack a habit, one line tells. */
export function withPracticesOnce<Found extends LocatedFinding>(findings: readonly Found[]): readonly Found[] {
  const told = new Set<string>();
  return findings.filter(({ finding }) => !isPractice(finding) || (!told.has(finding.code) && told.add(finding.code)));
}
