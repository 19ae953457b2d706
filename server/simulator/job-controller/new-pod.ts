import type { Cluster } from '../api-server/cluster.ts';
import type { JobObject, Pod } from '../objects/objects.ts';
import type { PodPlan } from '../objects/pod-plan.ts';

/** What a pod takes over from the one that it replaces; only of Jobs with backoffLimitPerIndex. */
export interface Inheritance {
  readonly failures: number;
  readonly ignoredFailures: number;
}

/** A pod that the API server takes. */
export interface PlannedPod {
  /** -1 without one. */
  readonly index: number;
  readonly plan: PodPlan;
}

/** A pod as the Job controller creates it (pkg/controller/job manageJob). */
export function newPod(cluster: Cluster, job: JobObject, { index, plan }: PlannedPod, inherited: Inheritance): Pod {
  const ordinal = cluster.created.pods;
  const place = job.podsCreated++;
  let attempt = 0;
  if (index >= 0) {
    job.attempts ??= new Map();
    attempt = job.attempts.get(index) ?? 0;
    job.attempts.set(index, attempt + 1);
  }
  return {
    ordinal,
    place,
    job,
    index,
    attempt,
    failures: inherited.failures,
    ignoredFailures: inherited.ignoredFailures,
    plan,
    created: cluster.clock.now,
    phase: 'Pending',
    reason: '',
    node: undefined,
    initContainers: [],
    initDone: 0,
    initDoneRestarts: 0,
    initTried: 0,
    containers: [],
    ready: false,
    readyChanged: undefined,
    disruption: '',
    finalizer: true,
    deletion: undefined,
    deleted: undefined,
    orphan: false,
    lost: false,
    worker: undefined,
    shownReady: '',
    shownStatus: '',
    shownRestarts: 0,
    shownMark: 0,
    standing: 'none',
    countedReady: false,
    countedRestarts: 0,
  };
}
