import type { Instant } from '../engine/clock.ts';
import { differencesOf, stretchesOf, timesOf } from '../run/columns.ts';
import type { PodColumns } from '../run/run.ts';
import { indexLater } from '../watch/later.ts';
import type { PodLog } from '../watch/pod-log.ts';
import { eachOf, eachRow } from './each-row.ts';
import { createUsedSteps } from './used-steps.ts';

export function writePods(log: PodLog, until: Instant): PodColumns {
  const { nodes, words, created } = log;
  const used = createUsedSteps(log.steps);
  const told = createUsedSteps(log.statuses);
  const [at, pod, step, node, status]: [number[], number[], number[], number[], number[]] = [[], [], [], [], []];
  const [jobs, indexes, failures, ignored]: [number[], number[], number[], number[]] = [[], [], [], []];
  eachRow(log, until, (row, by, instant) => {
    const ordinal = (log.pod[row] ?? 0) + by.pods;
    at.push(instant);
    pod.push(ordinal);
    step.push(used.place(log.step[row] ?? -1));
    status.push(told.place(log.status[row] ?? -1));
    node[ordinal] = log.node[row] ?? -1;
  });
  eachOf(created.rows, node.length, (row, by) => {
    jobs.push((created.job[row] ?? 0) + by.jobs);
    indexes.push(indexLater(created.index[row] ?? -1, by));
    failures.push(created.failures[row] ?? 0);
    ignored.push(created.ignoredFailures[row] ?? 0);
  });
  const changes = { at: timesOf(at), pod: differencesOf(pod), step, steps: used.steps, status, statuses: told.steps, words };
  const tries = { failures: stretchesOf(failures), ignoredFailures: stretchesOf(ignored) };
  return { jobs: differencesOf(jobs), indexes: differencesOf(indexes), ...tries, node, nodes, ...changes };
}
