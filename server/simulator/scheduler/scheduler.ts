import { type ExactQuantity, parseQuantity } from '../../kubernetes/values/quantity.ts';
import type { Pod } from '../objects/objects.ts';
import type { PodPlan } from '../objects/pod-plan.ts';
import type { Room } from '../scenario/scenario.ts';

/** Finds a node for each pod while there is room; the others wait in order of creation. */
export interface Scheduler {
  readonly nodes: number;
  /** Undefined: the pod waits, and `freed` answers it later. */
  place(pod: Pod): string | undefined;
  /** Why the pod waits. */
  shortage(pod: Pod): Shortage | undefined;
  /** A pod ended or is gone; which of the waiting ones have a node now, and where. */
  freed(pod: Pod): readonly { readonly pod: Pod; readonly node: string }[];
  /** No pod goes there any more. */
  loseNode(node: string): void;
}

/** What there is too little of, and whether there would be in an empty cluster. */
export interface Shortage {
  readonly what: 'Too many pods' | 'Insufficient cpu' | 'Insufficient memory';
  readonly forGood: boolean;
}

interface Requests {
  readonly cpu: bigint;
  readonly memory: bigint;
}

export function createScheduler(room: Room): Scheduler {
  const nodes = Array.from({ length: room.nodes ?? 1 }, (_, place) => `node-${place + 1}`);
  const limits = { pods: room.pods ?? Infinity, cpu: amount(room.cpu), memory: amount(room.memory) };
  const requests = new Map<PodPlan, Requests>();
  const placed = new Set<Pod>();
  const waiting = new Set<Pod>();
  let used: Requests = { cpu: 0n, memory: 0n };
  let next = 0;

  function requestsOf(pod: Pod): Requests {
    const found = requests.get(pod.plan) ?? podRequests(pod.plan);
    requests.set(pod.plan, found);
    return found;
  }
  function fits({ cpu, memory }: Requests): boolean {
    return (
      nodes.length > 0 &&
      placed.size < limits.pods &&
      (limits.cpu === undefined || used.cpu + cpu <= limits.cpu) &&
      (limits.memory === undefined || used.memory + memory <= limits.memory)
    );
  }
  function place(pod: Pod): string | undefined {
    const wanted = requestsOf(pod);
    const node = fits(wanted) ? nodes[next++ % nodes.length] : undefined;
    if (node === undefined) {
      waiting.add(pod);
      return undefined;
    }
    waiting.delete(pod);
    placed.add(pod);
    used = { cpu: used.cpu + wanted.cpu, memory: used.memory + wanted.memory };
    return node;
  }
  return {
    get nodes() {
      return nodes.length;
    },
    place,
    shortage(pod) {
      const { cpu, memory } = requestsOf(pod);
      if (placed.size >= limits.pods) return { what: 'Too many pods', forGood: limits.pods < 1 };
      if (limits.cpu !== undefined && used.cpu + cpu > limits.cpu) return { what: 'Insufficient cpu', forGood: cpu > limits.cpu };
      if (limits.memory !== undefined && used.memory + memory > limits.memory) {
        return { what: 'Insufficient memory', forGood: memory > limits.memory };
      }
      return undefined;
    },
    freed(pod) {
      waiting.delete(pod);
      if (placed.delete(pod)) {
        const given = requestsOf(pod);
        used = { cpu: used.cpu - given.cpu, memory: used.memory - given.memory };
      }
      const found = [];
      for (const candidate of [...waiting]) {
        if (placed.size >= limits.pods || nodes.length === 0) break;
        const node = place(candidate);
        if (node !== undefined) found.push({ pod: candidate, node });
      }
      return found;
    },
    loseNode(node) {
      const at = nodes.indexOf(node);
      if (at >= 0) nodes.splice(at, 1);
    },
  };
}

/** What a pod asks for: all containers that run side by side, or one init container if that is more. */
function podRequests({ init, regular, spec }: PodPlan): Requests {
  const of = (name: 'cpu' | 'memory') => {
    const podLevel = spec.resources?.requests?.[name] ?? spec.resources?.limits?.[name];
    if (podLevel !== undefined) return amount(podLevel) ?? 0n;
    const request = ({ spec: { resources } }: { spec: { resources?: { requests?: object; limits?: object } } }) =>
      amount(lookUp(resources?.requests, name) ?? lookUp(resources?.limits, name)) ?? 0n;
    const together = [...regular, ...init.filter(({ kind }) => kind === 'sidecar')].reduce((sum, one) => sum + request(one), 0n);
    const largest = init.map(request).find((one, _, all) => one > together && all.every((other) => other <= one));
    return largest ?? together;
  };
  return { cpu: of('cpu'), memory: of('memory') };
}

function lookUp(amounts: object | undefined, name: string): string | number | undefined {
  const value: unknown = amounts && Object.getOwnPropertyDescriptor(amounts, name)?.value;
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

function amount(text: string | number | undefined): bigint | undefined {
  const quantity: ExactQuantity | undefined = text === undefined ? undefined : parseQuantity(text);
  return quantity?.nano;
}
