import { type FieldPath, field, item, nodePath } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding } from '../../kubernetes/finding/finding.ts';
import type { ContainerResizePolicy } from '../../kubernetes/generated/types.ts';
import { isOn } from './checks/gates.ts';
import type { PodContext } from './pod-context.ts';

const resources = ['cpu', 'memory'];
const policies = ['NotRequired', 'RestartContainer'];

/**
 * What a change of resources does to a running container. The server names the list for most faults of an item; they
 * show at the item's field.
 */
export function validateResizePolicy(list: readonly ContainerResizePolicy[] | undefined, path: FieldPath, context: PodContext): Finding[] {
  if (!isOn('InPlacePodVerticalScaling', context.version)) return [];
  const seen = new Set<string>();
  return (list ?? []).flatMap(({ resourceName = '', restartPolicy = '' }, index) => {
    const at = item(path, index);
    const found: Finding[] = [];
    if (seen.has(resourceName)) found.push(bad(at, 'Duplicate', 'resize-policy-duplicate', { args: { value: resourceName } }));
    seen.add(resourceName);
    found.push(...choice(resourceName, 'resourceName', resources, path, at), ...choice(restartPolicy, 'restartPolicy', policies, path, at));
    if (context.spec.restartPolicy === 'Never' && restartPolicy !== 'NotRequired') {
      found.push(bad(path, 'Invalid', 'resize-policy-never', { at: { path: nodePath(field(at, 'restartPolicy')), part: 'value' } }));
    }
    return found;
  });
}

function choice(value: string, name: string, supported: readonly string[], path: FieldPath, at: FieldPath): Finding[] {
  const node = nodePath(field(at, name));
  if (value === '') return [bad(path, 'Required', 'field-required', { args: { field: name }, at: { path: node, part: 'parent' } })];
  if (supported.includes(value)) return [];
  return [bad(path, 'NotSupported', 'value-not-supported', { args: { field: name, value, supported }, at: { path: node, part: 'value' } })];
}
