import { jobName, podName, readRun } from './read-run.ts';
import type { Run } from './run.ts';

/** A pod that there was at some time. */
export interface PodOfRun {
  readonly name: string;
  /** The name of the Job that it belongs to, or belonged to until it was orphaned. */
  readonly job: string;
  /** Its completion index, of an Indexed Job. */
  readonly index?: number;
}

/** All pods by ordinal, which is how rows mean them. */
export function podsOf(run: Run): readonly PodOfRun[] {
  const reading = readRun(run);
  const [podJobs, podIndexes] = [reading.podJobs(), reading.podIndexes()];
  return Array.from(podJobs, (job, pod) => {
    const index = podIndexes[pod] ?? -1;
    return { name: podName(reading, pod), job: jobName(reading, job), ...(index < 0 ? {} : { index }) };
  });
}
