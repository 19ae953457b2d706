import type { Seconds } from '../engine/time.ts';
import type { Container } from '../objects/container.ts';
import type { Pod } from '../objects/objects.ts';
import type { ContainerPlan } from '../objects/pod-plan.ts';
import type {
  ContainerBehaviour,
  ContainerRun,
  HookBehaviour,
  NamedContainerBehaviour,
  PodBehaviour,
  Scenario,
  Span,
  Stop,
} from './scenario.ts';

/** What the scenario says of a pod and its containers; undefined where it says nothing. */
export interface StatedBehaviour {
  /** Seconds from binding to the first container. */
  start(pod: Pod): Span | undefined;
  /**
   * The container's next run, `container.runs` being the number of those that began. Behind the list its last entry repeats; but a
   * start that failed for a while does not fail again.
   */
  run(pod: Pod, container: Container): ContainerFate | undefined;
  /** How long something keeps the whole pod from starting: what the runs of one of its containers say; Infinity for good. */
  held(pod: Pod, by: PodFate): Seconds | undefined;
  stop(pod: Pod, container: Container): Stop | undefined;
  /** Of hooks the scenario speaks by the name of their container only. */
  hook(pod: Pod, container: Container, which: 'postStart' | 'preStop'): HookBehaviour | undefined;
}

/** What a run can say that happens to the pod before it has containers. */
export type PodFate = 'cannot-schedule' | 'cannot-mount';
export type ContainerFate = Exclude<ContainerRun, { readonly kind: PodFate }>;

export function statedBehaviour(scenario: Scenario): StatedBehaviour {
  const entriesAbout = podEntries(scenario.pods ?? []);
  const ofAll = [scenario];
  const ofAllOthers = stopAlone(scenario);

  /** From the most exact to the most general. */
  function sources(pod: Pod, plan: ContainerPlan): readonly ContainerBehaviour[] {
    const entries = entriesAbout(pod);
    const general = plan.kind === 'regular' ? ofAll : ofAllOthers;
    if (entries.length === 0 && !scenario.containers) return general;
    const unnamed = plan.kind === 'regular' ? entries : entries.flatMap(stopAlone);
    return [...named(entries, plan.name), ...unnamed, ...named(ofAll, plan.name), ...general];
  }
  return {
    start(pod) {
      return entriesAbout(pod).find(({ start }) => start !== undefined)?.start ?? scenario.start;
    },
    run(pod, container) {
      const runs = runsOf(sources(pod, container.plan)).filter(isContainerFate);
      const place = container.runs + container.skippedRuns;
      return runs[place] ?? runs.slice(-1).find((last) => !failsForAWhile(last));
    },
    held(pod, by) {
      const runs = [...pod.plan.init, ...pod.plan.regular].flatMap((plan) => runsOf(sources(pod, plan)));
      const found = runs.find(({ kind }) => kind === by);
      return found?.kind === by ? (found.for ?? Infinity) : undefined;
    },
    stop(pod, container) {
      return sources(pod, container.plan).find(({ stop }) => stop)?.stop;
    },
    hook(pod, { plan }, which) {
      return named([...entriesAbout(pod), scenario], plan.name).find((one) => one[which])?.[which];
    },
  };
}

/** Whether it says of any pod that something keeps it from starting. */
export function holdsPods(scenario: Scenario): boolean {
  const speakers = [scenario, ...(scenario.pods ?? [])];
  const behaviours = [...speakers, ...speakers.flatMap(({ containers }) => Object.values(containers ?? {}))];
  return behaviours.some(({ run }) => run?.some(({ kind }) => isPodFate(kind)));
}

function runsOf(sources: readonly ContainerBehaviour[]): readonly ContainerRun[] {
  return sources.find(({ run }) => run?.length)?.run ?? [];
}

function failsForAWhile(run: ContainerFate): boolean {
  return (run.kind === 'cannot-create' || run.kind === 'cannot-pull') && run.for !== undefined;
}

function isContainerFate(run: ContainerRun): run is ContainerFate {
  return !isPodFate(run.kind);
}

function isPodFate(kind: ContainerRun['kind']): kind is PodFate {
  return kind === 'cannot-schedule' || kind === 'cannot-mount';
}

/** What is said of all containers holds for sidecars and init containers only in how they stop. */
function stopAlone({ stop }: ContainerBehaviour): readonly ContainerBehaviour[] {
  return stop ? [{ stop }] : [];
}

function named(entries: readonly Pick<Scenario, 'containers'>[], name: string): readonly NamedContainerBehaviour[] {
  return entries.flatMap(({ containers }) => containers?.[name] ?? []);
}

/** The entries that are about a pod, most exact first: index and attempt, index, ordinal; then the last one. */
function podEntries(entries: readonly PodBehaviour[]): (pod: Pod) => readonly PodBehaviour[] {
  if (entries.length === 0) return () => entries;
  const byIndex = groups(entries, ({ index }) => index);
  const byOrdinal = groups(byIndex.get(undefined) ?? [], ({ ordinal }) => ordinal);
  return (pod) => {
    const candidates = [
      ...(pod.index < 0 ? [] : (byIndex.get(pod.index) ?? [])),
      ...(byOrdinal.get(pod.place) ?? []),
      ...(byOrdinal.get(undefined) ?? []),
    ];
    const about = candidates.filter((entry) => isAbout(entry, pod));
    return about.length < 2 ? about : about.reverse().sort((a, b) => exactness(b) - exactness(a));
  };
}

function groups<Key>(entries: readonly PodBehaviour[], key: (entry: PodBehaviour) => Key): ReadonlyMap<Key, readonly PodBehaviour[]> {
  const found = new Map<Key, PodBehaviour[]>();
  for (const entry of entries) found.set(key(entry), [...(found.get(key(entry)) ?? []), entry]);
  return found;
}

function isAbout({ ordinal, attempt, job }: PodBehaviour, pod: Pod): boolean {
  return is(ordinal, pod.place) && is(attempt, pod.attempt) && is(job, pod.job.ordinal);
}

function is(wanted: number | undefined, number: number): boolean {
  return wanted === undefined || wanted === number;
}

function exactness({ index, attempt, ordinal, job }: PodBehaviour): number {
  return (index === undefined ? 0 : 8) + (attempt === undefined ? 0 : 4) + (ordinal === undefined ? 0 : 2) + (job === undefined ? 0 : 1);
}
