import { type Instant, instantOf, microsecondsPerSecond } from '../engine/clock.ts';
import { textKey } from '../objects/text.ts';
import type { EventStep, Notice, StoredSeries } from '../watch/log.ts';

const combineFrom = 10;
const forgetAfter = instantOf(600);
const burst = 25;
const tokensPerSecond = 1 / 300;

/** What is remembered of the events about one object. */
interface Memory {
  /** By reason: a reason has one type and one source. */
  readonly reasons: ReasonMemory[];
  readonly buckets: Bucket[];
}

/** How much a source may still say of one type. */
interface Bucket extends Pick<Notice, 'source' | 'type'> {
  tokens: number;
  filled: Instant;
}

interface ReasonMemory {
  readonly reason: string;
  /** The different messages of late, never more than are combined, and when the last came. */
  readonly messages: Set<string>;
  last: Instant;
  /** By message: how many came. */
  readonly seen: SeenMessages;
  combined: Seen | undefined;
}

interface Seen {
  count: number;
  readonly first: Instant;
}

/**
 * What becomes of the events that a controller sends (client-go tools/record/events_cache.go, 0.37): equal ones raise a
 * count, from the tenth different one of a reason on they are combined, and beyond 25 about one object and type they are
 * dropped, but for one every five minutes.
 */
export interface EventCorrelator {
  /** How the event is stored now; undefined when it was dropped. `about` is the object that it is about, of whatever kind. */
  send(about: object, said: Said, at: Instant): StoredSeries | undefined;
  /** The object is gone: nothing more is said of it. */
  forget(about: object): void;
}

/** Where nobody asks what is said, nothing comes of it. */
export const unheardEvents: EventCorrelator = { send: () => undefined, forget: () => {} };

/** What is said of an object. */
export type Said = Notice & Pick<EventStep, 'field'>;

/** Of most objects little is said, each thing once: that is no more than noted, until something comes again. */
interface Known {
  noted: { readonly said: Said; readonly at: Instant }[];
  memory: Memory | undefined;
}

const mostNoted = 8;

export function createEventCorrelator(): EventCorrelator {
  const objects = new Map<object, Known>();

  function knownOf(about: object): Known {
    const known = objects.get(about);
    if (known) return known;
    const fresh = { noted: [], memory: undefined };
    objects.set(about, fresh);
    return fresh;
  }
  return {
    send(about, said, at) {
      const known = knownOf(about);
      if (isNoted(known, said, at)) return { combined: false, count: 1, first: at };
      known.memory ??= memoryOfNoted(known);
      return remember(known.memory, said, at);
    },
    forget: (about) => objects.delete(about),
  };
}

/** Whether it is the first of its reason, of few. */
function isNoted({ noted, memory }: Known, said: Said, at: Instant): boolean {
  if (memory || noted.length >= mostNoted) return false;
  for (const one of noted) if (one.said.reason === said.reason) return false;
  noted.push({ said, at });
  return true;
}

function memoryOfNoted(known: Known): Memory {
  const memory: Memory = { reasons: [], buckets: [] };
  for (const { said, at } of known.noted) remember(memory, said, at);
  known.noted = [];
  return memory;
}

/** What becomes of the event, by those that came before it. */
function remember(memory: Memory, said: Said, at: Instant): StoredSeries | undefined {
  const { type, reason, source } = said;
  const message = messageKey(said);
  const group = groupOf(memory, reason, at);
  const combined = isCombined(group, message, at);
  const seen = seenIn(group, combined ? undefined : message, at);
  seen.count++;
  return isLetThrough(bucketOf(memory, source, type, at), at) ? { combined, count: seen.count, first: seen.first } : undefined;
}

/** Tells apart what is said with one reason. */
function messageKey({ field, message }: Said): string {
  return field === undefined ? textKey(message) : `${field} ${textKey(message)}`;
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
  const seen = { count: 0, first: now };
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

function bucketOf({ buckets }: Memory, source: string, type: Notice['type'], now: Instant): Bucket {
  const known = buckets.find((bucket) => bucket.source === source && bucket.type === type);
  if (known) return known;
  const bucket = { source, type, tokens: burst, filled: now };
  buckets.push(bucket);
  return bucket;
}

function isLetThrough(bucket: Bucket, now: Instant): boolean {
  const refill = ((now - bucket.filled) / microsecondsPerSecond) * tokensPerSecond;
  bucket.tokens = Math.min(burst, bucket.tokens + refill);
  bucket.filled = now;
  if (bucket.tokens < 1) return false;
  bucket.tokens--;
  return true;
}
