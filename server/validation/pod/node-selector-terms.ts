import { type FieldPath, field } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding, misplaced } from '../../kubernetes/finding/finding.ts';
import type { NodeSelectorRequirement, NodeSelectorTerm } from '../../kubernetes/generated/types.ts';
import { dnsSubdomainProblems, labelValueProblems, nameFindings, qualifiedNameProblems } from '../../kubernetes/names/name-problems.ts';
import { atLeast } from '../../kubernetes/versions.ts';
import type { RuleContext } from '../context.ts';
import { each, wantedValues } from './checks/checks.ts';

interface TermContext extends RuleContext {
  /** Whether the term is only a preference, whose values may be anything. */
  readonly preferred: boolean;
}

/** One set of conditions on nodes: by their labels, and by their name. */
export function validateNodeSelectorTerm(term: NodeSelectorTerm, path: FieldPath, context: TermContext): Finding[] {
  return [
    ...each(term.matchExpressions, field(path, 'matchExpressions'), (requirement, at) =>
      validateLabelRequirement(requirement, at, context),
    ),
    ...each(term.matchFields, field(path, 'matchFields'), validateFieldRequirement),
  ];
}

function validateLabelRequirement(requirement: NodeSelectorRequirement, path: FieldPath, { preferred, version }: TermContext): Finding[] {
  const valuesPath = field(path, 'values');
  const judgesValues = !preferred && atLeast(version, '1.33');
  return [
    ...validateLabelOperator(requirement, path),
    ...nameFindings(field(path, 'key'), qualifiedNameProblems(requirement.key ?? '')),
    ...(judgesValues ? each(requirement.values, valuesPath, (value, at) => nameFindings(at, labelValueProblems(value))) : []),
  ];
}

const nodeOperators = ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'];

function validateLabelOperator({ operator = '', values }: NodeSelectorRequirement, path: FieldPath): Finding[] {
  const valuesPath = field(path, 'values');
  const count = values?.length ?? 0;
  switch (operator) {
    case 'In':
    case 'NotIn':
      return count === 0 ? [wantedValues(values, valuesPath, 'selector-values-missing', operator)] : [];
    case 'Exists':
    case 'DoesNotExist':
      return count > 0 ? [misplaced(valuesPath, 'Forbidden', 'selector-values-forbidden', { args: { operator } })] : [];
    case 'Gt':
    case 'Lt':
      return count === 1 ? [] : [wantedValues(values, valuesPath, 'selector-value-one', operator)];
    default:
      return [bad(field(path, 'operator'), 'Invalid', 'node-selector-operator', { args: { value: operator, supported: nodeOperators } })];
  }
}

/** Of a node's own fields only its name can be asked for, and one name at a time. */
function validateFieldRequirement({ key = '', operator = '', values }: NodeSelectorRequirement, path: FieldPath): Finding[] {
  const found: Finding[] = [];
  const valuesPath = field(path, 'values');
  if (operator !== 'In' && operator !== 'NotIn')
    found.push(bad(field(path, 'operator'), 'Invalid', 'node-field-operator', { args: { value: operator, supported: ['In', 'NotIn'] } }));
  else if (values?.length !== 1) found.push(wantedValues(values, valuesPath, 'selector-value-one', operator));
  if (key !== 'metadata.name') return [...found, bad(field(path, 'key'), 'Invalid', 'node-field-key', { args: { value: key } })];
  return [...found, ...each(values, valuesPath, (value, at) => nameFindings(at, dnsSubdomainProblems(value)))];
}
