import { type Instant, instantOf, microsecondsPerSecond } from './clock.ts';

/** What a component says of an object. */
export interface Notice {
  readonly kind: 'Job' | 'CronJob';
  readonly name: string;
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
  readonly source: string;
}

/** An event in store; a repeat raises its count. */
export interface EventRecord extends Omit<Notice, 'message'> {
  message: string;
  count: number;
  readonly firstSeen: Instant;
  lastSeen: Instant;
}

const combineFrom = 10;
const forgetAfter = instantOf(600);
const burst = 25;
const tokensPerSecond = 1 / 300;

/** What is remembered of one object's events of one source. */
interface Memory {
  /** By reason and type: the different messages of late, and when the last came. */
  readonly similar: Map<string, { messages: Set<string>; last: Instant }>;
  /** By what makes events equal: how many came, and the stored event unless all of them were dropped. */
  readonly seen: Map<string, { count: number; readonly first: Instant; record: EventRecord | undefined }>;
  /** By type. */
  readonly buckets: Map<string, { tokens: number; filled: Instant }>;
}

/**
 * What becomes of the events that a controller sends (client-go tools/record/events_cache.go, 0.37): equal ones raise a
 * count, from the tenth different one of a reason on they are combined, and beyond 25 about one object and type they are
 * dropped, but for one every five minutes.
 */
export interface EventCorrelator {
  readonly stored: readonly EventRecord[];
  /** The event as it is stored now; undefined when it was dropped. */
  send(notice: Notice, now: Instant): EventRecord | undefined;
  /** Nothing more will be said of the object. */
  forget(kind: Notice['kind'], name: string): void;
}

export function createEventCorrelator(): EventCorrelator {
  const stored: EventRecord[] = [];
  const memories = new Map<string, Memory>();

  function remember({ kind, name }: Notice): Memory {
    const key = `${kind}/${name}`;
    const memory = memories.get(key) ?? { similar: new Map(), seen: new Map(), buckets: new Map() };
    memories.set(key, memory);
    return memory;
  }
  return {
    stored,
    send(notice, now) {
      const memory = remember(notice);
      const group = `${notice.type} ${notice.reason}`;
      const combine = isCombined(memory, group, notice.message, now);
      const message = combine ? `(combined from similar events): ${notice.message}` : notice.message;
      const key = combine ? group : `${group} ${message}`;
      const seen = memory.seen.get(key) ?? { count: 0, first: now, record: undefined };
      memory.seen.set(key, seen);
      seen.count++;
      if (!isLetThrough(memory, notice.type, now)) return undefined;
      if (!seen.record) {
        seen.record = { ...notice, message, count: 0, firstSeen: seen.first, lastSeen: now };
        stored.push(seen.record);
      }
      return Object.assign(seen.record, { message, count: seen.count, lastSeen: now });
    },
    forget(kind, name) {
      memories.delete(`${kind}/${name}`);
    },
  };
}

/** Whether so many different messages came with this reason that they are told as one. */
function isCombined({ similar }: Memory, key: string, message: string, now: Instant): boolean {
  const found = similar.get(key);
  const group = found && now - found.last <= forgetAfter ? found : { messages: new Set<string>(), last: now };
  similar.set(key, group);
  group.messages.add(message);
  group.last = now;
  if (group.messages.size < combineFrom) return false;
  for (const first of group.messages) {
    group.messages.delete(first);
    break;
  }
  return true;
}

function isLetThrough({ buckets }: Memory, type: string, now: Instant): boolean {
  const bucket = buckets.get(type) ?? { tokens: burst, filled: now };
  buckets.set(type, bucket);
  const refill = ((now - bucket.filled) / microsecondsPerSecond) * tokensPerSecond;
  bucket.tokens = Math.min(burst, bucket.tokens + refill);
  bucket.filled = now;
  if (bucket.tokens < 1) return false;
  bucket.tokens--;
  return true;
}
