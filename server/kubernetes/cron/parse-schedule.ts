import { findTimeZone, type TimeZone, utc } from '../time-zones/time-zone.ts';
import { fieldsOf, trimSpaces } from '../values/go-spaces.ts';
import { parseField } from './cron-field.ts';
import { parseGoDuration } from './go-duration.ts';
import type { CronField, Schedule } from './schedule.ts';
import type { ScheduleFault } from './schedule-fault.ts';

export type ParsedSchedule = { readonly ok: true; readonly schedule: Schedule } | { readonly ok: false; readonly fault: ScheduleFault };

const descriptors: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

/**
 * Reads a schedule as the cron library in Kubernetes does (robfig/cron v3.0.1, ParseStandard): five fields, `@daily` and its
 * kin, `@every` with a Go duration, a `TZ=` in front of them. The API server forbids that last one by a rule of its own; the
 * CronJob controller puts a CronJob's timeZone there.
 */
export function parseSchedule(text: string): ParsedSchedule {
  if (text === '') return fault({ code: 'schedule-empty', args: {} });
  if (!/^(CRON_)?TZ=/.test(text)) return parseUnzoned(text, undefined);
  const end = text.indexOf(' ');
  if (end < 0) return fault({ code: 'schedule-zone-only', args: {} });
  const name = text.slice(text.indexOf('=') + 1, end);
  const zone = name === '' ? utc : findTimeZone(name);
  if (!zone && name !== 'Local') return fault({ code: 'schedule-zone-unknown', args: { zone: name } });
  return parseUnzoned(trimSpaces(text.slice(end)), zone);
}

function parseUnzoned(text: string, zone: TimeZone | undefined): ParsedSchedule {
  if (!text.startsWith('@')) return parseFields(text, zone);
  const fields = Object.hasOwn(descriptors, text) ? descriptors[text] : undefined;
  if (fields !== undefined) return parseFields(fields, zone);
  if (!text.startsWith('@every ')) return fault({ code: 'schedule-descriptor-unknown', args: { descriptor: text } });
  const duration = text.slice('@every '.length);
  const nanoseconds = parseGoDuration(duration);
  if (nanoseconds === undefined) return fault({ code: 'schedule-every-duration', args: { duration } });
  return { ok: true, schedule: { kind: 'every', seconds: Math.max(1, Number(nanoseconds / 1_000_000_000n)) } };
}

function parseFields(text: string, zone: TimeZone | undefined): ParsedSchedule {
  const texts = fieldsOf(text);
  const [minute, hour, dayOfMonth, month, dayOfWeek, more] = texts;
  if (!minute || !hour || !dayOfMonth || !month || !dayOfWeek || more)
    return fault({ code: 'schedule-field-count', args: { count: texts.length } });
  const faults: ScheduleFault[] = [];
  const read = (name: Parameters<typeof parseField>[0], field: string): CronField => {
    const parsed = parseField(name, field);
    if (parsed.ok) return parsed.field;
    faults.push(parsed.fault);
    return { values: [], has: [], star: false };
  };
  const schedule: Schedule = {
    kind: 'cron',
    minute: read('minute', minute),
    hour: read('hour', hour),
    dayOfMonth: read('dayOfMonth', dayOfMonth),
    month: read('month', month),
    dayOfWeek: read('dayOfWeek', dayOfWeek),
    ...(zone ? { zone } : {}),
  };
  const [first] = faults;
  return first ? fault(first) : { ok: true, schedule };
}

function fault(found: ScheduleFault): ParsedSchedule {
  return { ok: false, fault: found };
}
