import type { Instant } from '../engine/clock.ts';
import { type NamelessText, type Text, withoutName } from '../objects/text.ts';
import type { EventStep, StoredSeries } from './log.ts';
import { createNamed, type Named } from './named.ts';
import { createRows, type Rows } from './rows.ts';
import { createTable, type Place } from './table.ts';

/** What was said: each time, of which object of its kind, by its ordinal, and what it was. */
export interface EventLog {
  readonly rows: Rows;
  readonly at: readonly Instant[];
  readonly object: readonly number[];
  readonly step: readonly Place[];
  readonly steps: readonly EventStep[];
  readonly named: Named;
  /** How the API server stores it from then on; what is counted 0 times never comes there. */
  readonly stored: SeriesColumns;
  /** The same of those of the simulated object that come again, in order: what becomes of them depends on all before them. */
  readonly storedAgain: SeriesColumns;
}

export interface SeriesColumns {
  readonly combined: readonly boolean[];
  readonly count: readonly number[];
  readonly first: readonly Instant[];
}

export interface EventWriter extends EventLog {
  write(at: Instant, object: number, said: EventStep<Text>, stored: StoredSeries | undefined): void;
  again(stored: StoredSeries | undefined): void;
}

/** Of those that come again no more than so many are written down. */
export function createEventLog(mostAgain = Infinity): EventWriter {
  const [at, object, step]: [Instant[], number[], Place[]] = [[], [], []];
  const stored = createSeries();
  const storedAgain = createSeries();
  const rows = createRows();
  const named = createNamed();
  const steps = createTable(stepKey, (one: EventStep) => one);
  /** What is said again and again is the same object, or the same but for a name: it is found sooner. */
  const places = new WeakMap<EventStep<Text>, Place>();
  const latest = new Map<string, { readonly said: EventStep<Text>; readonly place: Place }>();

  /** `message` is that of the step, without its name. */
  function placeOf(said: EventStep<Text>, message: NamelessText): Place {
    const last = latest.get(said.reason);
    if (last && (last.said === said || isSameButForName(last.said, said))) return last.place;
    const place = places.get(said) ?? steps.place({ ...said, message });
    if (typeof message === 'string') places.set(said, place);
    latest.set(said.reason, { said, place });
    return place;
  }
  return {
    rows,
    at,
    object,
    step,
    steps: steps.rows,
    named,
    stored,
    storedAgain,
    write(instant, ordinal, said, series) {
      rows.add();
      named.next();
      at.push(instant);
      object.push(ordinal);
      step.push(placeOf(said, withoutName(said.message, named.keep)));
      stored.push(series);
    },
    again(series) {
      if (storedAgain.count.length < mostAgain) storedAgain.push(series);
    },
  };
}

function createSeries(): SeriesColumns & { push(series: StoredSeries | undefined): void } {
  const [combined, count, first]: [boolean[], number[], Instant[]] = [[], [], []];
  return {
    combined,
    count,
    first,
    push(series) {
      combined.push(series?.combined ?? false);
      count.push(series?.count ?? 0);
      first.push(series?.first ?? 0);
    },
  };
}

/** Whether two steps are the same, but perhaps for the name that each says something of. */
function isSameButForName(a: EventStep<Text>, b: EventStep<Text>): boolean {
  return isSameText(a.message, b.message) && a.kind === b.kind && a.field === b.field && a.type === b.type && a.source === b.source;
}

function isSameText(one: Text, other: Text): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other;
  return one.before === other.before && one.after === other.after && one.name.kind === other.name.kind;
}

function stepKey({ kind, field, type, reason, source, message }: EventStep): string {
  const said = typeof message === 'string' ? message : `${message.before}\n${message.name}\n${message.after}`;
  return `${kind} ${field ?? ''} ${type} ${reason} ${source} ${said}`;
}
