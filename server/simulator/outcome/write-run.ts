import type { CronJob } from '../../kubernetes/generated/types.ts';
import { findTimeZone, utc } from '../../kubernetes/time-zones/time-zone.ts';
import type { Cluster } from '../api-server/cluster.ts';
import { localTime, scheduledJob } from '../cronjob-controller/scheduled-job.ts';
import { type Instant, wallTime } from '../engine/clock.ts';
import { createNames, inWords, type Names } from '../objects/names.ts';
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
import type { CronJobEntry, JobEntry, JobStep, PodEntry, TurnExplanation } from '../watch/log.ts';

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
  const { name = '' } = cronJob ?? cluster.job ?? {};
  const told = once(() => toldUpTo(cluster, known.end, most));
  const names = createNames(name, known.epoch, seed);
  const source = () => ({ cluster, told: told(), names });
  const columns = {
    cronJob: once(() => cronJob && writeCronJob(source())),
    jobs: once(() => writeJobs(source(), { ...known, seed })),
    pods: once(() => writePods(source())),
    events: once(() => writeEvents(source())),
    trace: once(() => writeTrace(source(), known.epoch)),
  };
  return {
    kind: cronJob ? 'CronJob' : 'Job',
    name,
    namespace,
    ...known,
    jobsCreated: cluster.created.jobs + cluster.clock.skipped.jobs,
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
  readonly names: Names;
}

/** All up to the end, or as much as makes no more than so many Jobs or pods. */
function toldUpTo({ created, clock, recorder }: Cluster, end: Instant, most: number): Instant {
  const { skipped } = clock;
  const before = (entry: { readonly at: Instant } | undefined) => (entry ? Math.min(end, entry.at - 1) : end);
  const firstJob = created.jobs + skipped.jobs > most ? first(recorder.jobs, ({ job }) => job >= most) : undefined;
  const firstPod = created.pods + skipped.pods > most ? first(recorder.pods, ({ pod }) => pod >= most) : undefined;
  return Math.min(before(firstJob), before(firstPod));
}

function first<Thing>(things: Iterable<Thing>, isMeant: (thing: Thing) => boolean): Thing | undefined {
  for (const thing of things) if (isMeant(thing)) return thing;
  return undefined;
}

function writePods({ cluster, told, names }: Source): PodColumns {
  const at = createDifferences();
  const pod = createDifferences();
  const step: number[] = [];
  const steps = createTable(
    ({ event, READY, STATUS, RESTARTS, node }: PodEntry) => `${event} ${READY} ${STATUS} ${RESTARTS} ${node !== undefined}`,
    ({ event, READY, STATUS, RESTARTS, node }): PodStep => ({ event, READY, STATUS, RESTARTS, placed: node !== undefined }),
  );
  const called: string[] = [];
  const jobs = createDifferences();
  const indexes = createDifferences();
  const node: number[] = [];
  const nodes = createTable((name: string) => name, same);
  for (const entry of until(cluster.recorder.pods, told)) {
    at.push(entry.at);
    pod.push(entry.pod);
    step.push(steps.place(entry));
    if (entry.origin) {
      const { job, due, index } = entry.origin;
      called.push(names.pod(due, index, entry.pod));
      jobs.push(job);
      indexes.push(index);
    }
    node[entry.pod] = entry.node === undefined ? -1 : nodes.place(entry.node);
  }
  return {
    names: called,
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

/** What the Jobs that a CronJob made follow from. */
type Making = Pick<Outline, 'seed' | 'version' | 'epoch'>;

function writeJobs({ cluster, told, names }: Source, making: Making): JobColumns {
  const at = createDifferences();
  const job = createDifferences();
  const step: number[] = [];
  const steps = createTable((one: JobStep<string>) => JSON.stringify(one), same);
  /** Jobs that live alike share them: most are found without writing them down. */
  const known = new Map<JobStep, number>();
  const added: JobEntry[] = [];
  for (const entry of until(cluster.recorder.jobs, told)) {
    const place = known.get(entry.step) ?? steps.place(stepInWords(entry.step, names));
    known.set(entry.step, place);
    at.push(entry.at);
    job.push(entry.job);
    step.push(place);
    if (entry.step.event === 'ADDED') added.push(entry);
  }
  const made = cluster.cronJob ? writeMade(added, names, making) : undefined;
  const called = added.map(({ origin }) => names.job(origin?.due));
  return { names: called, ...(made ? { made } : {}), at: at.column, job: job.column, step, steps: steps.rows };
}

function stepInWords({ event, status, ...step }: JobStep, names: Names): JobStep<string> {
  const { conditions, ...change } = status;
  return { event, status: { ...change, ...(conditions ? { conditions: inWords(conditions, names) } : {}) }, ...step };
}

function writeMade(added: readonly JobEntry[], names: Names, { seed, version, epoch }: Making): MadeJobs {
  const like: number[] = [];
  const uids: string[] = [];
  const times: string[] = [];
  const objects: MadeJobs['objects'][number][] = [];
  const forms = new Map<CronJob, { readonly place: number; readonly zone: typeof utc }>();
  for (const { job, origin } of added) {
    if (!origin) continue;
    const { of, due } = origin;
    const time = wallTime(epoch, due);
    const uid = makeUid(seed, 'job', job);
    let form = forms.get(of);
    if (!form) {
      const { timeZone } = of.spec ?? {};
      const zone = (timeZone === undefined ? undefined : findTimeZone(timeZone)) ?? utc;
      form = { place: objects.length, zone };
      forms.set(of, form);
      objects.push(storedJob(scheduledJob(of, names.job(due), time, zone), uid, version));
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

function writeEvents({ cluster, told, names }: Source): EventColumns {
  const at = createDifferences();
  const job = createDifferences();
  const count: number[] = [];
  const since: number[] = [];
  const step: number[] = [];
  const steps = createTable(
    ({ type, reason, source, combined, message }: EventStep) => JSON.stringify([type, reason, source, combined, message]),
    same,
  );
  for (const { at: instant, job: about, type, reason, message, source, stored } of until(cluster.recorder.events, told)) {
    if (!stored) continue;
    const said = names.say(message);
    at.push(instant);
    job.push(about ?? -1);
    count.push(stored.count);
    since.push(instant - stored.first);
    step.push(steps.place({ type, reason, message: stored.combined ? combined(said) : said, source, combined: stored.combined }));
  }
  return { at: at.column, job: job.column, count, since, step, steps: steps.rows };
}

/** How the latest of events that are told as one reads. */
function combined(message: string): string {
  return `(combined from similar events): ${message}`;
}

function writeTrace({ cluster, told, names }: Source, epoch: number): TraceColumns {
  const at = createDifferences();
  const pod = createDifferences();
  const step: number[] = [];
  const steps = createTable(
    ({ code, args }: TraceStep) => JSON.stringify([code, args]),
    ({ code, args }) => ({ code, args }),
  );
  for (const entry of until(cluster.recorder.trace, told)) {
    at.push(entry.at);
    pod.push('due' in entry ? -1 : (entry.pod ?? -1));
    step.push(steps.place('due' in entry ? turnStep(entry, names, epoch) : entry));
  }
  return { at: at.column, pod: pod.column, step, steps: steps.rows };
}

function turnStep({ code, due }: TurnExplanation, names: Names, epoch: number): TraceStep {
  const job = names.job(due);
  const time = new Date(wallTime(epoch, due)).toISOString();
  switch (code) {
    case 'trace-scheduled':
      return { code, args: { job, time } };
    case 'trace-history-full':
    case 'trace-replaced':
      return { code, args: { job } };
    case 'trace-too-late':
    case 'trace-forbidden':
      return { code, args: { time } };
  }
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
