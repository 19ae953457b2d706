import { type CronFieldName, cronFields } from './cron-field.ts';
import type { CronSchedule } from './schedule.ts';

/** A step that does not divide what it counts, so that the last interval is another than the rest. */
export interface UnevenStep {
  readonly field: CronFieldName;
  /** Its place among the five fields. */
  readonly place: number;
  /** As it is written: `*\/35`. */
  readonly text: string;
  readonly step: number;
  /** The numbers at which it matches, ascending. */
  readonly values: readonly number[];
}

const names: readonly CronFieldName[] = ['minute', 'hour', 'dayOfMonth', 'month', 'dayOfWeek'];

/**
 * The first field of a schedule whose step begins anew before it has come round: `*\/35` for the minute matches 0 and 35 of each
 * hour, `*\/90` only 0. Undefined where the interval that is cut short is none, as of `*\/35 3 * * *`, which stops within its
 * hour; of ranges that do not go to the end; and of several parts between commas. `text` is the schedule as it is written.
 */
export function unevenStep(schedule: CronSchedule, text: string): UnevenStep | undefined {
  const fields = text.trim().split(/\s+/);
  if (fields.length !== names.length) return undefined;
  const steps = names.flatMap((field, place) => {
    const found = stepToTheEnd(fields[place] ?? '', field);
    return found === undefined ? [] : [{ field, place, text: fields[place] ?? '', step: found, values: schedule[field].values }];
  });
  return steps.find(({ field, step }) => isUneven(field, step) && (step >= lengthOf(field) || comesRound(field, schedule)));
}

/** The step of a field that goes on to the end of its numbers. */
function stepToTheEnd(text: string, field: CronFieldName): number | undefined {
  const [, last, step] = /^(?:[*?]|\d+(?:-(\d+))?)\/(\d+)$/.exec(text) ?? [];
  const toTheEnd = last === undefined || Number(last) === cronFields[field].most;
  return step !== undefined && toTheEnd ? Number(step) : undefined;
}

function lengthOf(field: CronFieldName): number {
  return cronFields[field].most - cronFields[field].least + 1;
}

/** Months are of several lengths, so no step divides all of them. */
function isUneven(field: CronFieldName, step: number): boolean {
  return field === 'dayOfMonth' ? step > 1 : lengthOf(field) % step !== 0;
}

/** Whether what follows the last match of a field is its first one, at once: the next hour after minutes, the next day after hours. */
function comesRound(field: CronFieldName, { hour, dayOfMonth, dayOfWeek }: CronSchedule): boolean {
  if (field === 'minute') return hour.values.some((value) => hour.has[(value + 1) % 24]);
  return field !== 'hour' || (dayOfMonth.star && dayOfWeek.star);
}
