import type { JobSpec, PodSpec } from '../kubernetes/generated/types.ts';
import { bounds } from './bounds.ts';
import { type ContainerRun, estimateContainerRun } from './container-run.ts';

/** What a pod is taken to do if nothing disturbs it. */
export interface PodRun {
  /** From the start of the first container to the end of the last; Infinity: some container never ends. */
  readonly seconds: number;
  /** Whether all of it is read from the manifest. */
  readonly known: boolean;
  readonly succeeds: boolean;
  /** What of `seconds` is read from the manifest; containers that never end do not count. */
  readonly atLeast: number;
}

/** Init containers run one after another, then the containers side by side; sidecars end when the others have. */
export function estimatePodRun(pod: PodSpec): PodRun {
  const first = (pod.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy !== 'Always').map(runIn(pod));
  const runs = (pod.containers ?? []).map(runIn(pod));
  const all = [...first, ...runs];
  return {
    seconds: first.reduce((sum, { seconds }) => sum + seconds, 0) + Math.max(0, ...runs.map(({ seconds }) => seconds)),
    known: all.every(({ known }) => known),
    succeeds: all.every(({ exit }) => exit === 0),
    atLeast: first.reduce((sum, run) => sum + readSeconds(run), 0) + Math.max(0, ...runs.map(readSeconds)),
  };
}

function readSeconds({ seconds, known }: ContainerRun): number {
  return known && seconds !== Number.POSITIVE_INFINITY ? seconds : 0;
}

function runIn(pod: PodSpec): (container: NonNullable<PodSpec['containers']>[number]) => ContainerRun {
  return (container) => estimateContainerRun(container, pod);
}

/** Start of the containers, and the second in which the controller gathers what pods report. */
const aroundEachWave = 2;

/** Seconds that a Job takes if no pod fails, about; undefined where that cannot be told or it does not succeed. */
export function aboutSeconds(spec: JobSpec): number | undefined {
  const { seconds, known, succeeds } = estimatePodRun(spec.template?.spec ?? {});
  const { waves } = bounds(spec);
  if (!known || !succeeds || seconds === Number.POSITIVE_INFINITY || waves === undefined || spec.suspend === true) return undefined;
  return waves * (seconds + aroundEachWave);
}
