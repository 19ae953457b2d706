import type { Container, PodSpec } from '../../kubernetes/generated/types.ts';
import { onceIn } from '../../plain/once-per.ts';
import { type ContainerEstimate, estimateContainerRun } from './container-run.ts';
import type { CompletionIndex } from './container-setting.ts';

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

/** Tells what a container of one pod does. */
export type RunOf = (container: Container, index?: CompletionIndex) => ContainerEstimate;

/**
 * Reads each container of the pod once, however often and by whomever it is asked for; once for each index where it goes by that.
 */
export const runsIn: (pod: PodSpec) => RunOf = onceIn(
  (pod) => pod,
  (pod) => {
    const runs = new Map<Container, Map<CompletionIndex, ContainerEstimate>>();
    return function runOf(container, index = 'any') {
      if (index !== 'any' && !runOf(container).byIndex) return runOf(container);
      const ofContainer = runs.get(container) ?? new Map<CompletionIndex, ContainerEstimate>();
      runs.set(container, ofContainer);
      const run = ofContainer.get(index) ?? estimateContainerRun(container, pod, index);
      ofContainer.set(index, run);
      return run;
    };
  },
);

/** Init containers run one after another, then the containers side by side; sidecars end when the others have. */
export function estimatePodRun(pod: PodSpec, index: CompletionIndex = 'any'): PodRun {
  const runOf = (container: Container) => runsIn(pod)(container, index);
  const first = (pod.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy !== 'Always').map(runOf);
  const runs = (pod.containers ?? []).map(runOf);
  let begin = 0;
  let end = 0;
  for (const { seconds, postStart } of runs) {
    // The next container starts when the hook of this one is over.
    const held = Math.min(postStart?.seconds ?? 0, postStart?.inside === false ? Number.POSITIVE_INFINITY : seconds);
    end = Math.max(end, begin + seconds, begin + held);
    begin += held;
  }
  const all = [...first, ...runs];
  return {
    seconds: first.reduce((sum, { seconds }) => sum + seconds, 0) + end,
    known: all.every(({ known }) => known),
    succeeds: all.every(({ exit, neverStarts, postStart }) => exit === 0 && !neverStarts && !postStart?.fails),
    atLeast: first.reduce((sum, run) => sum + readSeconds(run), 0) + Math.max(0, ...runs.map(readSeconds)),
  };
}

function readSeconds({ seconds, known }: ContainerEstimate): number {
  return known && seconds !== Number.POSITIVE_INFINITY ? seconds : 0;
}
