import type { Cluster } from '../api-server/cluster.ts';
import type { EventDeed } from '../api-server/event-deeds.ts';
import type { Instant } from '../engine/clock.ts';
import type { CronJobEntry, JobEntry, Notice, PodEntry, TraceEntry } from '../watch/log.ts';

/** How much was written and how many objects there were at a moment. */
export interface Marks {
  readonly jobRows: number;
  readonly podRows: number;
  readonly cronJobRows: number;
  readonly trace: number;
  readonly jobs: number;
  readonly pods: number;
  readonly podsFailed: number;
  readonly restarts: number;
}

/** What was written from one time of the schedule to the next. */
export interface Turn {
  readonly start: Instant;
  /** The time of the schedule, in milliseconds since 1970. */
  readonly time: number;
  readonly length: Instant;
  readonly from: Marks;
  readonly to: Marks;
  readonly deeds: readonly EventDeed[];
}

interface Written {
  readonly jobs: readonly JobEntry[];
  readonly pods: readonly PodEntry[];
  readonly cronjobs: readonly CronJobEntry[];
  readonly trace: readonly TraceEntry[];
  readonly deeds: readonly EventDeed[];
}

/** What is written so many turns later. */
export type LaterTurns = { readonly [List in keyof Written]: (later: number) => Written[List] } & {
  /** Each of the turn's deeds, as it is done so many turns later. */
  readonly eachDeed: readonly ((later: number) => EventDeed)[];
};

export function marksOf({ recorder, jobs, pods, totals }: Cluster): Marks {
  return {
    jobRows: recorder.jobs.length,
    podRows: recorder.pods.length,
    cronJobRows: recorder.cronjobs.length,
    trace: recorder.trace.length,
    jobs: jobs.length,
    pods: pods.length,
    ...totals,
  };
}

/** What was written in the turn itself. */
export function writtenIn({ recorder }: Cluster, { from, to, deeds }: Turn): Written {
  return {
    jobs: recorder.jobs.slice(from.jobRows, to.jobRows),
    pods: recorder.pods.slice(from.podRows, to.podRows),
    cronjobs: recorder.cronjobs.slice(from.cronJobRows, to.cronJobRows),
    trace: recorder.trace.slice(from.trace, to.trace),
    deeds,
  };
}

/** A text that names objects of its turn: the same in another turn. */
type Text = string | ((later: number) => string);

/**
 * Names of Jobs and pods are those of as many objects later, which must be
 * in the cluster by then. `kept` is how many Jobs before the turn's own it may speak of.
 */
export function laterTurns(cluster: Cluster, turn: Turn, kept: number): LaterTurns {
  const { from, to, length, time } = turn;
  const podsEach = to.pods - from.pods;
  const names: (readonly [string, (later: number) => string])[] = [];
  // Names of pods begin with those of their Jobs: they are looked for first.
  for (let pod = Math.max(0, from.pods - kept * podsEach); pod < to.pods; pod++) {
    names.push([cluster.pods.at(pod)?.name ?? '', (later) => cluster.pods.at(pod + later * podsEach)?.name ?? '']);
  }
  for (let job = from.jobs - kept; job < to.jobs; job++) {
    names.push([cluster.jobs.at(job)?.name ?? '', (later) => cluster.jobs.at(job + later)?.name ?? '']);
  }
  const isoTime = (later: number) => new Date(time + (later * length) / 1000).toISOString();
  names.push([isoTime(0), isoTime]);

  function textOf(text: string): Text {
    for (const [name, named] of names) {
      const place = text.indexOf(name);
      if (place < 0) continue;
      if (name === text) return named;
      const [before, after] = [textOf(text.slice(0, place)), textOf(text.slice(place + name.length))];
      return (later) => say(before, later) + named(later) + say(after, later);
    }
    return text;
  }
  const { jobs, pods, cronjobs, trace, deeds } = writtenIn(cluster, turn);
  const namedTrace = trace.map((entry) => ({ entry, args: argsLater(entry.args, textOf) }));
  const eachDeed = deeds.map((deed) => {
    const again = deedLater(deed, textOf);
    return (later: number) => again(later, later * length);
  });
  return {
    jobs: (later) => jobs.map(({ at, job, step }) => ({ at: at + later * length, job: job + later, step })),
    pods: (later) =>
      pods.map(({ at, event, pod, READY, STATUS, RESTARTS, placed }) => {
        return { at: at + later * length, pod: pod + later * podsEach, event, READY, STATUS, RESTARTS, placed };
      }),
    cronjobs: (later) => cronjobs.map((entry) => cronJobLater(entry, later, later * length)),
    trace: (later) =>
      namedTrace.map(({ entry: { at, pod, code }, args }) => {
        const about = pod === undefined ? {} : { pod: pod + later * podsEach };
        return { at: at + later * length, ...about, code, args: args(later) };
      }),
    deeds: (later) => eachDeed.map((deed) => deed(later)),
    eachDeed,
  };
}

function say(text: Text, later: number): string {
  return typeof text === 'string' ? text : text(later);
}

function cronJobLater(entry: CronJobEntry, later: number, shift: Instant): CronJobEntry {
  const { at, active, lastScheduleTime, lastSuccessfulTime } = entry;
  return {
    ...entry,
    at: at + shift,
    active: active.map((job) => job + later),
    ...(lastScheduleTime === undefined ? {} : { lastScheduleTime: lastScheduleTime + shift }),
    ...(lastSuccessfulTime === undefined ? {} : { lastSuccessfulTime: lastSuccessfulTime + shift }),
  };
}

function argsLater(args: TraceEntry['args'], textOf: (text: string) => Text): (later: number) => TraceEntry['args'] {
  const texts = Object.entries(args).map(([key, value]) => [key, typeof value === 'string' ? textOf(value) : value] as const);
  if (texts.every(([, value]) => typeof value !== 'function')) return () => args;
  return (later) => {
    const moved: Record<string, string> = {};
    for (const [key, value] of texts) if (typeof value === 'function') moved[key] = value(later);
    return Object.assign({ ...args }, moved);
  };
}

function deedLater(deed: EventDeed, textOf: (text: string) => Text): (later: number, shift: Instant) => EventDeed {
  switch (deed.does) {
    case 'send': {
      const { kind, type, reason, source } = deed.notice;
      const message = textOf(deed.notice.message);
      return (later, shift) => {
        const notice = { kind, object: objectLater(deed.notice, later), type, reason, message: say(message, later), source };
        return { does: 'send', notice, at: deed.at + shift };
      };
    }
    case 'add': {
      const { at, kind, type, reason, source, combined, count, first } = deed.entry;
      const message = textOf(deed.entry.message);
      return (later, shift) => {
        const about = { kind, object: objectLater(deed.entry, later), type, reason, message: say(message, later), source };
        return { does: 'add', entry: { at: at + shift, ...about, combined, count, first: first + shift } };
      };
    }
    case 'forget':
      return (later) => ({ does: 'forget', job: deed.job + later });
  }
}

function objectLater({ kind, object }: Notice, later: number): number {
  return kind === 'CronJob' ? object : object + later;
}
