import { parseSchedule } from '../../kubernetes/cron/parse-schedule.ts';
import { type FieldPath, field } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding, missing } from '../../kubernetes/finding/finding.ts';
import type { CronJobSpec } from '../../kubernetes/generated/types.ts';
import { findTimeZone } from '../../kubernetes/time-zones/time-zone.ts';
import { relatedField } from '../common-rules.ts';
import { type RuleContext, writtenValue } from '../context.ts';

/**
 * The schedule must be readable and name no time zone; an object that has one already (`old`) may keep it, unless it
 * has a timeZone too. `TZ` anywhere in the text counts, as in the server.
 */
export function validateSchedule(spec: CronJobSpec, path: FieldPath, context: RuleContext, old?: CronJobSpec): Finding[] {
  const at = field(path, 'schedule');
  const schedule = spec.schedule ?? '';
  if (schedule === '') {
    const code = 'cron-job-schedule-missing';
    return [writtenValue(at, spec.schedule, context) === undefined ? missing(at, code) : bad(at, 'Required', code)];
  }
  const parsed = parseSchedule(schedule);
  const found = parsed.ok ? [] : [bad(at, 'Invalid', parsed.fault.code, { args: parsed.fault.args })];
  if (!schedule.includes('TZ')) return found;
  if (!old?.schedule?.includes('TZ')) return [...found, bad(at, 'Invalid', 'cron-job-schedule-time-zone')];
  if (spec.timeZone === undefined) return found;
  return [...found, bad(at, 'Invalid', 'cron-job-two-time-zones', { related: [relatedField(path, 'timeZone')] })];
}

/** A zone of the IANA data, by its exact name (pkg/apis/batch/validation, 1.37). */
export function validateTimeZone(value: string | undefined, path: FieldPath): Finding[] {
  if (value === undefined) return [];
  if (value === '') return [bad(path, 'Invalid', 'cron-job-time-zone-empty')];
  if (value.toLowerCase() === 'local') return [bad(path, 'Invalid', 'cron-job-time-zone-local')];
  const wellFormed = value.split('/').every((part) => part !== '.' && part !== '..' && /^(?!-)[A-Za-z.\-_0-9+]{1,14}$/.test(part));
  return wellFormed && findTimeZone(value) ? [] : [bad(path, 'Invalid', 'cron-job-time-zone-unknown', { args: { value } })];
}
