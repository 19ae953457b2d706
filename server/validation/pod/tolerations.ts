import { type FieldPath, field } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding } from '../../kubernetes/finding/finding.ts';
import type { Toleration } from '../../kubernetes/generated/types.ts';
import { labelValueProblems, qualifiedNameProblems } from '../../kubernetes/names/name-problems.ts';
import { each, optionalName, strictChoice } from './checks/checks.ts';

const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

export function validateTolerations(tolerations: readonly Toleration[] | undefined, path: FieldPath): Finding[] {
  return each(tolerations, path, validateToleration);
}

/** Lt and Gt stand behind a gate that is off, so they are unsupported like any other word. */
function validateToleration(
  { key = '', operator = '', value = '', effect = '', tolerationSeconds }: Toleration,
  path: FieldPath,
): Finding[] {
  const operatorPath = field(path, 'operator');
  const effectPath = field(path, 'effect');
  const found = optionalName(key, field(path, 'key'), qualifiedNameProblems);
  if (key === '' && operator !== 'Exists') found.push(bad(operatorPath, 'Invalid', 'toleration-key-missing'));
  if (tolerationSeconds !== undefined && effect !== 'NoExecute') found.push(bad(effectPath, 'Invalid', 'toleration-seconds-effect'));
  if (operator === 'Exists') {
    if (value !== '') found.push(bad(operatorPath, 'Invalid', 'toleration-exists-value', { args: { value } }));
  } else if (operator === 'Equal' || operator === '') {
    if (labelValueProblems(value).length > 0) found.push(bad(operatorPath, 'Invalid', 'toleration-value', { args: { value } }));
  } else found.push(...strictChoice(operator, operatorPath, ['Equal', 'Exists']));
  return effect === '' ? found : [...found, ...strictChoice(effect, effectPath, effects)];
}
