import type { CronJob } from '../../kubernetes/generated/types.ts';
import { findTimeZone, utc } from '../../kubernetes/time-zones/time-zone.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import type { Cluster } from '../api-server/cluster.ts';
import type { Instant } from '../engine/clock.ts';
import type { JobObject } from '../objects/objects.ts';
import { makeUid, storedJob } from '../objects/stored-objects.ts';
import { createDifferences, createTable } from '../run/columns.ts';
import type {
  CronJobColumns,
  CronJobStep,
  EventColumns,
  EventStep,
  JobColumns,
  MadeJobs,
  PodColumns,
  PodStep,
  Run,
  TraceColumns,
  TraceStep,
} from '../run/run.ts';
import { localTime, scheduledJob } from '../schedules/scheduled-job.ts';
import type { CronJobEntry, EventEntry, JobStep, PodEntry, TraceEntry } from '../watch/log.ts';

/** What is known of a run when it is over, beside what the cluster's recorder has written down. */
export interface Outline
  extends Pick<Run, 'version' | 'epoch' | 'end' | 'until' | 'settled' | 'stoppedEarly' | 'summary' | 'actionResults'> {
  readonly seed: number;
  /** No more Jobs, and no more pods, are told. */
  readonly most?: number | undefined;
}

/** The run as a value; its columns are written when they are first read. */
export function writeRun(cluster: Cluster, { seed, most = Infinity, ...known }: Outline): Run {
  const { cronJob, namespace } = cluster;
  const told = once(() => toldUpTo(cluster, known.end, most));
  const source = () => ({ cluster, told: told() });
  const columns = {
    cronJob: once(() => cronJob && writeCronJob(source())),
    jobs: once(() => writeJobs(source(), seed, known.version)),
    pods: once(() => writePods(source())),
    events: once(() => writeEvents(source())),
    trace: once(() => writeTrace(source())),
  };
  return {
    kind: cronJob ? 'CronJob' : 'Job',
    name: (cronJob ?? cluster.jobs.at(0))?.name ?? '',
    namespace,
    ...known,
    jobsCreated: cluster.jobs.length,
    get told() {
      return told();
    },
    get cronJob() {
      return columns.cronJob();
    },
    get jobs() {
      return columns.jobs();
    },
    get pods() {
      return columns.pods();
    },
    get events() {
      return columns.events();
    },
    get trace() {
      return columns.trace();
    },
  };
}

/** What it is made of is let go once it is made. */
function once<Value>(make: () => Value): () => Value {
  let read = () => {
    const value = make();
    read = () => value;
    return value;
  };
  return () => read();
}

/** What is written into columns: everything that happened in the cluster up to `told`. */
interface Source {
  readonly cluster: Cluster;
  readonly told: Instant;
}

/** All up to the end, or as much as makes no more than so many Jobs or pods. */
function toldUpTo({ jobs, pods, recorder }: Cluster, end: Instant, most: number): Instant {
  const before = (entry: { readonly at: Instant } | undefined) => (entry ? Math.min(end, entry.at - 1) : end);
  const firstJob = jobs.length > most ? first(recorder.jobs, ({ job }) => job >= most) : undefined;
  const firstPod = pods.length > most ? first(recorder.pods, ({ pod }) => pod >= most) : undefined;
  return Math.min(before(firstJob), before(firstPod));
}

function first<Thing>(things: Iterable<Thing>, isMeant: (thing: Thing) => boolean): Thing | undefined {
  for (const thing of things) if (isMeant(thing)) return thing;
  return undefined;
}

function writePods({ cluster, told }: Source): PodColumns {
  const at = createDifferences();
  const pod = createDifferences();
  const step: number[] = [];
  const steps = createTable(
    ({ event, READY, STATUS, RESTARTS, placed }: PodEntry) => `${event} ${READY} ${STATUS} ${RESTARTS} ${placed}`,
    ({ at: _, pod: __, ...rest }): PodStep => rest,
  );
  let count = 0;
  for (const entry of until(cluster.recorder.pods, told)) {
    at.push(entry.at);
    pod.push(entry.pod);
    step.push(steps.place(entry));
    count = Math.max(count, entry.pod + 1);
  }
  const names: string[] = [];
  const jobs = createDifferences();
  const indexes = createDifferences();
  const node: number[] = [];
  const nodes = createTable((name: string) => name, same);
  for (const one of firstOf(cluster.pods, count)) {
    names.push(one.name);
    jobs.push('past' in one ? one.job : one.job.ordinal);
    indexes.push(one.index);
    node.push(one.node === undefined ? -1 : nodes.place(one.node));
  }
  return {
    names,
    jobs: jobs.column,
    indexes: indexes.column,
    node,
    nodes: nodes.rows,
    at: at.column,
    pod: pod.column,
    step,
    steps: steps.rows,
  };
}

function writeJobs({ cluster, told }: Source, seed: number, version: KubernetesVersion): JobColumns {
  const at = createDifferences();
  const job = createDifferences();
  const step: number[] = [];
  const steps = createTable((one: JobStep) => JSON.stringify(one), same);
  /** Jobs that live alike share them: most are found without writing them down. */
  const known = new Map<JobStep, number>();
  let count = 0;
  for (const entry of until(cluster.recorder.jobs, told)) {
    const place = known.get(entry.step) ?? steps.place(entry.step);
    known.set(entry.step, place);
    at.push(entry.at);
    job.push(entry.job);
    step.push(place);
    count = Math.max(count, entry.job + 1);
  }
  const present = [...firstOf(cluster.jobs, count)];
  const made = cluster.cronJob ? writeMade(present, seed, version) : undefined;
  const names = present.map(({ name }) => name);
  return { names, ...(made ? { made } : {}), at: at.column, job: job.column, step, steps: steps.rows };
}

function writeMade(jobs: readonly Pick<JobObject, 'name' | 'origin'>[], seed: number, version: KubernetesVersion): MadeJobs {
  const like: number[] = [];
  const uids: string[] = [];
  const times: string[] = [];
  const objects: MadeJobs['objects'][number][] = [];
  const forms = new Map<CronJob, { readonly place: number; readonly zone: typeof utc }>();
  for (const [ordinal, { name, origin }] of jobs.entries()) {
    if (!origin) continue;
    const { of, time } = origin;
    const uid = makeUid(seed, 'job', ordinal);
    let form = forms.get(of);
    if (!form) {
      const { timeZone } = of.spec ?? {};
      const zone = (timeZone === undefined ? undefined : findTimeZone(timeZone)) ?? utc;
      form = { place: objects.length, zone };
      forms.set(of, form);
      objects.push(storedJob(scheduledJob(of, name, time, zone), uid, version));
    }
    like.push(form.place);
    uids.push(uid);
    times.push(localTime(time, form.zone));
  }
  return { like, objects, uids, times };
}

function writeCronJob({ cluster, told }: Source): CronJobColumns {
  const at = createDifferences();
  const job = createDifferences();
  const step: number[] = [];
  const steps = createTable((one: CronJobStep) => JSON.stringify(one), same);
  for (const entry of until(cluster.recorder.cronjobs, told)) {
    const latest = entry.active.at(-1) ?? 0;
    at.push(entry.at);
    job.push(latest);
    step.push(steps.place(counted(entry, latest)));
  }
  return { at: at.column, step, job: job.column, steps: steps.rows };
}

/** With times as how long before, and Jobs as how many before the latest. */
function counted({ at, active, lastScheduleTime, lastSuccessfulTime, ...rest }: CronJobEntry, latest: number): CronJobStep {
  return {
    ...rest,
    active: active.map((job) => latest - job),
    ...(lastScheduleTime === undefined ? {} : { lastScheduleTime: at - lastScheduleTime }),
    ...(lastSuccessfulTime === undefined ? {} : { lastSuccessfulTime: at - lastSuccessfulTime }),
  };
}

function writeEvents({ cluster, told }: Source): EventColumns {
  const at = createDifferences();
  const job = createDifferences();
  const count: number[] = [];
  const since: number[] = [];
  const step: number[] = [];
  const steps = createTable(
    ({ type, reason, source, combined, message }: EventEntry) => JSON.stringify([type, reason, source, combined, message]),
    ({ type, reason, message, source, combined }): EventStep => ({ type, reason, message, source, combined }),
  );
  for (const entry of until(cluster.recorder.events, told)) {
    at.push(entry.at);
    job.push(entry.kind === 'CronJob' ? -1 : entry.object);
    count.push(entry.count);
    since.push(entry.at - entry.first);
    step.push(steps.place(entry));
  }
  return { at: at.column, job: job.column, count, since, step, steps: steps.rows };
}

function writeTrace({ cluster, told }: Source): TraceColumns {
  const at = createDifferences();
  const pod = createDifferences();
  const step: number[] = [];
  const steps = createTable(
    ({ code, args }: TraceEntry) => JSON.stringify([code, args]),
    ({ code, args }): TraceStep => ({ code, args }),
  );
  for (const entry of until(cluster.recorder.trace, told)) {
    at.push(entry.at);
    pod.push(entry.pod ?? -1);
    step.push(steps.place(entry));
  }
  return { at: at.column, pod: pod.column, step, steps: steps.rows };
}

function same<Thing>(thing: Thing): Thing {
  return thing;
}

/** They are in order of time. */
function* until<Entry extends { readonly at: Instant }>(entries: Iterable<Entry>, told: Instant): Iterable<Entry> {
  for (const entry of entries) {
    if (entry.at > told) return;
    yield entry;
  }
}

function* firstOf<Thing>(things: Iterable<Thing>, count: number): Iterable<Thing> {
  let left = count;
  for (const thing of things) {
    if (left-- <= 0) return;
    yield thing;
  }
}
