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
  const firsts = new Map<string, number>();
  return Uint32Array.from(step, (place, change) => {
    const key = `${objects[change]} ${said[place]} ${combined[place] ? '' : named.values(change)}`;
    const first = count[change] === 1 ? change : (firsts.get(key) ?? change);
    firsts.set(key, first);
    return first;
  });
}

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

/** How an event is called: by its object, and by when it first came. */
export interface EventName {
  readonly object: string;
  readonly first: number;
}

/** By first change of an event: how many events come before it in the order of their names, equal ones as they came. */
export function ranksByName(series: Uint32Array, nameOf: (change: number) => EventName): Uint32Array {
  // Many are about one object: its name is compared once.
  const byObject = new Map<string, { readonly change: number; readonly first: number }[]>();
  for (const [change, start] of series.entries()) {
    if (start !== change) continue;
    const { object, first } = nameOf(change);
    const about = byObject.get(object) ?? [];
    if (about.push({ change, first }) === 1) byObject.set(object, about);
  }
  const ranks = new Uint32Array(series.length);
  let rank = 0;
  for (const [, about] of [...byObject].sort(([a], [b]) => compareText(`${a}.`, `${b}.`))) {
    for (const { change } of about.sort((a, b) => a.first - b.first)) ranks[change] = rank++;
  }
  return ranks;
}
