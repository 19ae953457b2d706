import type { ContainerDefaults } from '../kubernetes/creation/container-defaults.ts';
import type { PodSpec } from '../kubernetes/generated/types.ts';
import { type Amounts, amountsOf, byName, podLimits, podRequests } from '../kubernetes/values/pod-resources.ts';
import { compareQuantities, type ExactQuantity, formatQuantity } from '../kubernetes/values/quantity.ts';
import type { LimitRange, LimitRangeItem } from './namespace-facts.ts';

/** What each LimitRange gives containers that leave it out; it has one entry for them at most. */
export function containerDefaults(ranges: readonly LimitRange[]): readonly ContainerDefaults[] {
  return ranges
    .flatMap(({ items }) => items.filter(({ type }) => type === 'Container'))
    .map(({ limits, requests }) => ({ limits, requests }));
}

/** What a LimitRange has against a pod, in the server's words; undefined where nothing (PodValidateLimitFunc). */
export function brokenLimits(spec: PodSpec, { items }: LimitRange): string | undefined {
  const found = items.flatMap((item) => {
    if (item.type === 'Pod') return constraints(item, podRequests({ ...spec, overhead: {} }), podLimits({ ...spec, overhead: {} }));
    if (item.type !== 'Container') return [];
    const containers = [...(spec.containers ?? []), ...(spec.initContainers ?? [])];
    return containers.flatMap((container) => constraints(item, amountsOf(container, 'requests'), amountsOf(container, 'limits')));
  });
  return aggregate(found);
}

/** As utilerrors.NewAggregate prints several errors, equal ones once. */
export function aggregate(errors: readonly string[]): string | undefined {
  const distinct = [...new Set(errors)];
  return distinct.length > 1 ? `[${distinct.join(', ')}]` : distinct[0];
}

function constraints(item: LimitRangeItem, requests: Amounts, limits: Amounts): readonly string[] {
  const each = (amounts: Amounts, check: (name: string, bound: ExactQuantity) => string | undefined) =>
    byName(amounts).flatMap(([name, bound]) => check(name, bound) ?? []);
  return [
    ...each(item.min, (name, bound) => minimum(item.type, name, bound, requests.get(name), limits.get(name))),
    ...each(item.max, (name, bound) => maximum(item.type, name, bound, requests.get(name), limits.get(name))),
    ...each(item.ratio, (name, bound) => ratio(item.type, name, bound, requests.get(name), limits.get(name))),
  ];
}

type Constraint = (
  type: string,
  name: string,
  bound: ExactQuantity,
  request: ExactQuantity | undefined,
  limit: ExactQuantity | undefined,
) => string | undefined;

const minimum: Constraint = (type, name, bound, request, limit) => {
  const rule = `minimum ${name} usage per ${type} is ${formatQuantity(bound)}`;
  if (!request) return `${rule}.  No request is specified`;
  if (compareQuantities(request, bound) < 0) return `${rule}, but request is ${formatQuantity(request)}`;
  return limit && compareQuantities(limit, bound) < 0 ? `${rule}, but limit is ${formatQuantity(limit)}` : undefined;
};

const maximum: Constraint = (type, name, bound, request, limit) => {
  const rule = `maximum ${name} usage per ${type} is ${formatQuantity(bound)}`;
  if (!limit) return `${rule}.  No limit is specified`;
  if (compareQuantities(limit, bound) > 0) return `${rule}, but limit is ${formatQuantity(limit)}`;
  return request && compareQuantities(request, bound) > 0 ? `${rule}, but request is ${formatQuantity(request)}` : undefined;
};

const ratio: Constraint = (type, name, bound, request, limit) => {
  const rule = `${name} max limit to request ratio per ${type} is ${formatQuantity(bound)}`;
  if (!request || request.nano === 0n) return `${rule}, but no request is specified or request is 0`;
  if (!limit || limit.nano === 0n) return `${rule}, but no limit is specified or limit is 0`;
  const given = Number(limit.nano) / Number(request.nano);
  return given * 1000 > Number(bound.nano / 1_000_000n) ? `${rule}, but provided ratio is ${given.toFixed(6)}` : undefined;
};
