import type { Container, PodSpec, Quantity } from '../generated/types.ts';
import { hasPodLevelResources } from './pod-resources.ts';
import { parseQuantity } from './quantity.ts';

export type PodQuality = 'BestEffort' | 'Burstable' | 'Guaranteed';

type Amounts = Readonly<Record<string, Quantity>> | undefined;

const counted = ['cpu', 'memory'] as const;

/** The quality-of-service class of a pod (pkg/apis/core/v1/helper/qos, 1.37): by the cpu and memory of its containers, or its own. */
export function podQuality(spec: PodSpec): PodQuality {
  const { containers = [], initContainers = [], resources } = spec;
  const own = resources && hasPodLevelResources(spec);
  const all: readonly Pick<Container, 'resources'>[] = own ? [{ resources }] : [...containers, ...initContainers];
  if (!all.some((one) => has(one.resources?.requests) || has(one.resources?.limits))) return 'BestEffort';
  const guaranteed = all.every(({ resources: { requests, limits } = {} }) =>
    counted.every((name) => amount(limits, name) > 0n && amount(requests ?? limits, name) === amount(limits, name)),
  );
  return guaranteed ? 'Guaranteed' : 'Burstable';
}

function has(amounts: Amounts): boolean {
  return counted.some((name) => amount(amounts, name) > 0n);
}

function amount(amounts: Amounts, name: string): bigint {
  const value = amounts?.[name];
  return (value === undefined ? undefined : parseQuantity(value)?.nano) ?? 0n;
}
