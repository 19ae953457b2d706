import { at } from '../../../server/simulator/run/at.ts';
import { readRun } from '../../../server/simulator/run/read-run.ts';
import type { Run } from '../../../server/simulator/run/run.ts';
import type { PodMeant } from '../../../server/simulator/what-if/what-if-edit.ts';

/**
 * A pod of a run, as scenarios mean it: by its completion index and attempt, otherwise by the order of creation in its Job; of a
 * CronJob with the number of that Job. Undefined where there is no such pod.
 */
export function podMeant(run: Run, ordinal: number): PodMeant | undefined {
  const reading = readRun(run);
  const [jobs, indexes] = [reading.podJobs(), reading.podIndexes()];
  const job = jobs[ordinal];
  if (job === undefined) return undefined;
  const index = indexes[ordinal] ?? -1;
  const earlier = Array.from(jobs.slice(0, ordinal), (of, pod) => ({ of, index: indexes[pod] ?? -1 })).filter(({ of }) => of === job);
  const ofJob = run.kind === 'CronJob' ? { job } : {};
  if (index < 0) return { ordinal: earlier.length, ...ofJob };
  return { index, attempt: earlier.filter((one) => one.index === index).length, ...ofJob };
}

/** Whether containers that fail are restarted in their pods. */
export function restartsInPlace(run: Run): boolean {
  const { object } = at(run, 0);
  const spec = object?.kind === 'CronJob' ? object.object.spec?.jobTemplate?.spec : object?.object.spec;
  return spec?.template?.spec?.restartPolicy === 'OnFailure';
}

/** The node of a pod; undefined where it never had one. */
export function nodeOf({ pods: { node, nodes } }: Run, ordinal: number): string | undefined {
  return nodes[node[ordinal] ?? -1];
}
