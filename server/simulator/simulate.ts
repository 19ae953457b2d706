import type { Finding } from '../kubernetes/finding/finding.ts';
import type { CronJob, Job } from '../kubernetes/generated/types.ts';
import { isCronJob } from '../kubernetes/kinds.ts';
import type { KubernetesVersion } from '../kubernetes/versions.ts';
import { scheduleActions } from './actions.ts';
import { type Cluster, createCluster } from './api-server/cluster.ts';
import { editCronJob, editJob, noSuchObject } from './api-server/edits.ts';
import { createGarbageCollector, type GarbageCollector } from './controllers/garbage-collector.ts';
import { createTtlController } from './controllers/ttl-after-finished.ts';
import { createCronJobController } from './cronjob-controller/cronjob-controller.ts';
import { type Clock, createClock, type Instant, instantOf, shownSeconds } from './engine/clock.ts';
import type { Seconds } from './engine/time.ts';
import { createJobController } from './job-controller/job-controller.ts';
import type { ClusterState } from './kubectl/cluster-state.ts';
import { describeCronJob } from './kubectl/describe-cronjob.ts';
import { describeJob } from './kubectl/describe-job.ts';
import { createKubelet, type Kubelet } from './kubelet/kubelet.ts';
import { cronJobWithStatus, jobWithStatus, writeTime } from './objects/object-status.ts';
import type { JobObject } from './objects/objects.ts';
import { makeUid, newCronJobObject, newJobObject, readSpec, storedCronJob, storedJob, storeJobEdit } from './objects/stored-objects.ts';
import type { SimulationResult } from './recording/recording.ts';
import { clusterState, describedState } from './run/cluster-state.ts';
import { finalStatus, summarize } from './run/summary.ts';
import { containerBehaviours } from './scenario/container-behaviour.ts';
import type { Action, Scenario } from './scenario/scenario.ts';
import { jobsLiveAlike } from './shortcuts/alike.ts';
import { createPerformer } from './shortcuts/job-rehearsal.ts';
import type { TurnBounds } from './shortcuts/turn-copier.ts';
import { createRecorder } from './watch/recorder.ts';

export interface SimulationOptions {
  /** Watched up to here. Absent: until nothing more can happen, a day at most, of a CronJob an hour. */
  readonly until?: Seconds;
  readonly version: KubernetesVersion;
  /** After so many steps the run stops early, and says so. */
  readonly maxEvents?: number;
  /** Instead of the scenario's. */
  readonly seed?: number;
  /** False: every step is taken, where a long run would copy what repeats. The answer is the same, and takes longer. */
  readonly shortcuts?: boolean;
  /** Asked now and then; true ends the run early. */
  readonly cancelled?: () => boolean;
}

export interface Simulation {
  readonly result: SimulationResult;
  readonly state: ClusterState;
}

const namespaceDefault = 'default';
const defaultStartAt = Date.UTC(2026, 0, 1);
const longestJobRun: Seconds = 24 * 3600;
const longestCronJobRun: Seconds = 3600;
const defaultMaxEvents = 5_000_000;
const stepsBetweenQuestions = 4096;

/** What the controllers would do with an object that the API server accepts; equal input gives equal output. */
export function simulate(object: Job | CronJob, scenario: Scenario, options: SimulationOptions): SimulationResult {
  return simulateCluster(object, scenario, options).result;
}

/** The same, with the cluster as it is at the end, for kubectl's other output. */
export function simulateCluster(object: Job | CronJob, scenario: Scenario, options: SimulationOptions): Simulation {
  const seed = options.seed ?? scenario.seed ?? 0;
  const epoch = scenario.startAt ?? defaultStartAt;
  const clock = createClock();
  const recorder = createRecorder(clock);
  const cluster = createCluster(clock, recorder, object.metadata?.namespace ?? namespaceDefault, epoch);
  const behaviours = containerBehaviours(scenario, seed);
  const kubelet = createKubelet(cluster, behaviours, scenario.cluster ?? {});
  const collector = createGarbageCollector(cluster);
  const limit = options.until ?? (isCronJob(object) ? longestCronJobRun : longestJobRun);
  const { version } = options;
  const mayCopy = options.shortcuts !== false && jobsLiveAlike(scenario);
  const perform = mayCopy ? createPerformer({ cluster, behaviours, seed, epoch, limit: instantOf(limit) }) : undefined;
  const turns = mayCopy ? { limit: instantOf(limit), mostSteps: options.maxEvents ?? defaultMaxEvents } : undefined;
  const setup: Setup = { cluster, kubelet, collector, version, seed, epoch, perform, turns, actions: scenario.actions ?? [] };
  const results = isCronJob(object) ? setUpCronJob(object, setup) : setUpJob(object, setup);
  const { stoppedEarly, moment } = play(clock, limit, () => recorder.lastChange, options);
  const result: SimulationResult = {
    get jobs() {
      return recorder.jobs.all();
    },
    get pods() {
      return recorder.pods.all();
    },
    get cronjobs() {
      return recorder.cronjobs.all();
    },
    get events() {
      return recorder.events.all();
    },
    final: finalStatus(cluster, writeTime(epoch)),
    describe: describe(describedState(cluster, epoch, moment), version),
    actionResults: results,
    summary: summarize(cluster, behaviours.assumptions),
    get trace() {
      return recorder.trace.all();
    },
    until: stoppedEarly ? shownSeconds(moment) : (options.until ?? shownSeconds(moment)),
    stoppedEarly,
  };
  return { result, state: clusterState(cluster, epoch, moment) };
}

interface Setup {
  readonly cluster: Cluster;
  readonly kubelet: Kubelet;
  readonly collector: GarbageCollector;
  readonly version: KubernetesVersion;
  readonly seed: number;
  readonly epoch: number;
  readonly perform: ((job: JobObject) => boolean) | undefined;
  readonly turns: TurnBounds | undefined;
  readonly actions: readonly Action[];
}

type Patch = Readonly<Record<string, unknown>>;

function setUpJob(job: Job, setup: Setup): SimulationResult['actionResults'] {
  const { cluster, version, seed, epoch } = setup;
  connect(setup, () => {});
  const stored = storedJob(job, makeUid(seed, 'job', 0), version);
  const name = stored.metadata?.name ?? '';
  const object = newJobObject({ name, stored: () => stored, ...readSpec(stored.spec), ordinal: 0, owner: undefined, created: 0 });
  const time = writeTime(epoch);
  const edit = (patch: Patch): readonly Finding[] | undefined => {
    if (object.deleted !== undefined) return noSuchObject;
    const edited = editJob(jobWithStatus(object, time), patch, version);
    if (edited.refusal) return edited.refusal;
    storeJobEdit(object, edited.stored);
    cluster.jobChanged(object, edited.specChanged ? 'spec' : 'status');
    return undefined;
  };
  const results = scheduleActions(setup.actions, { ...setup, edit });
  cluster.addJob(object);
  return results;
}

function setUpCronJob(cronJob: CronJob, setup: Setup): SimulationResult['actionResults'] {
  const { cluster, version, seed, epoch } = setup;
  const object = newCronJobObject(storedCronJob(cronJob, makeUid(seed, 'cronjob'), version));
  cluster.cronJob = object;
  const controller = createCronJobController(object, setup);
  connect(setup, controller.jobChanged);
  const time = writeTime(epoch);
  const edit = (patch: Patch): readonly Finding[] | undefined => {
    if (object.deleted !== undefined) return noSuchObject;
    const edited = editCronJob(cronJobWithStatus(object, time), patch, version);
    if (edited.refusal) return edited.refusal;
    const before = object.stored;
    object.stored = edited.stored;
    cluster.recorder.cronJob('MODIFIED', object);
    controller.edited(before);
    return undefined;
  };
  const results = scheduleActions(setup.actions, { ...setup, edit });
  cluster.recorder.cronJob('ADDED', object);
  controller.added();
  return results;
}

/** Who hears of what. */
function connect({ cluster, kubelet, collector, seed, perform }: Setup, jobChanged: () => void): void {
  const jobController = createJobController(cluster, seed, perform);
  const checkTtl = createTtlController(cluster, collector);
  cluster.watchers = {
    podAdded: kubelet.podAdded,
    podDeleting: kubelet.podDeleting,
    podRemoved(pod) {
      kubelet.podRemoved(pod);
      collector.podRemoved(pod);
    },
    podChanged: jobController.podChanged,
    jobChanged(job, change) {
      jobController.jobChanged(job, change);
      if (job.finished) checkTtl(job);
      if (change === 'removed') collector.jobRemoved(job);
      if (job.owner) jobChanged();
    },
  };
}

/** Whether the run went to its end, and when that is. */
function play(clock: Clock, limit: Seconds, lastChange: () => Instant, options: SimulationOptions): Played {
  const { until, maxEvents = defaultMaxEvents, cancelled } = options;
  const end = instantOf(limit);
  for (let steps = 1; clock.step(end); steps++) {
    if (steps >= maxEvents || (steps % stepsBetweenQuestions === 0 && cancelled?.())) return { stoppedEarly: true, moment: clock.now };
  }
  return { stoppedEarly: false, moment: until === undefined && clock.idle ? lastChange() : end };
}

interface Played {
  readonly stoppedEarly: boolean;
  readonly moment: Instant;
}

function describe(state: ClusterState, version: KubernetesVersion): string {
  if (state.cronJob) return state.cronJob.deleted === undefined ? describeCronJob(state, state.cronJob, version) : '';
  const [job] = state.jobs;
  return job && job.deleted === undefined ? describeJob(state, job, version) : '';
}
