import { type FieldPath, field, item, key, shownAs } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding } from '../../kubernetes/finding/finding.ts';
import type { Container, ResourceRequirements } from '../../kubernetes/generated/types.ts';
import { addQuantities, compareQuantities, type ExactQuantity, formatQuantity } from '../../kubernetes/values/quantity.ts';
import type { CodeGiven } from '../../messages/en/index.ts';
import { forbidden } from './checks/checks.ts';
import type { PodContext } from './pod-context.ts';
import { isHugePages, podResourceName, resourceEntries } from './resource-names.ts';
import { forbiddenPodClaims, validateResources } from './resources.ts';

type Amounts = ReadonlyMap<string, ExactQuantity>;

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
  const needed = neededAtOnce(spec.containers ?? [], spec.initContainers ?? [], 'requests');
  return resourceEntries(resources.requests, field(path, 'requests')).flatMap(({ name, quantity, path: at }) =>
    tooSmall(quantity, needed.get(name), at, 'pod-request-below-containers'),
  );
}

function validateHugePagesRoom(resources: ResourceRequirements, path: FieldPath, { spec }: PodContext): Finding[] {
  const needed = neededAtOnce(spec.containers ?? [], spec.initContainers ?? [], 'limits');
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

/**
 * The most that containers take at one time: all regular ones and sidecars together, or one init container beside the
 * sidecars before it (component-helpers/resource, 0.37).
 */
function neededAtOnce(containers: readonly Container[], initContainers: readonly Container[], list: 'limits' | 'requests'): Amounts {
  const amountsOf = (container: Container): Amounts =>
    new Map(resourceEntries(container.resources?.[list], field(undefined, list)).map(({ name, quantity }) => [name, quantity]));
  let total = containers.map(amountsOf).reduce(sum, new Map());
  let sidecars: Amounts = new Map();
  let initial: Amounts = new Map();
  for (const container of initContainers) {
    const amounts = amountsOf(container);
    if (container.restartPolicy === 'Always') {
      total = sum(total, amounts);
      sidecars = sum(sidecars, amounts);
      initial = most(initial, sidecars);
    } else initial = most(initial, sum(amounts, sidecars));
  }
  return most(total, initial);
}

function sum(a: Amounts, b: Amounts): Amounts {
  return merge(a, b, addQuantities);
}

function most(a: Amounts, b: Amounts): Amounts {
  return merge(a, b, (one, other) => (compareQuantities(other, one) > 0 ? other : one));
}

function merge(a: Amounts, b: Amounts, combine: (one: ExactQuantity, other: ExactQuantity) => ExactQuantity): Amounts {
  const merged = new Map(a);
  for (const [name, quantity] of b) {
    const other = merged.get(name);
    merged.set(name, other ? combine(other, quantity) : quantity);
  }
  return merged;
}
