import type { Instant } from '../engine/clock.ts';
import { createDifferences } from '../run/columns.ts';
import type { PodColumns } from '../run/run.ts';
import type { PodLog } from '../watch/pod-log.ts';
import { eachOf, eachRow } from './each-row.ts';
import { createUsedSteps } from './used-steps.ts';

export function writePods(log: PodLog, told: Instant): PodColumns {
  const { nodes, created } = log;
  const used = createUsedSteps(log.steps);
  const [at, pod, jobs, indexes] = [createDifferences(), createDifferences(), createDifferences(), createDifferences()];
  const step: number[] = [];
  const node: number[] = [];
  eachRow(log, told, (row, by, instant) => {
    const ordinal = (log.pod[row] ?? 0) + by.pods;
    at.push(instant);
    pod.push(ordinal);
    step.push(used.place(log.step[row] ?? -1));
    node[ordinal] = log.node[row] ?? -1;
  });
  eachOf(created.rows, node.length, (row, by) => {
    jobs.push((created.job[row] ?? 0) + by.jobs);
    indexes.push(created.index[row] ?? -1);
  });
  return { jobs: jobs.column, indexes: indexes.column, node, nodes, at: at.column, pod: pod.column, step, steps: used.steps };
}
