import { compareText } from '../kubectl/described-values.ts';
import { createTable } from '../watch/table.ts';
import { sums } from './columns.ts';
import type { NamedReading } from './named-texts.ts';
import type { EventColumns, EventStep } from './run.ts';

/**
 * By change of an event: the first change of the same event. Events of one object, reason and message are the same until one
 * counts from one again, as where only the ends of the names in them differ; and so are all that were told as one.
 */
export function eventSeries({ object, step, steps, count }: EventColumns, named: NamedReading): Uint32Array {
  const objects = sums(object);
  const kinds = createTable(
    ({ kind, reason, combined: one, field, message }: EventStep) => JSON.stringify([kind, reason, one || [field, message]]),
    () => true,
  );
  const said = steps.map(kinds.place);
  const combined = steps.map((one) => one.combined);
  const kindOf = steps.map(({ kind }) => eventKinds.indexOf(kind));
  const objectOf = (change: number) => (objects[change] ?? 0) * eventKinds.length + (kindOf[step[change] ?? -1] ?? 0);
  // Of most objects all is said once: of the others alone it has to be known what was said before.
  const repeated = new Set<number>();
  for (const [change, times] of count.entries()) if (times !== 1) repeated.add(objectOf(change));
  const firsts = new Map<string, number>();
  return Uint32Array.from(step, (place, change) => {
    if (!repeated.has(objectOf(change))) return change;
    const key = `${objects[change]} ${said[place]} ${combined[place] ? '' : named.values(change)}`;
    const first = count[change] === 1 ? change : (firsts.get(key) ?? change);
    firsts.set(key, first);
    return first;
  });
}

const eventKinds: readonly EventStep['kind'][] = ['CronJob', 'Job', 'Pod'];

/** By change of an event: the next change of the same event; beyond all changes after its last. */
export function nextOfSeries(series: Uint32Array): Uint32Array {
  const next = new Uint32Array(series.length).fill(series.length);
  const latest = new Uint32Array(series.length);
  for (const [change, first] of series.entries()) {
    if (first !== change) next[latest[first] ?? 0] = change;
    latest[first] = change;
  }
  return next;
}

/** How events are called: by their object, and by when they first came. */
export interface EventNames {
  /** Of the objects, each once. */
  readonly objects: readonly string[];
  /** By change of an event: the place of its object among them, and when it first came. */
  readonly objectOf: (change: number) => number;
  readonly cameAt: (change: number) => number;
}

/** By first change of an event: how many events come before it in the order of their names. */
export function placesByName(series: Uint32Array, { objects, objectOf, cameAt }: EventNames): Uint32Array {
  const firsts = series.filter((first, change) => first === change);
  const names = objects.map((name) => `${name}.`);
  const ranks = ranksOf(names.length, (a, b) => compareText(names[a] ?? '', names[b] ?? ''));
  const times = ranksOf(firsts.length, (a, b) => cameAt(firsts[a] ?? 0) - cameAt(firsts[b] ?? 0));
  // Two numbers in one, as numbers are sorted soonest: what is left of it by the count of events is another one for each.
  const keys = Float64Array.from(firsts, (first, at) => (ranks[objectOf(first)] ?? 0) * firsts.length + (times[at] ?? 0));
  const byTime = new Uint32Array(firsts.length);
  for (const [at, time] of times.entries()) byTime[time] = firsts[at] ?? 0;
  const places = new Uint32Array(series.length);
  for (const [place, key] of keys.sort().entries()) places[byTime[key % firsts.length] ?? 0] = place;
  return places;
}

/** By place in a list: how many come before it, equal ones as they stand. Most lists are in order. */
function ranksOf(count: number, compare: (a: number, b: number) => number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, place) => place);
  if (order.every((place) => place === 0 || compare(place - 1, place) <= 0)) return order;
  order.sort(compare);
  const ranks = new Uint32Array(count);
  for (const [rank, place] of order.entries()) ranks[place] = rank;
  return ranks;
}
