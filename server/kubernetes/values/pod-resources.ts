import type { Container, PodSpec, Quantity, ResourceRequirements } from '../generated/types.ts';
import { isPodLevelResource } from '../names/resource-names.ts';
import { addQuantities, compareQuantities, type ExactQuantity, parseQuantity, timesQuantity } from './quantity.ts';

/** Amounts by the resource's name: `cpu`, `memory`, `example.com/gpu`. */
export type Amounts = ReadonlyMap<string, ExactQuantity>;

type List = 'requests' | 'limits';

/**
 * What a pod asks for at most at a time (k8s.io/component-helpers/resource PodRequests, 0.37): its containers and
 * sidecars together, or an init container with the sidecars before it where that is more; what the pod itself says
 * stands for its containers; the overhead of its runtime class comes on top.
 */
export function podRequests(spec: PodSpec): Amounts {
  const overhead = amountsIn(spec.overhead);
  return addAmounts(ofContainers(spec, 'requests'), overhead);
}

/** The same of its limits (PodLimits); the overhead counts only where there is a limit already. */
export function podLimits(spec: PodSpec): Amounts {
  const limits = ofContainers(spec, 'limits');
  return addAmounts(limits, new Map([...amountsIn(spec.overhead)].filter(([name]) => limits.has(name))));
}

function ofContainers(spec: PodSpec, list: List): Amounts {
  return new Map([...containersTogether(spec, list), ...podLevel(spec.resources, list)]);
}

/** The most that the containers take at a time: all regular ones and sidecars, or an init container beside the sidecars before it. */
export function containersTogether({ containers = [], initContainers = [] }: PodSpec, list: List): Amounts {
  const own = containers.map((container) => amountsOf(container, list)).reduce(addAmounts, new Map());
  const { sidecars, most } = initContainers.reduce(
    (so, container) => {
      const amounts = amountsOf(container, list);
      const sidecars = container.restartPolicy === 'Always' ? addAmounts(so.sidecars, amounts) : so.sidecars;
      const now = container.restartPolicy === 'Always' ? sidecars : addAmounts(so.sidecars, amounts);
      return { sidecars, most: largest(so.most, now) };
    },
    { sidecars: new Map() as Amounts, most: new Map() as Amounts },
  );
  return largest(addAmounts(own, sidecars), most);
}

function podLevel(resources: ResourceRequirements | undefined, list: List): Amounts {
  return new Map([...amountsIn(resources?.[list])].filter(([name]) => isPodLevelResource(name)));
}

/** Whether the pod says as a whole what it takes (resource.IsPodLevelResourcesSet): its containers then need not. */
export function hasPodLevelResources({ resources }: PodSpec): boolean {
  return [resources?.requests, resources?.limits].some((list) => Object.keys(list ?? {}).some(isPodLevelResource));
}

export function amountsOf({ resources }: Container, list: List): Amounts {
  return amountsIn(resources?.[list]);
}

/** Quantities that cannot be read are left out: decoding has refused them already. */
export function amountsIn(list: Readonly<Record<string, Quantity>> | undefined): Amounts {
  return new Map(
    Object.entries(list ?? {}).flatMap(([name, value]) => {
      const amount = parseQuantity(value);
      return amount ? [[name, amount] as const] : [];
    }),
  );
}

/** In the order of their names: the server goes through a map, in no order. */
export function byName(amounts: Amounts): readonly (readonly [string, ExactQuantity])[] {
  return [...amounts].sort(([one], [other]) => (one < other ? -1 : Number(one > other)));
}

/** So many times the same. */
export function timesAmounts(amounts: Amounts, times: number): Amounts {
  return new Map([...amounts].map(([name, amount]) => [name, timesQuantity(amount, times)]));
}

export function addAmounts(one: Amounts, other: Amounts): Amounts {
  return merged(one, other, addQuantities);
}

function largest(one: Amounts, other: Amounts): Amounts {
  return merged(one, other, (a, b) => (compareQuantities(b, a) > 0 ? b : a));
}

function merged(one: Amounts, other: Amounts, both: (a: ExactQuantity, b: ExactQuantity) => ExactQuantity): Amounts {
  return [...other].reduce((all, [name, amount]) => {
    const known = all.get(name);
    return all.set(name, known ? both(known, amount) : amount);
  }, new Map(one));
}
