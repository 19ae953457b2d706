import type { Cluster } from '../api-server/cluster.ts';
import type { Instant, Skipped } from '../engine/clock.ts';
import type { CronJobObject } from '../objects/objects.ts';
import type { RowList } from '../recording/row-list.ts';
import { cronJobLater, eventLater, jobLater, type Later, podLater, traceLater } from '../watch/later.ts';
import type { EventEntry, StoredSeries } from '../watch/log.ts';

/** How far a run had come at some time; times and numbers count since the create request. */
export interface Mark {
  readonly at: Instant;
  readonly jobs: number;
  readonly pods: number;
  readonly totals: Cluster['totals'];
  /** How much was written down. */
  readonly written: { readonly [Log in 'jobs' | 'pods' | 'cronjobs' | 'events' | 'trace']: number };
}

export function markOf({ clock: { now, skipped }, created, totals, recorder }: Cluster): Mark {
  const { jobs, pods, cronjobs, events, trace } = recorder;
  return {
    at: now + skipped.time,
    jobs: created.jobs + skipped.jobs,
    pods: created.pods + skipped.pods,
    totals: { ...totals },
    written: { jobs: jobs.length, pods: pods.length, cronjobs: cronjobs.length, events: events.length, trace: trace.length },
  };
}

/** What passed between two marks. */
function between(from: Mark, to: Mark): Skipped {
  return { time: to.at - from.at, jobs: to.jobs - from.jobs, pods: to.pods - from.pods };
}

function times(count: number, { time, jobs, pods }: Skipped): Skipped {
  return { time: count * time, jobs: count * jobs, pods: count * pods };
}

/** All that happened since the mark happens so many times more, one after the other, and time has passed. */
export function repeat(cluster: Cluster, cronJob: CronJobObject, from: Mark, count: number): void {
  const { recorder, clock, totals } = cluster;
  const { written } = from;
  const to = markOf(cluster);
  const passed = between(from, to);
  const again = <Entry>(log: RowList<Entry>, place: number, later: Later<Entry>) => {
    const entries = log.from(place);
    log.pushLater(count, entries.length, (time) => entries.map((entry) => later(entry, times(time, passed))));
  };
  again(recorder.jobs, written.jobs, jobLater);
  again(recorder.pods, written.pods, podLater);
  again(recorder.cronjobs, written.cronjobs, cronJobLater);
  again(recorder.trace, written.trace, traceLater);
  repeatEvents(cluster, cronJob, recorder.events.from(written.events), passed, count);
  totals.podsFailed += count * (totals.podsFailed - from.totals.podsFailed);
  totals.restarts += count * (totals.restarts - from.totals.restarts);
  clock.skip(times(count, passed));
}

/** What becomes of an event of the CronJob depends on all before it, so each is sent anew; what becomes of a Job's does not. */
function repeatEvents(cluster: Cluster, cronJob: CronJobObject, events: readonly EventEntry[], passed: Skipped, count: number): void {
  const ofCronJob = events.filter(({ job }) => job === undefined);
  const sent: (StoredSeries | undefined)[] = [];
  for (let time = 1; time <= count; time++) {
    const by = times(time, passed);
    for (const event of ofCronJob) sent.push(cluster.events.send(cronJob, eventLater(event, by)));
  }
  cluster.recorder.events.pushLater(count, events.length, (time) => {
    let place = (time - 1) * ofCronJob.length;
    const by = times(time, passed);
    return events.map((event) => (event.job === undefined ? { ...eventLater(event, by), stored: sent[place++] } : eventLater(event, by)));
  });
}
