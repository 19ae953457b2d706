import { timeZoneNames } from '../../../kubernetes/time-zones/time-zone.ts';
import { valueAt } from '../../../plain/node-path.ts';
import { clockTime, nextRuns, offsetIn } from '../../words/next-runs.ts';
import { scheduleWords } from '../../words/schedule-words.ts';
import type { ValueInManifest, ValueKind, Words } from './value-kind.ts';

const examples = ['*/15 * * * *', '0 * * * *', '30 2 * * *', '0 9 * * 1-5', '0 0 * * 0', '0 0 1 * *', '@hourly', '@daily'] as const;
const runsTold = 5;

/** When a CronJob runs. */
export const cronSchedule: ValueKind = {
  choices: () => examples.map((value) => ({ value, quoted: true, detail: `schedule-example-${value}` })),
  meaning: (value) => {
    const words = inWords(value.value, value.analysis);
    return words && [`**${words}**`, ...nextRunLines(value)].join('\n\n');
  },
  hint: { setting: 'schedules', words: inWords },
  colours: 'signs',
};

/** The name of a time zone. */
export const timeZone: ValueKind = {
  choices: () => timeZoneNames.map((value) => ({ value })),
  meaning: ({ analysis, clock, value }) => {
    if (typeof value !== 'string') return undefined;
    const offset = offsetIn(value, clock.now);
    return analysis.texts('value-time-zone', { time: clockTime(clock.now, offset, analysis), offset: fromUtc(offset) });
  },
};

function inWords(value: unknown, words: Words): string | undefined {
  return typeof value === 'string' ? scheduleWords(value, words.texts) : undefined;
}

/** The next runs by the clock of the CronJob's zone, and by the user's own where that differs. */
function nextRunLines({ analysis, clock, value, object }: ValueInManifest): readonly string[] {
  const { texts } = analysis;
  const written = valueAt(object.judged.object, ['spec', 'timeZone']);
  const zone = typeof written === 'string' ? written : undefined;
  const runs = nextRuns(String(value), zone, clock.now, runsTold);
  if (runs.length === 0) return [texts('value-never-runs')];
  const lines = runs.map((run) => {
    const there = offsetIn(zone, run);
    const here = clock.localOffset(run);
    const local = here === there ? '' : ` · ${texts('value-local-time', { time: clockTime(run, here, analysis) })}`;
    return `- ${clockTime(run, there, analysis)}${local}`;
  });
  return [zone === undefined ? texts('value-next-runs-no-zone') : texts('value-next-runs', { zone }), lines.join('\n')];
}

/** `UTC+09:00` for a number of seconds ahead. */
function fromUtc(offset: number): string {
  const minutes = Math.abs(Math.round(offset / 60));
  return `UTC${offset < 0 ? '-' : '+'}${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
