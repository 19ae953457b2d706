import { humanDuration } from '../watch/human-duration.ts';
import type { ClusterState, StoredEvent } from './cluster-state.ts';
import { indented } from './described-values.ts';

/** The `Events:` block about one object. */
export function eventLines(state: ClusterState, kind: StoredEvent['kind'], name: string): readonly string[] {
  const events = eventsOf(state).filter((event) => event.kind === kind && event.name === name);
  if (!events.length) return ['Events:\t<none>'];
  return [
    'Events:',
    indented(1, 'Type\tReason\tAge\tFrom\tMessage'),
    indented(1, '----\t------\t----\t----\t-------'),
    ...events.map(({ type, reason, source, message, ...times }) =>
      indented(1, `${type}\t${reason}\t${ageText(state, times)}\t${source}\t${message.trim()}`),
    ),
  ];
}

/** Events in the order of their last occurrence; timestamps carry whole seconds, and equal ones stay as they came. */
function eventsOf(state: ClusterState): readonly StoredEvent[] {
  const second = (event: StoredEvent) => Math.floor(state.epoch / 1000 + event.lastSeen);
  return state.events.toSorted((a, b) => second(a) - second(b));
}

/** `5s`, or `5s (x3 over 2m)` for an event that came several times. */
function ageText(state: ClusterState, { count, firstSeen, lastSeen }: Pick<StoredEvent, 'count' | 'firstSeen' | 'lastSeen'>): string {
  const first = humanDuration(sinceStamp(state, firstSeen));
  return count > 1 ? `${humanDuration(sinceStamp(state, lastSeen))} (x${count} over ${first})` : first;
}

/** Seconds from a moment to now, the moment cut to whole seconds of the wall clock as Kubernetes stores times. */
export function sinceStamp({ now, epoch }: ClusterState, moment: number): number {
  return (epoch + now * 1000 - Math.floor((epoch + moment * 1000) / 1000) * 1000) / 1000;
}
