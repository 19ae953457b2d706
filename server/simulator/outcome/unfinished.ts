import type { Cluster } from '../api-server/cluster.ts';
import { microsecondsPerSecond } from '../engine/clock.ts';
import type { Container } from '../objects/container.ts';
import type { JobObject, Pod } from '../objects/objects.ts';
import type { Unfinished } from '../run/run.ts';

/** Whether the container's latest run, or what keeps it from starting, goes on for ever. */
export type NeverEnds = (container: Container) => boolean;

/** The Jobs that exist and have not ended; of a CronJob all of its own. */
export function runningJobs({ cronJob, job }: Cluster): readonly JobObject[] {
  const all = cronJob ? [...cronJob.jobs.values()] : [job];
  return all.filter((one) => one !== undefined).filter(({ finished, deleted }) => !finished && deleted === undefined);
}

/** What keeps the running Jobs from their end; undefined where none is running. */
export function unfinished(cluster: Cluster, neverEnds: NeverEnds): Unfinished | undefined {
  const jobs = runningJobs(cluster);
  if (jobs.length === 0) return undefined;
  const replaced = cluster.cronJob?.stored.spec?.concurrencyPolicy === 'Replace';
  const disturbed = replaced || cluster.clock.appointments.next < Infinity;
  return { waiting: waitingStatus(cluster, jobs), endless: !disturbed && jobs.every((job) => goesOnForEver(job, neverEnds)) };
}

/** Statuses that kubectl shows of pods that go their way. */
const onItsWay = /^(Init:\d+\/\d+|ContainerCreating|PodInitializing|Running|NotReady|Terminating|Completed|Error)$/;

function waitingStatus({ admission, clock }: Cluster, jobs: readonly JobObject[]): string {
  const pods = jobs.flatMap(({ active }) => [...active]);
  // The run may be stopped before anybody has looked at a pod that was created just now.
  const isNew = ({ shownStatus, created }: Pod) => shownStatus === 'Pending' && clock.now - created < microsecondsPerSecond;
  const waits = pods.find((pod) => !onItsWay.test(pod.shownStatus) && !isNew(pod))?.shownStatus;
  const isRefused = (job: JobObject) => job.active.size === 0 && wantedPods(job) > 0 && admission.refuses(job);
  return waits ?? (jobs.some(isRefused) ? 'FailedCreate' : '');
}

/** How many pods the controller wants to be there now. */
function wantedPods({ fields, status }: JobObject): number {
  const { completions = Infinity, parallelism, suspended, managedByOther } = fields;
  return suspended || managedByOther ? 0 : Math.min(parallelism, completions - status.succeeded);
}

/** No deadline ends it, as many pods run as may, and none of them ever ends. */
function goesOnForEver(job: JobObject, neverEnds: NeverEnds): boolean {
  const wanted = wantedPods(job);
  if (job.fields.activeDeadline !== undefined || wanted <= 0 || job.active.size < wanted) return false;
  return [...job.active].every((pod) => podGoesOn(pod, neverEnds));
}

/** Only where nothing else can end it: no probe, no failing hook, no other container that might fail or has yet to run. */
function podGoesOn({ plan, initContainers, containers }: Pod, neverEnds: NeverEnds): boolean {
  const all = [...initContainers, ...containers];
  const watched = [...plan.init, ...plan.regular].some(({ probes, hasPostStart }) => probes !== undefined || hasPostStart);
  if (plan.activeDeadline !== undefined || watched) return false;
  const left = all.filter(({ state, exitCode }) => state !== 'terminated' || exitCode !== 0);
  const [first] = left;
  const own = left.filter(({ plan: { kind } }) => kind !== 'sidecar');
  const initializing = first?.plan.kind === 'init' && neverEnds(first);
  return initializing || (own.length > 0 && own.every(neverEnds));
}
