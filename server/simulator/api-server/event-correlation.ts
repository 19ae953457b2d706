import { type Instant, instantOf, microsecondsPerSecond } from '../engine/clock.ts';

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
/** The API server keeps events for an hour after they last changed (--event-ttl). */
export const keptFor = instantOf(3600);
const sweepAfter = 1000;
const burst = 25;
const tokensPerSecond = 1 / 300;

/** What is remembered of the events about one object. */
interface Memory {
  /** By reason: a reason has one type and one source. */
  readonly reasons: ReasonMemory[];
  readonly Normal: Bucket;
  readonly Warning: Bucket;
}

interface Bucket {
  tokens: number;
  filled: Instant;
}

interface ReasonMemory {
  readonly reason: string;
  /** The different messages of late, never more than are combined, and when the last came. */
  readonly messages: Set<string>;
  last: Instant;
  /** By message: how many came, and the stored event unless all of them were dropped. */
  readonly seen: SeenMessages;
  combined: Seen | undefined;
}

interface Seen {
  count: number;
  readonly first: Instant;
  record: EventRecord | undefined;
}

/**
 * What becomes of the events that a controller sends (client-go tools/record/events_cache.go, 0.37): equal ones raise a
 * count, from the tenth different one of a reason on they are combined, and beyond 25 about one object and type they are
 * dropped, but for one every five minutes.
 */
export interface EventCorrelator {
  readonly stored: EventRecord[];
  /** The event as it is stored now; undefined when it was dropped. */
  send(notice: Notice, now: Instant): EventRecord | undefined;
  /** The object is gone: nothing more is said of it, and in time its events go as well. */
  forget(kind: Notice['kind'], name: string, now: Instant): void;
}

export function createEventCorrelator(): EventCorrelator {
  const stored: EventRecord[] = [];
  let gone = new Set<string>();
  const memories = { Job: new Map<string, Memory>(), CronJob: new Map<string, Memory>() };

  function memoryOf({ kind, name }: Notice, now: Instant): Memory {
    const known = memories[kind].get(name);
    if (known) return known;
    const memory = { reasons: [], Normal: { tokens: burst, filled: now }, Warning: { tokens: burst, filled: now } };
    memories[kind].set(name, memory);
    return memory;
  }
  return {
    stored,
    send(notice, now) {
      const memory = memoryOf(notice, now);
      const group = groupOf(memory, notice.reason, now);
      const combine = isCombined(group, notice.message, now);
      const seen = seenIn(group, combine ? undefined : notice.message, now);
      seen.count++;
      if (!isLetThrough(memory[notice.type], now)) return undefined;
      const message = combine ? combinedMessage(notice.message) : notice.message;
      const { record } = seen;
      if (record) {
        record.message = message;
        record.count = seen.count;
        record.lastSeen = now;
        return record;
      }
      seen.record = { ...notice, message, count: seen.count, firstSeen: seen.first, lastSeen: now };
      stored.push(seen.record);
      return seen.record;
    },
    forget(kind, name, now) {
      memories[kind].delete(name);
      if (kind === 'Job') gone.add(name);
      if (gone.size >= sweepAfter) gone = sweep(stored, gone, now);
    },
  };
}

/** How the latest of events that are told as one reads. */
export function combinedMessage(message: string): string {
  return `(combined from similar events): ${message}`;
}

/** Drops what has had its time; answers which of the gone objects still have events. */
function sweep(stored: EventRecord[], gone: ReadonlySet<string>, now: Instant): Set<string> {
  const left = new Set<string>();
  let kept = 0;
  for (const event of stored) {
    const about = event.kind === 'Job' && gone.has(event.name);
    if (about && event.lastSeen < now - keptFor) continue;
    if (about) left.add(event.name);
    stored[kept++] = event;
  }
  stored.length = kept;
  return left;
}

function groupOf({ reasons }: Memory, reason: string, now: Instant): ReasonMemory {
  const known = reasons.find((group) => group.reason === reason);
  if (known) return known;
  const group = { reason, messages: new Set<string>(), last: now, seen: seenMessages(), combined: undefined };
  reasons.push(group);
  return group;
}

interface SeenMessages {
  get(message: string): Seen | undefined;
  set(message: string, seen: Seen): void;
}

/** A list is enough for what most objects have to say, and lighter than a map. */
const longestList = 10;

function seenMessages(): SeenMessages {
  const list: (readonly [string, Seen])[] = [];
  let map: Map<string, Seen> | undefined;
  return {
    get: (message) => (map ? map.get(message) : list.find(([known]) => known === message)?.[1]),
    set(message, seen) {
      if (map) map.set(message, seen);
      else if (list.push([message, seen]) > longestList) map = new Map(list);
    },
  };
}

/** Without a message: what the combined events are counted in. */
function seenIn(group: ReasonMemory, message: string | undefined, now: Instant): Seen {
  const known = message === undefined ? group.combined : group.seen.get(message);
  if (known) return known;
  const seen = { count: 0, first: now, record: undefined };
  if (message === undefined) group.combined = seen;
  else group.seen.set(message, seen);
  return seen;
}

/** Whether so many different messages came with this reason that they are told as one. */
function isCombined(group: ReasonMemory, message: string, now: Instant): boolean {
  const { messages, last } = group;
  if (now - last > forgetAfter) messages.clear();
  group.last = now;
  messages.add(message);
  if (messages.size < combineFrom) return false;
  for (const first of messages) {
    messages.delete(first);
    break;
  }
  return true;
}

function isLetThrough(bucket: Bucket, now: Instant): boolean {
  const refill = ((now - bucket.filled) / microsecondsPerSecond) * tokensPerSecond;
  bucket.tokens = Math.min(burst, bucket.tokens + refill);
  bucket.filled = now;
  if (bucket.tokens < 1) return false;
  bucket.tokens--;
  return true;
}
