import type { Instant } from '../engine/clock.ts';
import type { Skipped } from '../engine/skipped.ts';
import type { NamelessText } from '../objects/text.ts';
import { differencesOf, timesOf } from '../run/columns.ts';
import type { EventColumns, EventStep } from '../run/run.ts';
import type { EventLog } from '../watch/event-log.ts';
import { eachRow } from './each-row.ts';
import { createUsedSteps } from './used-steps.ts';
import { createNamesWriter } from './write-named.ts';

/** `simulated` is the kind of the object that is simulated. */
export function writeEvents(log: EventLog, told: Instant, simulated: 'CronJob' | 'Job'): EventColumns {
  const { steps: said, named, stored, storedAgain } = log;
  const [at, object, count, since, step]: [number[], number[], number[], Instant[], number[]] = [[], [], [], [], []];
  const names = createNamesWriter(
    named,
    said.map(({ message }) => [message]),
  );
  const steps = createUsedSteps(said.flatMap(aloneAndCombined));
  let again = 0;
  eachRow(log, told, (row, by, instant) => {
    const place = log.step[row] ?? -1;
    const kind = said[place]?.kind;
    const anew = kind === simulated && by.time > 0;
    const series = anew ? storedAgain : stored;
    const entry = anew ? again++ : row;
    const times = series.count[entry] ?? 0;
    if (times === 0) return;
    at.push(instant);
    object.push((log.object[row] ?? 0) + created(kind, by));
    count.push(times);
    since.push(instant - (series.first[entry] ?? 0) - (anew ? 0 : by.time));
    step.push(steps.place(place * 2 + (series.combined[entry] ? 1 : 0)));
    names.write(row, place, by);
  });
  return { at: timesOf(at), object: differencesOf(object), count, since, step, steps: steps.steps, named: names.columns };
}

/** How many more of that kind there are then. */
function created(kind: EventStep['kind'] | undefined, { jobs, pods }: Skipped): number {
  if (kind === 'Pod') return pods;
  return kind === 'Job' ? jobs : 0;
}

/** How something is told where it is told alone, and where it is told as one with others. */
function aloneAndCombined(said: EventLog['steps'][number]): readonly EventStep[] {
  return [
    { ...said, combined: false },
    { ...said, message: combinedMessage(said.message), combined: true },
  ];
}

/** How the latest of events that are told as one reads. */
function combinedMessage(message: NamelessText): NamelessText {
  const prefix = '(combined from similar events): ';
  return typeof message === 'string' ? `${prefix}${message}` : { ...message, before: `${prefix}${message.before}` };
}
