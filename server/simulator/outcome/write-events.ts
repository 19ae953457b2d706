import type { Instant } from '../engine/clock.ts';
import type { Skipped } from '../engine/skipped.ts';
import type { NamelessText } from '../objects/text.ts';
import { createDifferences } from '../run/columns.ts';
import type { EventColumns, EventStep } from '../run/run.ts';
import type { EventLog, SeriesColumns } from '../watch/event-log.ts';
import type { StoredSeries } from '../watch/log.ts';
import { createTable } from '../watch/table.ts';
import { eachRow } from './each-row.ts';
import { createNamesWriter } from './write-named.ts';

export function writeEvents(log: EventLog, told: Instant): EventColumns {
  const { steps: said, named } = log;
  const [at, object] = [createDifferences(), createDifferences()];
  const [count, since, step]: [number[], Instant[], number[]] = [[], [], []];
  const names = createNamesWriter(
    named,
    said.map(({ message }) => [message]),
  );
  const steps = createTable(
    ({ place, combined }: Said) => place * 2 + (combined ? 1 : 0),
    ({ one, combined }: Said): EventStep => ({ ...one, message: combined ? combinedMessage(one.message) : one.message, combined }),
  );
  const storedAt = seriesReader(log);
  eachRow(log, told, (row, by, instant) => {
    const place = log.step[row] ?? -1;
    const one = said[place];
    const { combined, count: times, first } = storedAt(row, by);
    if (!one || times === 0) return;
    at.push(instant);
    object.push((log.object[row] ?? 0) + created(one.kind, by));
    count.push(times);
    since.push(instant - first);
    step.push(steps.place({ place, one, combined }));
    names.write(row, place, by);
  });
  return { at: at.column, object: object.column, count, since, step, steps: steps.rows, named: names.columns };
}

/** How many more of that kind there are then. */
function created(kind: EventStep['kind'], { jobs, pods }: Skipped): number {
  if (kind === 'Pod') return pods;
  return kind === 'Job' ? jobs : 0;
}

/** What was said, and whether it is told as one with others. */
interface Said {
  readonly place: number;
  readonly one: EventLog['steps'][number];
  readonly combined: boolean;
}

/** How the latest of events that are told as one reads. */
function combinedMessage(message: NamelessText): NamelessText {
  const prefix = '(combined from similar events): ';
  return typeof message === 'string' ? `${prefix}${message}` : { ...message, before: `${prefix}${message.before}` };
}

/** How the event of each row is stored, to be asked row by row. */
function seriesReader({ stored, storedAgain, steps, step }: EventLog): (row: number, by: Skipped) => StoredSeries {
  let again = 0;
  return (row, by) => {
    const anew = by.time > 0 && steps[step[row] ?? -1]?.kind === 'CronJob';
    if (anew) return seriesAt(storedAgain, again++);
    return seriesAt(stored, row, by.time);
  };
}

function seriesAt({ combined, count, first }: SeriesColumns, place: number, later = 0): StoredSeries {
  return { combined: combined[place] ?? false, count: count[place] ?? 0, first: (first[place] ?? 0) + later };
}
