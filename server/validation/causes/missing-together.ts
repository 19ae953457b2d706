import type { FindingOf } from '../../kubernetes/finding/finding.ts';
import { type NodePath, startsWith, valueAt } from '../../plain/node-path.ts';

/** Any finding, whoever made it. */
type Found = Pick<FindingOf<string, unknown>, 'at'>;

/**
 * The place of the first finding, before another one, that says the same: something is missing inside an object that is missing as
 * a whole. Of a Job without a template its containers and its restart policy are missing, and it is one mistake.
 */
export function missingWith(findings: readonly Found[], index: number, value: unknown): number | undefined {
  const missing = missingObject(findings[index], value);
  if (!missing) return undefined;
  const first = findings.slice(0, index).findIndex((one) => {
    const other = missingObject(one, value);
    return other?.length === missing.length && startsWith(other, missing);
  });
  return first < 0 ? undefined : first;
}

/** The outermost object around something missing that is missing too. */
function missingObject(finding: Found | undefined, value: unknown): NodePath | undefined {
  if (finding?.at.part !== 'parent') return undefined;
  const { path } = finding.at;
  const depth = path.findIndex((_, index) => isAbsent(valueAt(value, path.slice(0, index + 1))));
  return depth >= 0 && depth < path.length - 1 ? path.slice(0, depth + 1) : undefined;
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}
