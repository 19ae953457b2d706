import type { Instant } from '../engine/clock.ts';
import type { Seconds } from '../engine/time.ts';
import type { Container, ContainerExit } from '../objects/container.ts';
import type { Pod, PodPhase } from '../objects/objects.ts';

/**
 * A pod's status as a few numbers, so that very many of them take little room: words are places in a table, and times say how
 * many seconds before: statuses hold whole seconds. `readPodStatus` reads them again. Of a pod with very many containers those
 * alone are written that are otherwise than when the pod changed before.
 */
export type PodStatusNumbers = readonly number[];

export interface PodStatus {
  readonly phase: PodPhase;
  readonly reason: string;
  readonly ready: boolean;
  /** The reason of the condition DisruptionTarget; '' without. */
  readonly disruption: string;
  /** How long before it was told to end, and how long it has for that. */
  readonly deletion: { readonly ago: Seconds; readonly grace: Seconds } | undefined;
  /** In spec order, those of init containers and sidecars first; none before a kubelet took it up. */
  readonly containers: readonly ContainerStatus[];
}

/** A status as it is written: `containers` are those at these places; where there are no places, all of them. */
export interface WrittenStatus extends PodStatus {
  readonly places: readonly number[] | undefined;
}

export interface ContainerStatus {
  readonly name: string;
  readonly state: Container['state'];
  /** Of the state; of a running container ''. */
  readonly reason: string;
  readonly ready: boolean;
  readonly startedUp: boolean;
  readonly restarts: number;
  /** How long before it began to run, of a running one. */
  readonly startedAgo: Seconds | undefined;
  /** Of a terminated one. */
  readonly exit: ExitStatus | undefined;
  /** The end before that. */
  readonly last: ExitStatus | undefined;
}

export interface ExitStatus {
  readonly exitCode: number;
  readonly reason: string;
  /** How long before; undefined where nobody knows. */
  readonly startedAgo: Seconds | undefined;
  readonly finishedAgo: Seconds | undefined;
}

const phases: readonly PodPhase[] = ['Pending', 'Running', 'Succeeded', 'Failed'];
const states: readonly Container['state'][] = ['waiting', 'running', 'terminated'];
/** Instead of how long before: it is not known. */
const unknown = -1;
/** Is added to the phase where not all containers are written. */
const inPart = phases.length;
/** A pod with more containers than this is written in part. */
export const fewContainers = 16;

/** What writing down a status needs. */
export interface StatusWriter {
  /** The place of a word. */
  readonly word: (text: string) => number;
  /** The whole seconds from then until now. */
  readonly secondsSince: (instant: Instant) => Seconds;
}

/** Writes down statuses. What it gives is written over by the next: a list for each of very many changes is a burden on memory. */
export function createStatusNumbers({ word, secondsSince }: StatusWriter): (pod: Pod) => PodStatusNumbers {
  const numbers: number[] = [];
  let length = 0;
  function put(number: number): void {
    numbers[length++] = number;
  }
  function putAgo(instant: Instant | undefined): void {
    put(instant === undefined ? unknown : secondsSince(instant));
  }
  function putExit({ exitCode, reason, startedAt, finishedAt }: ContainerExit): void {
    put(exitCode);
    put(word(reason));
    putAgo(startedAt);
    putAgo(finishedAt);
  }
  function putContainer(container: Container): void {
    const { plan, state, reason, ready, startedUp, restarts, startedAt, lastExit } = container;
    put(word(plan.name));
    put(states.indexOf(state) + (ready ? 4 : 0) + (startedUp ? 8 : 0) + (lastExit ? 16 : 0));
    put(restarts);
    if (state === 'waiting') put(word(reason));
    else if (state === 'running') putAgo(startedAt);
    else putExit(container);
    if (lastExit) putExit(lastExit);
  }
  /** What was written last of the containers of a pod that has very many. */
  const written = new WeakMap<Pod, Written>();
  function putIfChanged(place: number, container: Container, told: ToldContainer | undefined): void {
    if (!told || isAsTold(container, told)) return;
    put(place);
    putContainer(container);
    Object.assign(told, toldOf(container));
  }
  /** Init containers that were done before, and those that were never tried, are as they were. */
  function putChanged(before: Written, { initContainers, initDone, initTried, containers }: Pod): void {
    const { told } = before;
    for (let place = Math.min(before.initDone, initDone); place < initTried; place++) {
      const container = initContainers[place];
      if (container) putIfChanged(place, container, told[place]);
    }
    before.initDone = initDone;
    for (const [at, container] of containers.entries()) {
      const place = initContainers.length + at;
      putIfChanged(place, container, told[place]);
    }
  }
  return (pod) => {
    const { phase, reason, ready, deletion, disruption, initContainers, containers } = pod;
    const count = initContainers.length + containers.length;
    const known = count > fewContainers ? written.get(pod) : undefined;
    const before = known?.told.length === count ? known : undefined;
    length = 0;
    put(phases.indexOf(phase) + (before ? inPart : 0));
    put(word(reason));
    put(ready ? 1 : 0);
    put(word(disruption));
    putAgo(deletion?.at);
    put(deletion?.grace ?? 0);
    if (before) putChanged(before, pod);
    else {
      for (const container of initContainers) putContainer(container);
      for (const container of containers) putContainer(container);
      const told = count > fewContainers ? [...initContainers, ...containers].map(toldOf) : undefined;
      if (told) written.set(pod, { told, initDone: pod.initDone });
    }
    numbers.length = length;
    return numbers;
  };
}

/** What was written of a pod: of each container, and how many init containers were done for good. */
interface Written {
  readonly told: readonly ToldContainer[];
  initDone: number;
}

/** What is written of a container. */
type ToldContainer = Pick<
  Container,
  'state' | 'reason' | 'ready' | 'startedUp' | 'restarts' | 'exitCode' | 'startedAt' | 'finishedAt' | 'lastExit'
>;

function toldOf({ state, reason, ready, startedUp, restarts, exitCode, startedAt, finishedAt, lastExit }: Container): ToldContainer {
  return { state, reason, ready, startedUp, restarts, exitCode, startedAt, finishedAt, lastExit };
}

/** Written out, as it is asked of each container at each change of its pod. */
function isAsTold(container: Container, told: ToldContainer): boolean {
  const { state, reason, ready, startedUp, restarts } = container;
  const isSame = state === told.state && reason === told.reason && ready === told.ready && startedUp === told.startedUp;
  if (!isSame || restarts !== told.restarts || container.exitCode !== told.exitCode) return false;
  return container.startedAt === told.startedAt && container.finishedAt === told.finishedAt && container.lastExit === told.lastExit;
}

/** A number that is another one where the phase, or the state of a container, is. */
export function statusMark({ phase, initContainers, initDone, initTried, containers }: Pod): number {
  let mark = Math.imul(phases.indexOf(phase), 31) + initDone;
  for (let place = initDone; place < initTried; place++) {
    const state = states.indexOf(initContainers[place]?.state ?? 'waiting');
    if (state > 0) mark = Math.imul(mark, 31) + 4 * place + state;
  }
  for (const { state } of containers) mark = Math.imul(mark, 31) + states.indexOf(state);
  return mark;
}

export function readPodStatus(numbers: PodStatusNumbers, words: readonly string[]): WrittenStatus {
  let place = 0;
  const next = () => numbers[place++] ?? 0;
  const word = () => words[next()] ?? '';
  const time = () => {
    const found = next();
    return found === unknown ? undefined : found;
  };
  const exit = (): ExitStatus => ({ exitCode: next(), reason: word(), startedAgo: time(), finishedAgo: time() });
  const container = (): ContainerStatus => {
    const name = word();
    const flags = next();
    const restarts = next();
    const state = states[flags % 4] ?? 'waiting';
    const reason = state === 'waiting' ? word() : '';
    const startedAgo = state === 'running' ? time() : undefined;
    const ended = state === 'terminated' ? exit() : undefined;
    const last = flags >= 16 ? exit() : undefined;
    const up = { ready: (flags & 4) > 0, startedUp: (flags & 8) > 0 };
    return { name, state, reason, ...up, restarts, startedAgo, exit: ended, last };
  };
  const first = next();
  const phase = phases[first % inPart] ?? 'Pending';
  const reason = word();
  const ready = next() === 1;
  const disruption = word();
  const deleted = time();
  const grace = next();
  const deletion = deleted === undefined ? undefined : { ago: deleted, grace };
  const containers: ContainerStatus[] = [];
  const places: number[] = [];
  while (place < numbers.length) {
    if (first >= inPart) places.push(next());
    containers.push(container());
  }
  return { phase, reason, ready, disruption, deletion, containers, places: first >= inPart ? places : undefined };
}
