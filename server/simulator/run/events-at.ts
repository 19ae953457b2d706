import { type Instant, instantOf, secondsOf, shownSeconds } from '../engine/clock.ts';
import type { Seen, StoredEvent } from '../kubectl/moment.ts';
import { jobName, podName, type RunReading } from './read-run.ts';
import { inWords } from './words.ts';

/** The API server keeps events for an hour after they last changed (--event-ttl). */
const keptFor = instantOf(3600);

/** The events that are stored at the instant, in the order in which they first were. */
export function eventsAt(reading: RunReading, instant: Instant): readonly StoredEvent[] {
  const { at, until } = reading.events();
  const series = reading.eventSeries();
  const end = until(instant);
  const latest = new Map<number, number>();
  for (let change = 0; change < end; change++) latest.set(series[change] ?? 0, change);
  return [...latest.values()].flatMap((change) => ((at[change] ?? 0) >= instant - keptFor ? (storedEvent(reading, change) ?? []) : []));
}

/** Each time that an event was stored. */
export function* seenEvents(reading: RunReading, until: Instant): Iterable<Seen<StoredEvent>> {
  const { at, until: countUntil } = reading.events();
  const series = reading.eventSeries();
  const count = countUntil(until);
  for (let change = 0; change < count; change++) {
    const line = storedEvent(reading, change);
    const event = series[change] === change ? 'ADDED' : 'MODIFIED';
    if (line) yield { t: shownSeconds(at[change] ?? 0), event, line };
  }
}

function storedEvent(reading: RunReading, change: number): StoredEvent | undefined {
  const { run } = reading;
  const { steps, step, count, since } = run.events;
  const said = steps[step[change] ?? -1];
  if (!said) return undefined;
  const { kind, type, reason, source, field = '' } = said;
  const [object, at] = [reading.events().of[change] ?? 0, reading.events().at[change] ?? 0];
  const about = { kind, name: nameOf(reading, kind, object), field };
  const times = { firstSeen: secondsOf(at - (since[change] ?? 0)), lastSeen: secondsOf(at) };
  return { ...about, type, reason, message: messageOf(reading, change), source, count: count[change] ?? 1, ...times };
}

function nameOf(reading: RunReading, kind: StoredEvent['kind'], object: number): string {
  if (kind === 'Pod') return podName(reading, object);
  return kind === 'Job' ? jobName(reading, object) : reading.run.name;
}

/** What was said, in words. */
export function messageOf(reading: RunReading, change: number): string {
  const { steps, step } = reading.run.events;
  const [value] = reading.eventNamed().values(change);
  return inWords(reading, reading.events().of[change] ?? 0, steps[step[change] ?? -1]?.message ?? '', value);
}
