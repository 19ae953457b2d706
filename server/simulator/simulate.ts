import { containerDefaults } from '../admission/limit-range.ts';
import type { NamespaceFacts } from '../admission/namespace-facts.ts';
import { jobOf } from '../kubernetes/creation/job-from-cronjob.ts';
import type { CronJob, Job } from '../kubernetes/generated/types.ts';
import { isCronJob } from '../kubernetes/kinds.ts';
import type { ExistingObject } from '../kubernetes/references/existing-object.ts';
import type { KubernetesVersion } from '../kubernetes/versions.ts';
import { scheduleActions } from './actions.ts';
import { type Cluster, createCluster } from './api-server/cluster.ts';
import { type EditAnswer, editCronJob, editJob, noSuchObject } from './api-server/edits.ts';
import { unheardEvents } from './api-server/event-correlation.ts';
import { createPodAdmission } from './api-server/pod-admission.ts';
import { createGarbageCollector, type GarbageCollector } from './controllers/garbage-collector.ts';
import { createTtlController } from './controllers/ttl-after-finished.ts';
import { createCronJobController } from './cronjob-controller/cronjob-controller.ts';
import { createClock, instantOf, shownSeconds } from './engine/clock.ts';
import { makeUid } from './engine/random.ts';
import type { Seconds } from './engine/time.ts';
import { createJobController } from './job-controller/job-controller.ts';
import { createKubelet, type Kubelet } from './kubelet/kubelet.ts';
import { createNames, inWords } from './objects/names.ts';
import { cronJobWithStatus, jobWithStatus, writeTime } from './objects/object-status.ts';
import { newCronJobObject, newJobObject, readSpec, storedCronJob, storedJob, storeJobEdit } from './objects/stored-objects.ts';
import { summarize, summarizeRuns } from './outcome/summary.ts';
import { unfinished } from './outcome/unfinished.ts';
import { type Outline, writeOutcome, writeRun } from './outcome/write-run.ts';
import { isEarly, play } from './play.ts';
import type { ActionResult, Summary } from './recording/recording.ts';
import type { CronJobOutcome, Run } from './run/run.ts';
import { containerBehaviours } from './scenario/container-behaviour.ts';
import { objectAssumptions } from './scenario/objects-named.ts';
import { queueAssumptions } from './scenario/queue-assumption.ts';
import type { Action, Scenario } from './scenario/scenario.ts';
import { jobsLiveAlike, podsLiveAlike } from './shortcuts/alike.ts';
import { type Bounds, createSkipAhead } from './shortcuts/skip-ahead.ts';
import { createSkipWaves, type WaveBounds } from './shortcuts/skip-waves.ts';
import { behaviourOf } from './versions/behaviour.ts';
import { outcomeRecorder } from './watch/outcome-recorder.ts';
import { createRecorder } from './watch/recorder.ts';

export interface SimulationOptions {
  /** Watched up to here. Absent: until nothing more can happen, a day at most; of a CronJob until its third run has ended (`play`). */
  readonly until?: Seconds;
  readonly version: KubernetesVersion;
  /** What is in force in the object's namespace; absent where nothing is known of it. */
  readonly facts?: NamespaceFacts;
  /** Objects that pods may name and that are known to exist in that namespace; others are assumed to exist. */
  readonly existing?: readonly ExistingObject[];
  /** After so many steps the run stops early, and says so. */
  readonly maxEvents?: number;
  /** Where more pods than this exist at once the run stops early too, and says so; absent: as many as fit into memory. */
  readonly mostPods?: number;
  /** The same of a CronJob's Jobs, running or kept. */
  readonly mostJobs?: number;
  /** The same of the numbers that the statuses of pods are written in. */
  readonly mostStatusNumbers?: number;
  /** Instead of the scenario's. */
  readonly seed?: number;
  /** False: every step is taken, where a long run would copy what repeats. The answer is the same, and takes longer. */
  readonly shortcuts?: boolean;
  /** No more rows of a CronJob's Jobs and pods than this are copied instead of lived: where more follow, the run stops early. */
  readonly mostCopiedRows?: number;
  /** Asked now and then; true ends the run early. */
  readonly cancelled?: () => boolean;
  /** The run is told as far as it has no more Jobs, and no more pods, than this. Absent: whole. */
  readonly most?: number;
  /** And as far as it has no more changes of Jobs, of pods, of the CronJob, and no more events, than this each. */
  readonly mostRows?: number;
}

const namespaceDefault = 'default';
const defaultStartAt = Date.UTC(2026, 0, 1);
/** With more pods of one container at once, or as much in other pods, a run would not fit into half a gigabyte of memory. */
const mostPlainPods = 110_000;
/** A Job takes about as much as a pod, and what is told of all of them at one moment as much again. */
const defaultMostJobs = 15_000;
/** Nor would it with more numbers in statuses of pods: each change of a pod of very many containers writes all of them. */
const defaultMostStatusNumbers = 16_000_000;
/** What is copied costs next to nothing until somebody reads all of it. */
const defaultMostCopiedRows = 10_000_000;

/** What the controllers would do with an object that the API server accepts; equal input gives equal output. */
export function simulate(object: Job | CronJob, scenario: Scenario, options: SimulationOptions): Run {
  const { cluster, outline } = lived(object, scenario, options, 'rows');
  return writeRun(cluster, outline, options);
}

export interface OutcomeOptions extends SimulationOptions {
  readonly until: Seconds;
}

/** What that comes to, the same to the byte, in three fifths of the time. */
export function simulateOutcome(cronJob: CronJob, scenario: Scenario, options: OutcomeOptions): CronJobOutcome {
  const { cluster, outline } = lived(cronJob, scenario, options, 'outcome');
  return writeOutcome(cluster, outline);
}

/** The summary of a run: no more is known of it, as it takes less. */
export function simulateSummary(object: Job | CronJob, scenario: Scenario, options: SimulationOptions): Summary {
  return lived(object, scenario, options, 'outcome').outline.summary;
}

/** A run when it is over. */
interface Lived {
  readonly cluster: Cluster;
  readonly outline: Outline;
}

/** Lets the object live, and has what happens written down as far as it is asked for. */
function lived(object: Job | CronJob, scenario: Scenario, options: SimulationOptions, asked: 'rows' | 'outcome'): Lived {
  const seed = options.seed ?? scenario.seed ?? 0;
  const epoch = scenario.startAt ?? defaultStartAt;
  const clock = createClock();
  const behaviour = behaviourOf(options.version);
  const written = createRecorder(clock, epoch, behaviour, options.mostRows);
  const heard = asked === 'rows' ? { recorder: written } : { recorder: outcomeRecorder(written), events: unheardEvents };
  const cluster = createCluster({ clock, ...heard, namespace: object.metadata?.namespace ?? namespaceDefault, epoch, behaviour });
  cluster.admission = createPodAdmission(clock, options.facts, options.version);
  const { existing = [] } = options;
  const behaviours = containerBehaviours(scenario, seed, { namespace: cluster.namespace, existing });
  const kubelet = createKubelet(cluster, behaviours, scenario.cluster ?? {}, scenario.kubelet?.notice);
  const collector = createGarbageCollector(cluster);
  const { version, mostCopiedRows = defaultMostCopiedRows, mostPods = mostPodsOf(object), mostJobs = defaultMostJobs } = options;
  const notice = instantOf(scenario.kubelet?.notice ?? 0);
  const reach = { limit: 0, mostRows: mostCopiedRows, isFull: false, mostPods, notice };
  const setup: Setup = {
    cluster,
    kubelet,
    collector,
    version,
    seed,
    epoch,
    shortcuts: options.shortcuts !== false && mayRepeat(object, scenario, options.facts) ? reach : undefined,
    actions: scenario.actions ?? [],
  };
  const actionResults = isCronJob(object) ? setUpCronJob(object, setup) : setUpJob(object, setup);
  const lastAction = Math.max(0, ...setup.actions.map(({ at }) => at));
  const bounds = { mostStatusNumbers: defaultMostStatusNumbers, ...options, mostPods, mostJobs, lastAction };
  const { why, end } = play(cluster, bounds, reach);
  const stoppedEarly = isEarly(why);
  const outline = {
    version,
    containerDefaults: containerDefaults(options.facts?.limitRanges ?? []),
    seed,
    epoch,
    end,
    until: stoppedEarly ? shownSeconds(end) : (options.until ?? shownSeconds(end)),
    settled: !stoppedEarly && clock.idle,
    stoppedEarly,
    ...(why === 'pods' ? { mostPods: Math.min(mostPods, cluster.existingPods) } : {}),
    ...(why === 'jobs' ? { mostJobs } : {}),
    watched: why,
    summary: summarize(cluster, [...queueAssumptions(object), ...behaviours.assumptions, ...objectAssumptions(object, existing)]),
    runsOfCronJob: summarizeRuns(cluster),
    unfinished: unfinished(cluster, behaviours.neverEnds),
    actionResults,
  };
  return { cluster, outline };
}

interface Setup {
  readonly cluster: Cluster;
  readonly kubelet: Kubelet;
  readonly collector: GarbageCollector;
  readonly version: KubernetesVersion;
  readonly seed: number;
  readonly epoch: number;
  /** Absent where every step is taken. */
  readonly shortcuts: (Bounds & WaveBounds) | undefined;
  readonly actions: readonly Action[];
}

/** Whether what happens may come again and again; a quota may count what is there, which becomes more and more. */
function mayRepeat(object: Job | CronJob, scenario: Scenario, facts: NamespaceFacts | undefined): boolean {
  if (isCronJob(object)) return jobsLiveAlike(scenario);
  return podsLiveAlike(object.spec?.template?.spec ?? {}, scenario) && (facts?.quotas ?? []).length === 0;
}

type Patch = Readonly<Record<string, unknown>>;

function setUpJob(job: Job, setup: Setup): readonly ActionResult[] {
  const { cluster, version, seed, epoch } = setup;
  const stored = storedJob(job, makeUid(seed, 'job', 0), version);
  const name = stored.metadata?.name ?? '';
  const alone = { ordinal: 0, owner: undefined, origin: undefined, created: 0 };
  const object = newJobObject({ name, stored, ...readSpec(stored.spec), ...alone });
  connect(setup, { skipWaves: setup.shortcuts && createSkipWaves(cluster, object, setup.shortcuts) });
  const names = createNames(name, cluster.namespace, epoch, seed);
  const time = writeTime(epoch);
  const edit = (patch: Patch): EditAnswer => {
    if (object.deleted !== undefined) return { refusal: noSuchObject };
    const { created, status } = object;
    const told = { ...status, conditions: inWords(status.conditions, names) };
    const edited = editJob(jobWithStatus({ stored: object.stored ?? stored, status: told, created }, time), patch, version);
    if (edited.refusal || !edited.changed) return edited;
    storeJobEdit(object, edited.stored);
    cluster.jobChanged(object, edited.changed === 'spec' ? 'spec' : 'status');
    return edited;
  };
  const results = scheduleActions(setup.actions, { ...setup, edit });
  cluster.addJob(object);
  return results;
}

function setUpCronJob(cronJob: CronJob, setup: Setup): readonly ActionResult[] {
  const { cluster, version, seed, epoch } = setup;
  const object = newCronJobObject(storedCronJob(cronJob, makeUid(seed, 'cronjob'), version));
  cluster.cronJob = object;
  const skipAhead = setup.shortcuts && createSkipAhead(cluster, object, epoch, setup.shortcuts);
  const controller = createCronJobController(object, { ...setup, skipAhead });
  connect(setup, { jobChanged: controller.jobChanged });
  const time = writeTime(epoch);
  const edit = (patch: Patch): EditAnswer => {
    if (object.deleted !== undefined) return { refusal: noSuchObject };
    const edited = editCronJob(cronJobWithStatus(object, time), patch, version);
    if (edited.refusal || !edited.changed) return edited;
    const before = object.stored;
    object.stored = edited.stored;
    cluster.recorder.cronJob('MODIFIED', object);
    controller.edited(before);
    return edited;
  };
  const results = scheduleActions(setup.actions, { ...setup, edit });
  cluster.recorder.cronJob('ADDED', object);
  controller.added();
  return results;
}

/** What else is to be done where a Job of a CronJob changes, and before a Job without one is looked at. */
interface Besides {
  readonly jobChanged?: () => void;
  readonly skipWaves?: ReturnType<typeof createSkipWaves> | undefined;
}

/** Who hears of what. */
function connect({ cluster, kubelet, collector }: Setup, { jobChanged, skipWaves }: Besides): void {
  const jobController = createJobController(cluster, skipWaves);
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
      if (job.owner) jobChanged?.();
    },
  };
}

/** A pod takes about twice as much as each of its containers. */
function mostPodsOf(object: Job | CronJob): number {
  const { initContainers = [], containers = [] } = jobOf(object).spec?.template?.spec ?? {};
  return Math.floor((3 * mostPlainPods) / (2 + Math.max(1, initContainers.length + containers.length)));
}
