import type { Seconds } from '../../../server/protocol/requests.ts';
import { isEnd } from '../../../server/simulator/timeline/drawn-state.ts';
import type { Picture } from '../picture/picture.ts';
import type { PodLives } from '../picture/pod-lives.ts';
import type { JobLine } from '../picture/segments.ts';

/** When the objects of another run came and ended, to be drawn as thin outlines beside those of the run that is shown. */
export interface Ghost {
  readonly pods: PodLives;
  /** By ordinal. */
  readonly jobs: readonly Stretch[];
}

interface Stretch {
  readonly from: Seconds;
  /** Infinite where it did not end. */
  readonly to: Seconds;
}

export function ghostOf({ lives, jobs }: Pick<Picture, 'lives' | 'jobs'>): Ghost {
  return { pods: lives, jobs: jobs.map(stretchOfJob) };
}

/** Where the pods of a line were otherwise: nothing where they came and ended as they do now, or were not there. */
export function podsOtherwise(ghost: Ghost, now: PodLives, pods: readonly number[]): readonly Stretch[] {
  return pods.flatMap((pod) => {
    const [before, present] = [lifeOf(ghost.pods, pod), lifeOf(now, pod)];
    return before && (!present || differs(before, present)) ? before : [];
  });
}

/** Where a Job was otherwise. */
export function jobOtherwise({ jobs }: Ghost, job: JobLine): Stretch | undefined {
  const [before, now] = [jobs[job.ordinal], stretchOfJob(job)];
  return before && differs(before, now) ? before : undefined;
}

function stretchOfJob({ segments, deleted }: JobLine): Stretch {
  const end = segments.find(({ state }) => isEnd(state))?.from ?? deleted;
  return { from: segments[0]?.from ?? 0, to: end ?? Infinity };
}

function lifeOf({ count, created, ended }: PodLives, pod: number): Stretch | undefined {
  return pod < count ? { from: created[pod] ?? 0, to: ended[pod] ?? Infinity } : undefined;
}

/** Below a tenth is what rounding makes of the same time. */
function differs(a: Stretch, b: Stretch): boolean {
  return Math.abs(a.from - b.from) > 0.05 || (a.to !== b.to && !(Math.abs(a.to - b.to) <= 0.05));
}
