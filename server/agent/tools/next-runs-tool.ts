import { parseSchedule } from '../../kubernetes/cron/parse-schedule.ts';
import { findTimeZone, spanAt, utc } from '../../kubernetes/time-zones/time-zone.ts';
import { nextRuns } from '../../language/words/next-runs.ts';
import { scheduleWords } from '../../language/words/schedule-words.ts';
import { textsIn } from '../../messages/render.ts';
import { refusal, type Tool } from './tool.ts';

const usualCount = 5;

/** What four digits of a year can say, in milliseconds since 1970. */
const [earliest, latest] = [Date.parse('0001-01-01'), Date.parse('9999-12-31')];

export const nextRunsTool: Tool = {
  name: 'next_runs',
  title: 'Next runs of a schedule',
  description:
    "Says in words when a CronJob's schedule is due, and its next times, as the Kubernetes controller reckons them: its own cron dialect, time zones and clock changes among them. Use it to check a schedule instead of reading it by eye.",
  inputSchema: {
    type: 'object',
    properties: {
      schedule: { type: 'string', maxLength: 1000, description: 'As in spec.schedule: five fields, @daily, @every 90m.' },
      timeZone: { type: 'string', maxLength: 100, description: 'As in spec.timeZone, such as Europe/Berlin; UTC where nothing is said.' },
      from: {
        type: 'string',
        maxLength: 40,
        description: 'Times after this one, such as 2026-03-28T12:00:00Z; now where nothing is said.',
      },
      count: { type: 'integer', minimum: 1, maximum: 100, description: `How many; ${usualCount} where nothing is said.` },
    },
    required: ['schedule'],
    additionalProperties: false,
  },
  outputSchema: {
    type: 'object',
    properties: {
      words: { type: 'string' },
      timeZone: { type: 'string' },
      times: { type: 'array', items: { type: 'string' }, description: 'With the offset from UTC that the zone has then.' },
    },
    required: [],
  },
  run({ schedule: sent, timeZone, from, count }, now) {
    const schedule = String(sent);
    const begin = from === undefined ? now : Date.parse(String(from));
    if (!(begin >= earliest && begin <= latest)) return refusal(`There is no time ${String(from)}: write it as 2026-03-28T12:00:00Z.`);
    const parsed = parseSchedule(schedule);
    if (!parsed.ok)
      return refusal(
        `Kubernetes cannot read the schedule "${schedule}": write five fields (minute, hour, day of month, month, day of week), @hourly, @daily, @weekly, @monthly, or @every 90m.`,
      );
    const named = timeZone === undefined ? utc : findTimeZone(String(timeZone));
    if (!named) return refusal(`There is no time zone ${String(timeZone)}: name one of the IANA database, such as Europe/Berlin.`);
    const zone = (parsed.schedule.kind === 'cron' ? parsed.schedule.zone : undefined) ?? named;
    const offsetAt = (time: number) => spanAt(zone, Math.floor(time / 1000)).offset;
    const times = nextRuns(schedule, named.name, begin, Number(count ?? usualCount)).map((time) => withOffset(time, offsetAt(time)));
    const words = scheduleWords(schedule, textsIn('en')) ?? '';
    const lines = [`${words} (${zone.name})`, ...(times.length > 0 ? times : ['It is never due.'])];
    return { text: lines.join('\n'), data: { words, timeZone: zone.name, times } };
  },
};

/** `2026-03-29T03:30:00+02:00`; `offset` in seconds east of Greenwich. */
function withOffset(time: number, offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60);
  const two = (number: number) => String(number).padStart(2, '0');
  const clock = new Date(time + offset * 1000).toISOString().slice(0, -5);
  return offset === 0 ? `${clock}Z` : `${clock}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
