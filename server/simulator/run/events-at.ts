import { type Instant, instantOf, secondsOf, shownSeconds } from '../engine/clock.ts';
import type { Seen, StoredEvent } from '../kubectl/moment.ts';
import { objectName, type RunReading } from './read-run.ts';
import { inWords } from './words.ts';

/** The API server keeps events for an hour after they last changed (--event-ttl). */
const keptFor = instantOf(3600);

/** The events that are stored at the instant, in the order of their names. */
export function eventsAt(reading: RunReading, instant: Instant): readonly StoredEvent[] {
  const [series, placeOf] = [reading.eventSeries(), reading.eventPlaces()];
  // Each goes to its own place, which is known from the first moment on: to sort names anew would take longer than all else.
  const inPlace = new Uint32Array(series.length);
  for (const change of storedChanges(reading, instant)) inPlace[placeOf[series[change] ?? 0] ?? 0] = change + 1;
  const events: StoredEvent[] = [];
  for (const next of inPlace) {
    const event = next > 0 ? storedEvent(reading, next - 1) : undefined;
    if (event) events.push(event);
  }
  return events;
}

/** Those of them about one object, in the order in which they were first stored. The others are not put into words. */
export function eventsAboutAt(reading: RunReading, instant: Instant, kind: StoredEvent['kind'], name: string): readonly StoredEvent[] {
  const { steps, step } = reading.run.events;
  const { of } = reading.events();
  const series = reading.eventSeries();
  return storedChanges(reading, instant)
    .filter((change) => steps[step[change] ?? -1]?.kind === kind && objectName(reading, kind, of[change] ?? 0) === name)
    .sort((a, b) => (series[a] ?? 0) - (series[b] ?? 0))
    .flatMap((change) => storedEvent(reading, change) ?? []);
}

/** The last change of each event that is stored at the instant, in order of time: those of the last hour are looked at alone. */
function storedChanges(reading: RunReading, instant: Instant): number[] {
  const { until } = reading.events();
  const next = reading.nextOfEvent();
  const end = until(instant);
  const changes: number[] = [];
  // Times are whole microseconds: what changed an hour ago to the microsecond is still stored.
  for (let change = until(instant - keptFor - 1); change < end; change++) if ((next[change] ?? 0) >= end) changes.push(change);
  return changes;
}

/** Each time that an event was stored. None is kept: there may be very many. */
export function* seenEvents(reading: RunReading, until: Instant): Iterable<Seen<StoredEvent>> {
  const { at, until: countUntil } = reading.events();
  const series = reading.eventSeries();
  const count = countUntil(until);
  for (let change = 0; change < count; change++) {
    const line = makeStoredEvent(reading, change);
    const event = series[change] === change ? 'ADDED' : 'MODIFIED';
    if (line) yield { t: shownSeconds(at[change] ?? 0), event, line };
  }
}

/** Of the same change it is made once: from one moment to the next, nearly all are the same. */
function storedEvent(reading: RunReading, change: number): StoredEvent | undefined {
  const known = reading.storedEvents();
  const event = known[change] ?? makeStoredEvent(reading, change);
  known[change] = event;
  return event;
}

function makeStoredEvent(reading: RunReading, change: number): StoredEvent | undefined {
  const { run } = reading;
  const { steps, step, count, since } = run.events;
  const said = steps[step[change] ?? -1];
  if (!said) return undefined;
  const { kind, type, reason, source, field = '' } = said;
  const [object, at] = [reading.events().of[change] ?? 0, reading.events().at[change] ?? 0];
  // Very many are made at each moment: one literal without spreads is several times as fast.
  return {
    kind,
    name: objectName(reading, kind, object),
    field,
    type,
    reason,
    message: messageOf(reading, change),
    source,
    count: count[change] ?? 1,
    firstSeen: secondsOf(at - (since[change] ?? 0)),
    lastSeen: secondsOf(at),
  };
}

/** What was said, in words. */
export function messageOf(reading: RunReading, change: number): string {
  const { steps, step } = reading.run.events;
  const message = steps[step[change] ?? -1]?.message ?? '';
  if (typeof message === 'string') return message;
  const [value] = reading.eventNamed().values(change);
  return inWords(reading, reading.events().of[change] ?? 0, message, value);
}
