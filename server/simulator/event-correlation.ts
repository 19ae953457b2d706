import type { StoredEvent } from './state.ts';
import type { Seconds } from './time.ts';

/** An event as a component sends it. */
export type SentEvent = Omit<StoredEvent, 'count' | 'firstSeen' | 'lastSeen'>;

/** What became of the events that components sent, as the API server stores it. */
export interface EventLog {
  /** The stored event after `event` was sent at `now`; undefined when the sender's limit dropped it. */
  send(event: SentEvent, now: Seconds): StoredEvent | undefined;
  /** In the order in which they were first seen. */
  stored(): readonly StoredEvent[];
}

// After client-go tools/record/events_cache.go, 0.37.
const distinctMessages = 10;
const quietSeconds = 600;
const burst = 25;
const secondsPerToken = 300;

interface Similar {
  readonly messages: Set<string>;
  last: Seconds;
}

interface Bucket {
  tokens: number;
  filled: Seconds;
}

/**
 * The event recorder of a component: equal events are counted in one; from the tenth distinct message about one object
 * for one reason on, they are combined in one; and after 25 events of one type about one object, one passes in 300 s.
 */
export function createEventLog(): EventLog {
  const similar = new Map<string, Similar>();
  const counts = new Map<string, { count: number; readonly firstSeen: Seconds }>();
  const buckets = new Map<string, Bucket>();
  const stored: StoredEvent[] = [];
  const places = new Map<string, number>();

  return {
    send(event, now) {
      const object = `${event.source}\n${event.kind}\n${event.name}\n${event.type}`;
      const reason = `${object}\n${event.reason}`;
      const combined = isCombined(similar, reason, event.message, now);
      const key = combined ? reason : `${reason}\n${event.message}`;
      const seen = counts.get(key) ?? { count: 0, firstSeen: now };
      seen.count++;
      counts.set(key, seen);
      if (!takeToken(buckets, object, now)) return undefined;
      const message = combined ? `(combined from similar events): ${event.message}` : event.message;
      const entry: StoredEvent = { ...event, message, count: seen.count, firstSeen: seen.firstSeen, lastSeen: now };
      const place = places.get(key) ?? stored.length;
      places.set(key, place);
      stored[place] = entry;
      return entry;
    },
    stored: () => [...stored],
  };
}

function isCombined(similar: Map<string, Similar>, key: string, message: string, now: Seconds): boolean {
  let record = similar.get(key);
  if (!record || now - record.last > quietSeconds) {
    record = { messages: new Set(), last: now };
    similar.set(key, record);
  }
  record.messages.add(message);
  record.last = now;
  if (record.messages.size < distinctMessages) return false;
  const [oldest] = record.messages;
  if (oldest !== undefined) record.messages.delete(oldest);
  return true;
}

function takeToken(buckets: Map<string, Bucket>, key: string, now: Seconds): boolean {
  const bucket = buckets.get(key) ?? { tokens: burst, filled: now };
  bucket.tokens = Math.min(burst, bucket.tokens + (now - bucket.filled) / secondsPerToken);
  bucket.filled = now;
  buckets.set(key, bucket);
  if (bucket.tokens < 1) return false;
  bucket.tokens--;
  return true;
}
