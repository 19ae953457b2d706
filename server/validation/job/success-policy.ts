import { type FieldPath, field, item } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding, missing } from '../../kubernetes/finding/finding.ts';
import type { JobSpec, SuccessPolicyRule } from '../../kubernetes/generated/types.ts';
import { byteLength } from '../../kubernetes/names/byte-length.ts';
import { parseIndexes } from '../../kubernetes/values/indexes.ts';
import { nonNegative } from '../common-rules.ts';

const maxRules = 20;
const maxIndexesBytes = 64 * 1024;

/**
 * A success policy needs an Indexed Job; in another its rules are not judged. Version 1.37.1 of the server crashes on
 * succeededCount without completions: here the missing completions are reported elsewhere and the rest is judged.
 */
export function validateSuccessPolicy(spec: JobSpec, specPath: FieldPath): Finding[] {
  const policy = spec.successPolicy;
  if (policy === undefined) return [];
  const path = field(specPath, 'successPolicy');
  if (spec.completionMode !== 'Indexed') return [bad(path, 'Invalid', 'job-needs-indexed', { args: { field: 'successPolicy' } })];
  const rules = policy.rules ?? [];
  const rulesPath = field(path, 'rules');
  const found = rules.flatMap((rule, index) => validateRule(rule, spec.completions, item(rulesPath, index)));
  if (rules.length === 0) found.push(missing(rulesPath, 'success-policy-rules-missing'));
  if (rules.length > maxRules) found.push(bad(rulesPath, 'TooMany', 'too-many-items', { args: { count: rules.length, limit: maxRules } }));
  return found;
}

function validateRule(rule: SuccessPolicyRule, completions: number | undefined, path: FieldPath): Finding[] {
  const { succeededCount, succeededIndexes } = rule;
  if (succeededCount === undefined && succeededIndexes === undefined) return [bad(path, 'Required', 'success-policy-rule-empty')];
  const found: Finding[] = [];
  let listed: number | undefined;
  if (succeededIndexes !== undefined) {
    const indexesPath = field(path, 'succeededIndexes');
    const length = byteLength(succeededIndexes);
    if (length > maxIndexesBytes) found.push(bad(indexesPath, 'TooLong', 'text-too-long', { args: { length, limit: maxIndexesBytes } }));
    const list = parseIndexes(succeededIndexes, completions);
    listed = list.problem ? 0 : list.count;
    if (list.problem) found.push(bad(indexesPath, 'Invalid', list.problem.code, { args: list.problem.args }));
  }
  if (succeededCount === undefined) return found;
  const countPath = field(path, 'succeededCount');
  found.push(...nonNegative(succeededCount, countPath));
  if (completions !== undefined && succeededCount > completions) {
    found.push(bad(countPath, 'Invalid', 'success-policy-count-completions', { args: { value: succeededCount, completions } }));
  }
  if (listed !== undefined && succeededCount > listed) {
    found.push(bad(countPath, 'Invalid', 'success-policy-count-indexes', { args: { value: succeededCount, listed } }));
  }
  return found;
}
