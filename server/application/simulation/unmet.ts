import { jobOf } from '../../kubernetes/creation/job-from-cronjob.ts';
import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import { isCronJob } from '../../kubernetes/kinds.ts';
import type { Texts } from '../../messages/render.ts';
import type { Run } from '../../simulator/run/run.ts';
import type { PodBehaviour, Scenario } from '../../simulator/scenario/scenario.ts';

type Counted = Pick<Run, 'summary' | 'jobsCreated' | 'actionResults'>;

/** What a scenario speaks of that there was not in the run, or no field of its object, as where it was written for another Job: a sentence each. */
export function unmetTexts(scenario: Scenario, object: Job | CronJob, run: Counted, texts: Texts): readonly string[] {
  const containers = unmetContainers(scenario, object);
  const pods = (scenario.pods ?? []).filter((pod) => isUnmet(pod, object, run)).map(podName);
  const fields = run.actionResults.flatMap(({ dropped = [] }) => dropped.map(({ path }) => path));
  return [
    ...(containers.length ? [texts('scenario-unmet-containers', { containers })] : []),
    ...(pods.length ? [texts('scenario-unmet-pods', { pods: [...new Set(pods)] })] : []),
    ...(fields.length ? [texts('scenario-unmet-fields', { fields: [...new Set(fields)] })] : []),
  ];
}

function unmetContainers({ containers, pods = [] }: Scenario, object: Job | CronJob): readonly string[] {
  const { containers: regular = [], initContainers = [] } = jobOf(object).spec?.template?.spec ?? {};
  const there = new Set([...regular, ...initContainers].map(({ name }) => name));
  const named = [{ containers }, ...pods].flatMap((one) => Object.keys(one.containers ?? {}));
  return [...new Set(named)].filter((name) => !there.has(name));
}

function isUnmet({ ordinal, index, job }: PodBehaviour, object: Job | CronJob, { summary, jobsCreated }: Counted): boolean {
  const { completionMode, completions = 1 } = jobOf(object).spec ?? {};
  if (job !== undefined && job >= jobsCreated) return true;
  if (index !== undefined) return completionMode !== 'Indexed' || index >= completions;
  // How many pods each of a CronJob's Jobs had is not counted.
  return ordinal !== undefined && !isCronJob(object) && ordinal >= summary.podsCreated;
}

function podName({ ordinal, index, job }: PodBehaviour): string {
  const ofJob = job === undefined ? [] : [`job ${job}`];
  if (index !== undefined) return [...ofJob, `index ${index}`].join(', ');
  return [...ofJob, ...(ordinal === undefined ? [] : [`#${ordinal}`])].join(', ');
}
