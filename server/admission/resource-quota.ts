import type { Container, PodSpec } from '../kubernetes/generated/types.ts';
import { isPodLevelResource } from '../kubernetes/names/resource-names.ts';
import { podQuality } from '../kubernetes/values/pod-quality.ts';
import {
  type Amounts,
  addAmounts,
  amountsOf,
  hasPodLevelResources,
  podLimits,
  podRequests,
  timesAmounts,
} from '../kubernetes/values/pod-resources.ts';
import {
  addQuantities,
  compareQuantities,
  type ExactQuantity,
  formatQuantity,
  parseQuantity,
  zeroQuantity,
} from '../kubernetes/values/quantity.ts';
import type { ResourceQuota, Scope } from './namespace-facts.ts';

const one: ExactQuantity = parseQuantity(1) ?? zeroQuantity;

/** What a quota counts of a pod (pkg/quota/v1/evaluator/core/pods.go PodUsageFunc, 1.37). */
function podUsage(spec: PodSpec): Amounts {
  return new Map([...computeUsage(podRequests(spec), podLimits(spec)), ['pods', one], ['count/pods', one]]);
}

/** What a quota counts of a pod that has ended, as long as it exists. */
export const usageOfEnded: Amounts = new Map([['count/pods', one]]);

/** By the names that quotas have for them (podComputeUsageHelper). */
function computeUsage(requests: Amounts, limits: Amounts): Amounts {
  const native = (name: string) => isPodLevelResource(name) || name === 'ephemeral-storage';
  const requested = [...requests].flatMap(([name, amount]): [string, ExactQuantity][] => [
    ...(native(name) ? [[name, amount] satisfies [string, ExactQuantity]] : []),
    [`requests.${name}`, amount],
  ]);
  const limited = [...limits]
    .filter(([name]) => name === 'cpu' || name === 'memory' || name === 'ephemeral-storage')
    .map(([name, amount]): [string, ExactQuantity] => [`limits.${name}`, amount]);
  return new Map([...requested, ...limited]);
}

/** What must be said of each container where a quota bounds it (validationSet). */
const demanded = ['cpu', 'limits.cpu', 'limits.memory', 'memory', 'requests.cpu', 'requests.memory'];

/** What a pod takes of a quota whose scopes it is in. */
export interface Demand {
  readonly quota: ResourceQuota;
  readonly usage: Amounts;
}

/** One for each quota that looks at the pod, with the same usage. */
export function demandsOf(spec: PodSpec, quotas: readonly ResourceQuota[]): readonly Demand[] {
  const usage = podUsage(spec);
  return inScopeOf(spec, quotas).map((quota) => ({ quota, usage }));
}

/** Why a pod does not fit into the quotas, in the server's words; undefined where it does. `used` is what the quota counts by now. */
export function exceededQuota(
  spec: PodSpec,
  quotas: readonly ResourceQuota[],
  used: (quota: ResourceQuota) => Amounts = (quota) => quota.used,
): string | undefined {
  return exceededDemand(demandsOf(spec, quotas), used);
}

export function exceededDemand(demands: readonly Demand[], used: (quota: ResourceQuota) => Amounts): string | undefined {
  return demands.map(({ quota, usage }) => exceeded(quota, usage, used(quota))).find((text) => text !== undefined);
}

/** How many such pods fit at once, and what the server says of the next; undefined where nothing bounds them. */
export function roomFor(demands: readonly Demand[]): { readonly pods: number; readonly objection: string } | undefined {
  const [usage] = demands.map((demand) => demand.usage);
  const pods = Math.min(...demands.flatMap(({ quota, usage }) => podsThatFit(quota, usage)));
  if (!usage || !Number.isSafeInteger(pods)) return undefined;
  const objection = exceededDemand(demands, ({ used }) => addAmounts(used, timesAmounts(usage, pods)));
  return objection === undefined ? undefined : { pods, objection };
}

/** By each resource that the quota bounds; none where it bounds nothing that the pod takes. */
function podsThatFit({ hard, used }: ResourceQuota, usage: Amounts): readonly number[] {
  return [...hard].flatMap(([resource, bound]) => {
    const each = usage.get(resource)?.nano ?? 0n;
    if (each <= 0n) return [];
    const left = bound.nano - (used.get(resource)?.nano ?? 0n);
    return [left > 0n ? Number(left / each) : 0];
  });
}

function inScopeOf(spec: PodSpec, quotas: readonly ResourceQuota[]): readonly ResourceQuota[] {
  return quotas.filter(({ scopes }) => scopes.every((scope) => isInScope(spec, scope)));
}

/** Why one more object of a kind does not fit: `resource` is `jobs.batch` or `cronjobs.batch`. Of so many, `more`, the quotas do not know yet. */
export function exceededObjectCount(resource: string, quotas: readonly ResourceQuota[], more = 0): string | undefined {
  const usage = new Map([[`count/${resource}`, one]]);
  return quotas
    .filter(({ scopes }) => scopes.length === 0)
    .map((quota) => exceeded(quota, usage, addAmounts(quota.used, timesAmounts(usage, more))))
    .find((text) => text !== undefined);
}

/** What the quotas demand that a pod says, whether or not there is room for it; undefined where it says it. */
export function unsaidResources(spec: PodSpec, quotas: readonly ResourceQuota[]): string | undefined {
  return inScopeOf(spec, quotas)
    .map((quota) => unsaidIn(spec, quota))
    .find((text) => text !== undefined);
}

/** A pod that says anything of itself as a whole need say nothing of its containers (podEvaluator.Constraints). */
function unsaidIn(spec: PodSpec, { name, hard }: ResourceQuota): string | undefined {
  if (hasPodLevelResources(spec)) return undefined;
  const { containers = [], initContainers = [] } = spec;
  const said = (container: Container) => computeUsage(amountsOf(container, 'requests'), amountsOf(container, 'limits'));
  const usages = [...containers, ...initContainers].map((container) => ({ name: container.name ?? '', usage: said(container) }));
  const gaps = demanded
    .filter((resource) => hard.has(resource))
    .map((resource) => ({ resource, names: usages.filter(({ usage }) => !usage.has(resource)).map((one) => one.name) }))
    .filter(({ names }) => names.length > 0)
    .map(({ resource, names }) => `${resource} for: ${[...new Set(names)].sort().join(',')}`);
  return gaps.length > 0 ? `failed quota: ${name}: must specify ${gaps.join('; ')}` : undefined;
}

/** plugin/pkg/admission/resourcequota controller.go CheckRequest. */
function exceeded({ name, hard }: ResourceQuota, usage: Amounts, used: Amounts): string | undefined {
  const over = [...hard]
    .filter(([resource, bound]) => {
      const more = usage.get(resource);
      return more && more.nano > 0n && compareQuantities(addQuantities(used.get(resource) ?? zeroQuantity, more), bound) > 0;
    })
    .map(([resource]) => resource)
    .sort();
  if (over.length === 0) return undefined;
  const printed = (amounts: Amounts) =>
    over.map((resource) => `${resource}=${formatQuantity(amounts.get(resource) ?? zeroQuantity)}`).join(',');
  return `exceeded quota: ${name}, requested: ${printed(usage)}, used: ${printed(used)}, limited: ${printed(hard)}`;
}

function isInScope(spec: PodSpec, { name, operator, values }: Scope): boolean {
  switch (name) {
    case 'Terminating':
      return spec.activeDeadlineSeconds !== undefined;
    case 'NotTerminating':
      return spec.activeDeadlineSeconds === undefined;
    case 'BestEffort':
      return podQuality(spec) === 'BestEffort';
    case 'NotBestEffort':
      return podQuality(spec) !== 'BestEffort';
    case 'CrossNamespacePodAffinity':
      return reachesOtherNamespaces(spec);
    case 'PriorityClass':
      return matchesPriorityClass(spec.priorityClassName ?? '', operator, values);
    default:
      return false;
  }
}

function reachesOtherNamespaces({ affinity }: PodSpec): boolean {
  const terms = [affinity?.podAffinity, affinity?.podAntiAffinity].flatMap((one) => [
    ...(one?.requiredDuringSchedulingIgnoredDuringExecution ?? []),
    ...(one?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(({ podAffinityTerm = {} }) => podAffinityTerm),
  ]);
  return terms.some(({ namespaces = [], namespaceSelector }) => namespaces.length > 0 || namespaceSelector !== undefined);
}

function matchesPriorityClass(priorityClass: string, operator: string, values: readonly string[]): boolean {
  switch (operator) {
    case 'In':
      return values.includes(priorityClass);
    case 'NotIn':
      return !values.includes(priorityClass);
    case 'DoesNotExist':
      return priorityClass === '';
    default:
      return priorityClass !== '';
  }
}
