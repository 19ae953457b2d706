import { type FieldPath, field, item, nodePath, shownAs } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding, misplaced } from '../../kubernetes/finding/finding.ts';
import type { Quantity, ResourceClaim, ResourceRequirements } from '../../kubernetes/generated/types.ts';
import { dnsLabelProblems, nameFindings } from '../../kubernetes/names/name-problems.ts';
import { isHugePages, isOvercommittable } from '../../kubernetes/names/resource-names.ts';
import {
  compareQuantities,
  countedUnits,
  type ExactQuantity,
  formatQuantity,
  isFractional,
  parseQuantity,
  zeroQuantity,
} from '../../kubernetes/values/quantity.ts';
import { forbidden, required } from './checks/checks.ts';
import { containerResourceName, isWhole, type ResourceNameRule, resourceEntries } from './resource-names.ts';

/**
 * Limits, requests and claims of a container or pod. Findings about a request above its limit stand at `requests`, as
 * the server writes them (pkg/apis/core/validation validateResourceRequirements, 1.37).
 */
export function validateResources(
  { limits, requests, claims }: ResourceRequirements,
  path: FieldPath,
  nameRule: ResourceNameRule,
  claimNames: ReadonlySet<string>,
): Finding[] {
  return [
    ...validateList(limits, field(path, 'limits'), nameRule),
    ...validateList(requests, field(path, 'requests'), nameRule),
    ...validateRequestsAgainstLimits(requests, limits, path),
    ...validateHugePages([limits, requests], path),
    ...validateClaims(claims ?? [], field(path, 'claims'), claimNames),
  ];
}

/** What the runtime itself takes in each pod: judged as a container's limits, down to the server's path. */
export function validateOverhead(overhead: Readonly<Record<string, Quantity>>, path: FieldPath): Finding[] {
  const limits = shownAs(field(path, 'limits'), path);
  return [...validateList(overhead, limits, containerResourceName), ...validateHugePages([overhead], path)];
}

function validateList(list: Readonly<Record<string, Quantity>> | undefined, path: FieldPath, nameRule: ResourceNameRule): Finding[] {
  return resourceEntries(list, path).flatMap(({ name, quantity, path: at }) => [
    ...nameRule(name, at),
    ...validateQuantity(name, quantity, at),
    ...(isHugePages(name) && !isDivisible(name, quantity)
      ? [bad(at, 'Invalid', 'huge-pages-size', { args: { value: formatQuantity(quantity), name } })]
      : []),
  ]);
}

/** Huge pages come with processor time or ordinary memory. */
function validateHugePages(lists: readonly (Readonly<Record<string, Quantity>> | undefined)[], path: FieldPath): Finding[] {
  const names = lists.flatMap((list) => Object.keys(list ?? {}));
  const alone = names.some(isHugePages) && !names.includes('cpu') && !names.includes('memory');
  return alone ? [forbidden(path, 'huge-pages-alone')] : [];
}

/** Not negative, and whole where only whole numbers make sense. */
function validateQuantity(name: string, quantity: ExactQuantity, path: FieldPath): Finding[] {
  const args = { value: formatQuantity(quantity), name };
  const found: Finding[] = [];
  if (compareQuantities(quantity, zeroQuantity) < 0) found.push(bad(path, 'Invalid', 'quantity-negative', { args }));
  if (isWhole(name) && isFractional(quantity)) found.push(bad(path, 'Invalid', 'quantity-whole', { args }));
  return found;
}

function validateRequestsAgainstLimits(
  requests: ResourceRequirements['requests'],
  limits: ResourceRequirements['limits'],
  path: FieldPath,
): Finding[] {
  const limitOf = new Map(resourceEntries(limits, field(path, 'limits')).map((entry) => [entry.name, entry]));
  return resourceEntries(requests, field(path, 'requests')).flatMap(({ name, quantity, path: entry }) => {
    const limit = limitOf.get(name);
    const overcommittable = isOvercommittable(name);
    if (!limit) return overcommittable ? [] : [misplaced(field(path, 'limits'), 'Required', 'resource-limit-missing', { args: { name } })];
    const order = compareQuantities(quantity, limit.quantity);
    if (order === 0 || (order < 0 && overcommittable)) return [];
    const at = { path: nodePath(entry), part: 'value' } as const;
    const args = { name, value: formatQuantity(quantity), limit: formatQuantity(limit.quantity) };
    const related = [{ at: { path: nodePath(limit.path), part: 'value' }, code: 'related-limit', args: {} }] as const;
    const code = overcommittable ? 'request-above-limit' : 'request-unlike-limit';
    return [bad(field(path, 'requests'), 'Invalid', code, { args, at, related })];
  });
}

function isDivisible(name: string, quantity: ExactQuantity): boolean {
  const pageSize = parseQuantity(name.slice('hugepages-'.length));
  if (!pageSize || pageSize.nano <= 0n || isFractional(pageSize)) return false;
  const size = countedUnits(pageSize);
  return size !== 0n && countedUnits(quantity) % size === 0n;
}

/** Each claim once, whole or by request, and only such as resourceClaims of the pod names; the server names the item. */
function validateClaims(claims: readonly ResourceClaim[], path: FieldPath, claimNames: ReadonlySet<string>): Finding[] {
  const seen = new Set<string>();
  return claims.flatMap(({ name, request }, index) => {
    const at = item(path, index);
    if (!name) return required(name, shownAs(at, field(at, 'name')));
    const place = { path: nodePath(field(at, 'name')), part: 'value' } as const;
    const key = request ? `${name}/${request}` : name;
    const requests = [...seen].some((other) => other.startsWith(`${name}/`));
    const duplicate = seen.has(name) || seen.has(key) || (!request && requests);
    const found = request && !seen.has(name) ? nameFindings(field(at, 'request'), dnsLabelProblems(request)) : [];
    if (duplicate) found.push(bad(at, 'Duplicate', 'resource-claim-duplicate', { args: { value: key }, at: place }));
    if (!seen.has(name)) seen.add(key);
    if (claimNames.has(name)) return found;
    return [...found, bad(at, 'NotFound', 'resource-claim-unknown', { args: { value: name, supported: [...claimNames] }, at: place })];
  });
}

/** Claims belong to containers; the server refuses even an empty list at the pod. */
export function forbiddenPodClaims(resources: ResourceRequirements, path: FieldPath): Finding[] {
  return resources.claims === undefined ? [] : [misplaced(field(path, 'claims'), 'Forbidden', 'pod-resources-claims')];
}
