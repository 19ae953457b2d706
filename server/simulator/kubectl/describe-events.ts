import { behaviourOf } from '../versions/behaviour.ts';
import { indented } from './described-values.ts';
import { humanDuration } from './human-duration.ts';
import type { Moment, StoredEvent } from './moment.ts';
import { sinceStamp } from './since-stamp.ts';

/** The `Events:` block about one object. */
export function eventLines(moment: Moment, kind: StoredEvent['kind'], name: string): readonly string[] {
  return eventBlock(moment, moment.eventsAbout(kind, name));
}

/** The same of events that are at hand, in the order in which they first were stored. */
function eventBlock(moment: Moment, about: readonly StoredEvent[]): readonly string[] {
  const events = inOrder(moment, about);
  const showsField = behaviourOf(moment.version).has('describesFieldOfEvents');
  if (!events.length) return ['Events:\t<none>'];
  return [
    'Events:',
    indented(1, 'Type\tReason\tAge\tFrom\tMessage'),
    indented(1, '----\t------\t----\t----\t-------'),
    ...events.map(({ type, reason, source, field, message, ...times }) => {
      const what = showsField && field !== '' ? `${field}: ` : '';
      return indented(1, `${type}\t${reason}\t${ageText(moment, times)}\t${source}\t${what}${message.trim()}`);
    }),
  ];
}

/** Events in the order of their last occurrence; timestamps carry whole seconds, and equal ones stay as they came. */
function inOrder(moment: Moment, events: readonly StoredEvent[]): readonly StoredEvent[] {
  const second = (event: StoredEvent) => Math.floor(moment.epoch / 1000 + event.lastSeen);
  return events.toSorted((a, b) => second(a) - second(b));
}

/** `5s`, or `5s (x3 over 2m)` for an event that came several times. */
function ageText(moment: Moment, { count, firstSeen, lastSeen }: Pick<StoredEvent, 'count' | 'firstSeen' | 'lastSeen'>): string {
  const first = humanDuration(sinceStamp(moment, firstSeen));
  return count > 1 ? `${humanDuration(sinceStamp(moment, lastSeen))} (x${count} over ${first})` : first;
}
