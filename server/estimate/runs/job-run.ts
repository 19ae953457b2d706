import type { JobSpec } from '../../kubernetes/generated/types.ts';
import { onceIn } from '../../plain/once-per.ts';
import { bounds } from '../bounds/bounds.ts';
import type { CompletionIndex } from './container-setting.ts';
import { estimatePodRun, type PodRun, runsIn } from './pod-run.ts';

/** What becomes of a Job's work if nothing disturbs its pods. */
export interface JobRun {
  /** One of each completion index where the commands go by that; otherwise one that stands for all. */
  readonly pods: readonly PodRun[];
  /** Whether all of it is read from the manifest. */
  readonly known: boolean;
  /** Some pod never ends, so the Job never completes. */
  readonly endless: boolean;
  /** Seconds that the work takes at least, all its rounds together, as far as the manifest tells. */
  readonly atLeast: number;
}

/** Of a Job with more indexes than this, whose commands go by them, nothing is said of each. */
const mostIndexes = 100;

/** The completion indexes that its pods are told apart by, as far as that matters to their commands. */
export function indexesIn({ completionMode, completions = 0, template }: JobSpec): readonly CompletionIndex[] {
  if (completionMode !== 'Indexed') return ['none'];
  const pod = template?.spec ?? {};
  const runOf = runsIn(pod);
  const differ = [...(pod.initContainers ?? []), ...(pod.containers ?? [])].some((container) => runOf(container).byIndex);
  return differ && completions > 0 && completions <= mostIndexes ? Array.from({ length: completions }, (_, index) => index) : ['any'];
}

export const estimateJobRun: (spec: JobSpec) => JobRun = onceIn(
  (spec) => spec,
  (spec) => {
    const pod = spec.template?.spec ?? {};
    const pods = indexesIn(spec).map((index) => estimatePodRun(pod, index));
    return {
      pods,
      known: pods.every(({ known }) => known),
      endless: pods.some(({ seconds }) => seconds === Number.POSITIVE_INFINITY),
      atLeast: inRounds(
        spec,
        pods.map(({ atLeast }) => atLeast),
      ),
    };
  },
);

/** Start of the containers, the kubelet's next look, and the second in which the controller gathers what pods report. */
const aroundEachPod = 3;
/** Of the last one the end is told a second sooner, as no pod follows it. */
const lessAtTheEnd = 1;

/** Seconds that a Job takes if no pod fails, about; undefined where that cannot be told or it does not succeed. */
export function aboutSeconds(spec: JobSpec): number | undefined {
  const { pods, known, endless } = estimateJobRun(spec);
  if (!known || endless || !pods.every(({ succeeds }) => succeeds)) return undefined;
  if (bounds(spec).waves === undefined || spec.suspend === true) return undefined;
  const lengths = pods.map(({ seconds }) => seconds + aroundEachPod);
  return inRounds(spec, lengths) - lessAtTheEnd;
}

/** How long pods of such lengths take, as many at once as may run: the next index begins when one of them has ended. */
function inRounds(spec: JobSpec, lengths: readonly number[]): number {
  const { waves = 1, mostAtOnce } = bounds(spec);
  const [length = 0] = lengths;
  if (lengths.length <= 1) return waves * length;
  const ends = Array.from({ length: Math.max(1, Math.min(mostAtOnce, lengths.length)) }, () => 0);
  for (const one of lengths) {
    const soonest = ends.indexOf(Math.min(...ends));
    ends[soonest] = (ends[soonest] ?? 0) + one;
  }
  return Math.max(...ends);
}
