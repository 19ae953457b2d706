import { type FieldPath, field, item, key, shownAs } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding } from '../../kubernetes/finding/finding.ts';
import type { ResourceRequirements } from '../../kubernetes/generated/types.ts';
import { isHugePages } from '../../kubernetes/names/resource-names.ts';
import { containersTogether } from '../../kubernetes/values/pod-resources.ts';
import { compareQuantities, type ExactQuantity, formatQuantity } from '../../kubernetes/values/quantity.ts';
import type { CodeGiven } from '../../messages/en/index.ts';
import { forbidden } from './checks/checks.ts';
import type { PodContext } from './pod-context.ts';
import { podResourceName, resourceEntries } from './resource-names.ts';
import { forbiddenPodClaims, validateResources } from './resources.ts';

/** Limits and requests of the pod as a whole, which must leave room for those of its containers. */
export function validatePodResources(resources: ResourceRequirements, path: FieldPath, context: PodContext): Finding[] {
  if (context.spec.os?.name === 'windows') return [forbidden(path, 'not-on-windows')];
  return [
    ...forbiddenPodClaims(resources, path),
    ...validateResources(resources, path, podResourceName, context.claims),
    ...validateRequestRoom(resources, path, context),
    ...validateHugePagesRoom(resources, path, context),
    ...validateLimitRoom(resources, path, context),
  ];
}

function validateRequestRoom(resources: ResourceRequirements, path: FieldPath, { spec }: PodContext): Finding[] {
  const needed = containersTogether(spec, 'requests');
  return resourceEntries(resources.requests, field(path, 'requests')).flatMap(({ name, quantity, path: at }) =>
    tooSmall(quantity, needed.get(name), at, 'pod-request-below-containers'),
  );
}

function validateHugePagesRoom(resources: ResourceRequirements, path: FieldPath, { spec }: PodContext): Finding[] {
  const needed = containersTogether(spec, 'limits');
  return resourceEntries(resources.limits, field(path, 'limits'))
    .filter(({ name }) => isHugePages(name))
    .flatMap(({ name, quantity, path: at }) => tooSmall(quantity, needed.get(name), at, 'pod-limit-below-containers'));
}

function tooSmall(
  quantity: ExactQuantity,
  needed: ExactQuantity | undefined,
  path: FieldPath,
  code: CodeGiven<{ value: string; needed: string }>,
): Finding[] {
  if (!needed || compareQuantities(needed, quantity) <= 0) return [];
  return [bad(path, 'Invalid', code, { args: { value: formatQuantity(quantity), needed: formatQuantity(needed) } })];
}

/** The server writes these paths below the pod's own resources, though the limits stand at the containers. */
function validateLimitRoom(resources: ResourceRequirements, path: FieldPath, { spec }: PodContext): Finding[] {
  const podLimits = new Map(resourceEntries(resources.limits, path).map(({ name, quantity }) => [name, quantity]));
  const specPath = path.parent ?? path;
  return (spec.containers ?? []).flatMap((container, index) => {
    const limits = field(item(field(specPath, 'containers'), index), 'resources', 'limits');
    return resourceEntries(container.resources?.limits, limits).flatMap(({ name, quantity, path: node }) => {
      const podLimit = podLimits.get(name);
      if (!podLimit || compareQuantities(quantity, podLimit) <= 0) return [];
      const at = shownAs(field(key(item(field(path, 'containers'), index), name), 'limits'), node);
      return [
        bad(at, 'Invalid', 'limit-above-pod-limit', { args: { name, value: formatQuantity(quantity), limit: formatQuantity(podLimit) } }),
      ];
    });
  });
}
