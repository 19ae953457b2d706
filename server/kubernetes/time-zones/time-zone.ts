import { oncePerText } from '../../plain/once-per.ts';
import { timeZoneData } from '../generated/time-zones.ts';

/** A time zone as the list of its clock changes. */
export interface TimeZone {
  readonly name: string;
  /** Epoch seconds, ascending: at each the offset of the same place in `offsets` ends and the next begins. */
  readonly changes: readonly number[];
  /** Seconds east of Greenwich; one more than there are changes. Before 2015 the first holds, after 2100 the last. */
  readonly offsets: readonly number[];
}

/** A span of time with one offset; `from` and `to` are epoch seconds, `to` exclusive. */
export interface OffsetSpan {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** The last year for which yearly clock changes are worked out. */
const horizon = 2100;

/** What a Linux system's zoneinfo folder holds besides the zones of the IANA data; Go takes any file there for a zone. */
const zoneinfoFiles: Readonly<Record<string, string>> = { Factory: 'UTC', localtime: 'UTC', posixrules: 'America/New_York' };

export const utc: TimeZone = { name: 'UTC', changes: [], offsets: [0] };

/** Every name in the IANA data, links included, sorted. */
export const timeZoneNames: readonly string[] = Object.keys(timeZoneData.names);

/**
 * The zone of that exact name, or undefined. As Go's LoadLocation finds it on a Linux system: case matters, and besides the
 * names of the IANA data there are `Factory`, `posix/…`, `right/…` and the like. `Local` and the empty name are not zones here.
 */
export const findTimeZone: (name: string) => TimeZone | undefined = oncePerText(100, readTimeZone);

function readTimeZone(name: string): TimeZone | undefined {
  const place = /^(?:posix|right)\/(.*)$/s.exec(name)?.[1] ?? name;
  const target = own(zoneinfoFiles, name) ?? (place === 'Factory' ? 'UTC' : place);
  const index = own(timeZoneData.names, target);
  const data = index === undefined ? undefined : timeZoneData.zones[index];
  if (!data) return undefined;
  const changes: number[] = [];
  const offsets = [data.offset * 60];
  const add = (minute: number, offset: number) => {
    changes.push(minute * 60);
    offsets.push(offset * 60);
  };
  for (let at = 0; at + 1 < data.changes.length; at += 2) add(data.changes[at] ?? 0, data.changes[at + 1] ?? 0);
  if (data.from !== undefined) {
    for (let year = data.from; year <= horizon; year += 1) for (const rule of data.rules ?? []) add(changeOf(rule, year), rule[4]);
  }
  return { name, changes, offsets };
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** The minute since 1970 at which a yearly rule changes the clocks; day 0 stands for the last such weekday of the month. */
function changeOf([month, weekday, day, minutes]: readonly [number, number, number, number, number], year: number): number {
  const first = day || new Date(Date.UTC(year, month, 0)).getUTCDate() - 6;
  const date = first + ((weekday - new Date(Date.UTC(year, month - 1, first)).getUTCDay() + 7) % 7);
  return Date.UTC(year, month - 1, date) / 60_000 + minutes;
}

/** The span with one offset that holds an instant, given in epoch seconds. */
export function spanAt(zone: TimeZone, instant: number): OffsetSpan {
  let low = 0;
  let high = zone.changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((zone.changes[middle] ?? 0) <= instant) low = middle + 1;
    else high = middle;
  }
  return {
    from: zone.changes[low - 1] ?? Number.NEGATIVE_INFINITY,
    to: zone.changes[low] ?? Number.POSITIVE_INFINITY,
    offset: zone.offsets[low] ?? 0,
  };
}

/**
 * The instant (epoch seconds) of a wall clock reading, given as if it were UTC. Where the clocks skip the reading or show it
 * twice, the same one as Go's time.Date takes: the offset in force at the reading taken as UTC decides, unless it does not
 * hold at the instant it leads to; then the offset that holds there does.
 */
export function instantOf(zone: TimeZone, reading: number): number {
  const span = spanAt(zone, reading);
  const instant = reading - span.offset;
  if (instant >= span.from && instant < span.to) return instant;
  return reading - spanAt(zone, instant).offset;
}
