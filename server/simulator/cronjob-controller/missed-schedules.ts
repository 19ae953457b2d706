import { nextTime } from '../../kubernetes/cron/next-time.ts';
import type { Schedule } from '../../kubernetes/cron/schedule.ts';
import type { TimeZone } from '../../kubernetes/time-zones/time-zone.ts';

/** All times here are milliseconds since 1970. */
export interface ScheduleClock {
  /** The first time after `from`; undefined if there is none within five years. */
  next(from: number): number | undefined;
}

/** One look at a CronJob asks for about so many. */
const remembered = 8;

/** Remembers the last answers: a controller asks the same questions again with every change of a Job. */
export function scheduleClock(schedule: Schedule, zone: TimeZone): ScheduleClock {
  const asked: number[] = [];
  const answers: (number | undefined)[] = [];
  let oldest = 0;
  return {
    next(from) {
      const known = asked.indexOf(from);
      if (known >= 0) return answers[known];
      const answer = nextTime(schedule, zone, from);
      asked[oldest] = from;
      answers[oldest] = answer;
      oldest = (oldest + 1) % remembered;
      return answer;
    },
  };
}

export interface UnmetTime {
  /** From when on times count: the last one that was met, or the CronJob's creation, or the starting deadline. */
  readonly earliest: number;
  /** The latest time that passed; undefined when none did. */
  readonly latest: number | undefined;
  readonly missed: 'none' | 'few' | 'many';
}

const many = 100;

/** The latest time that is due (pkg/controller/cronjob/utils.go mostRecentScheduleTime); undefined where times make no sense. */
export function latestUnmetTime(clock: ScheduleClock, earliest: number, now: number): UnmetTime | undefined {
  const first = clock.next(earliest);
  const second = first === undefined ? undefined : clock.next(first);
  if (first === undefined || second === undefined) return undefined;
  if (now < first) return { earliest, latest: undefined, missed: 'none' };
  if (now < second) return { earliest, latest: first, missed: 'none' };
  const gap = Math.round((second - first) / 1000);
  if (gap < 1) return undefined;
  const count = Math.floor((now - first) / 1000 / gap) + 1;
  let latest: number | undefined;
  let time = clock.next(first + (count - 2) * gap * 1000);
  for (; time !== undefined && time <= now; time = clock.next(time)) latest = time;
  return { earliest, latest, missed: count > many ? 'many' : 'few' };
}

/** When the CronJob is to be looked at again, a tenth of a second after its next time (nextScheduleTimeDuration). */
export function nextLook(clock: ScheduleClock, earliest: number, now: number): number | undefined {
  const unmet = latestUnmetTime(clock, earliest, now);
  const next = clock.next(unmet?.latest ?? (unmet?.missed === 'none' ? unmet.earliest : now));
  return next === undefined ? undefined : next + 100;
}
