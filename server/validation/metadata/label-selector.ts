import { type FieldPath, field, item } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding, misplaced } from '../../kubernetes/finding/finding.ts';
import type { LabelSelector, LabelSelectorRequirement } from '../../kubernetes/generated/types.ts';
import { labelValueProblems, nameFindings, qualifiedNameProblems } from '../../kubernetes/names/name-problems.ts';
import { validateLabels } from './labels.ts';

/** A label selector, wherever one stands (apimachinery, apis/meta/v1/validation, 0.37). None selects nothing and is fine. */
export function validateLabelSelector(selector: LabelSelector | undefined, path: FieldPath): Finding[] {
  if (!selector) return [];
  const expressions = field(path, 'matchExpressions');
  return [
    ...validateLabels(selector.matchLabels, field(path, 'matchLabels')),
    ...(selector.matchExpressions ?? []).flatMap((requirement, index) => validateRequirement(requirement, item(expressions, index))),
  ];
}

function validateRequirement(requirement: LabelSelectorRequirement, path: FieldPath): Finding[] {
  const values = requirement.values ?? [];
  return [
    ...validateOperator(requirement.operator ?? '', values, path),
    ...nameFindings(field(path, 'key'), qualifiedNameProblems(requirement.key ?? '')),
    ...values.flatMap((value, index) => nameFindings(item(field(path, 'values'), index), labelValueProblems(value))),
  ];
}

const operators = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

function validateOperator(operator: string, values: readonly string[], path: FieldPath): Finding[] {
  switch (operator) {
    case 'In':
    case 'NotIn':
      return values.length === 0 ? [misplaced(field(path, 'values'), 'Required', 'selector-values-missing', { args: { operator } })] : [];
    case 'Exists':
    case 'DoesNotExist':
      return values.length > 0 ? [misplaced(field(path, 'values'), 'Forbidden', 'selector-values-forbidden', { args: { operator } })] : [];
    default:
      return [bad(field(path, 'operator'), 'Invalid', 'selector-operator', { args: { value: operator, supported: operators } })];
  }
}
