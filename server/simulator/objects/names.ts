import { madeUpEnd } from '../../kubernetes/creation/generate-name.ts';
import { type Instant, wallTime } from '../engine/clock.ts';
import { makeUid, nameEnd } from '../engine/random.ts';
import type { JobCondition } from './objects.ts';
import type { Name, Text } from './text.ts';

/** How the objects of a run are called, and what is said in their names. */
export interface Names {
  /** The Job for that time of the schedule, or the simulated Job itself. */
  job(due: Instant | undefined): string;
  pod(due: Instant | undefined, index: number, ordinal: number): string;
  say(text: Text): string;
}

/** `name` is that of the simulated object; `epoch` the wall clock at t = 0, in milliseconds since 1970. */
export function createNames(name: string, namespace: string, epoch: number, seed: number): Names {
  const job = (due: Instant | undefined) => (due === undefined ? name : scheduledJobName(name, wallTime(epoch, due)));
  const pod = (due: Instant | undefined, index: number, ordinal: number) => podName(job(due), index, ordinal, seed);
  const called = (one: Name) => {
    switch (one.kind) {
      case 'job':
        return madeName(name, one.minute);
      case 'pod':
        return pod(one.due, one.index, one.ordinal);
      case 'refused-pod':
        return `${generatedBase(job(one.due), one.index)}${madeUpEnd}`;
      case 'unnamed-pod':
        return generatedBase(job(one.due), one.index);
      case 'full-pod':
        return `${pod(one.due, one.index, one.ordinal)}_${namespace}(${makeUid(seed, 'pod', one.ordinal)})`;
      case 'time':
        return new Date(wallTime(epoch, one.at)).toUTCString().replace('GMT', 'UTC');
    }
  };
  return { job, pod, say: (text) => (typeof text === 'string' ? text : `${text.before}${called(text.name)}${text.after}`) };
}

/** The same conditions with their messages in words. */
export function inWords(conditions: readonly JobCondition[], { say }: Names): readonly JobCondition<string>[] {
  return conditions.map((one) => ({ ...one, message: say(one.message) }));
}

/** Jobs are named by the minute: two times in one minute share a name (pkg/controller/cronjob utils.go getJobName). */
export function scheduledJobName(cronJob: string, time: number): string {
  return madeName(cronJob, minuteOf(time));
}

/** The minute of a time, both since 1970, the time in milliseconds. */
export function minuteOf(time: number): number {
  return Math.floor(time / 60_000);
}

function madeName(cronJob: string, minute: number): string {
  return `${cronJob}-${minute}`;
}

const longestBase = 58;
/** The name that the API server would make; the end differs from pod to pod. */
function podName(job: string, index: number, ordinal: number, seed: number): string {
  return `${generatedBase(job, index)}${nameEnd(seed, ordinal)}`;
}

/** The index survives where the name is too long for the five characters that follow. */
function generatedBase(job: string, index: number): string {
  if (index < 0) return `${job}-`.slice(0, longestBase);
  const suffix = `-${index}-`;
  return `${job.slice(0, longestBase - suffix.length)}${suffix}`;
}
