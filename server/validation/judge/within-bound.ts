import { mostFindings } from '../../kubernetes/finding/finding.ts';
import { isPractice, type JudgedFinding } from './judged-finding.ts';

/**
 * What was found in an object in its order; of too much the errors first, then the warnings, and, at the first that is left out, that there
 * is more. Practices do not count: each is told once in a file.
 */
export function withinBound(findings: readonly JudgedFinding[]): readonly JudgedFinding[] {
  if (findings.length <= mostFindings) return findings;
  const counted = findings.filter((finding) => !isPractice(finding));
  if (counted.length <= mostFindings) return findings;
  const isError = ({ severity }: JudgedFinding) => severity === 'error';
  const others = counted.filter((finding) => !isError(finding));
  const told = new Set([...counted.filter(isError), ...others].slice(0, mostFindings));
  const notes = counted
    .filter((finding) => !told.has(finding))
    .slice(0, 1)
    .map(({ path, at }): JudgedFinding => {
      return { path, at, reason: 'Advice', code: 'findings-left-out', args: { most: mostFindings }, severity: 'info' };
    });
  return [...counted.filter((finding) => told.has(finding)), ...notes];
}
