import { type FieldPath, key, nodePath } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding } from '../../kubernetes/finding/finding.ts';
import type { Quantity } from '../../kubernetes/generated/types.ts';
import { nameFindings, qualifiedNameProblems } from '../../kubernetes/names/name-problems.ts';
import { isHugePages, isNative, isPodLevelResource } from '../../kubernetes/names/resource-names.ts';
import { type ExactQuantity, parseQuantity, roundToMilli } from '../../kubernetes/values/quantity.ts';

/** Resources that a container can have; huge pages come on top, one per page size. */
const containerResources = ['cpu', 'ephemeral-storage', 'memory'];
const podResources = ['cpu', 'hugepages-', 'memory'];

const countedObjects = [
  'configmaps',
  'persistentvolumeclaims',
  'pods',
  'replicationcontrollers',
  'resourcequotas',
  'secrets',
  'services',
  'services.loadbalancers',
  'services.nodeports',
];
/** Names without a domain that mean something to Kubernetes somewhere, if only in a quota. */
const standardResources = [
  ...containerResources,
  ...containerResources.flatMap((name) => [`requests.${name}`, `limits.${name}`]),
  ...countedObjects,
  'storage',
  'requests.storage',
];

export type ResourceNameRule = (name: string, path: FieldPath) => Finding[];

/** A name in a container's limits or requests (pkg/apis/core/validation ValidateContainerResourceName, 1.37). */
export function containerResourceName(name: string, path: FieldPath): Finding[] {
  const found = resourceName(name, path);
  if (!name.includes('/')) {
    const known = containerResources.includes(name) || isHugePages(name);
    return known || found.length > 0 ? found : [bad(path, 'Invalid', 'resource-not-for-containers', { args: { value: name } })];
  }
  if (isNative(name) || isExtended(name) || found.length > 0) return found;
  return [bad(path, 'Invalid', 'resource-extended', { args: { value: name } })];
}

/** A name in the pod's own limits or requests. */
export function podResourceName(name: string, path: FieldPath): Finding[] {
  const found = resourceName(name, path);
  if (found.length > 0 || isPodLevelResource(name)) return found;
  return [
    bad(path, 'NotSupported', 'value-not-supported', { args: { field: 'resource', value: name, supported: podResources }, ...atKey(path) }),
  ];
}

/** A resource's name is a key. */
function atKey(path: FieldPath) {
  return { at: { path: nodePath(path), part: 'key' } } as const;
}

function resourceName(name: string, path: FieldPath): Finding[] {
  const found = nameFindings(path, qualifiedNameProblems(name));
  if (found.length > 0 || name.includes('/')) return found;
  const known = standardResources.includes(name) || isHugePages(name) || name.startsWith('requests.hugepages-');
  return known ? [] : [bad(path, 'Invalid', 'resource-unknown', { args: { value: name, supported: containerResources }, ...atKey(path) })];
}

/** Whether only whole numbers of it exist. */
export function isWhole(name: string): boolean {
  return countedObjects.includes(name) || isExtended(name);
}

/** The entries of a limits, requests or overhead map, with their quantities as defaults leave them. */
export function resourceEntries(
  list: Readonly<Record<string, Quantity>> | undefined,
  path: FieldPath,
): readonly { name: string; quantity: ExactQuantity; path: FieldPath }[] {
  return Object.entries(list ?? {}).flatMap(([name, value]) => {
    const quantity = parseQuantity(value);
    return quantity ? [{ name, quantity: roundToMilli(quantity), path: key(path, name) }] : [];
  });
}

/** Resources outside Kubernetes' own domain, such as nvidia.com/gpu; their name with `requests.` before it must fit a quota. */
function isExtended(name: string): boolean {
  return !isNative(name) && !name.startsWith('requests.') && qualifiedNameProblems(`requests.${name}`).length === 0;
}
