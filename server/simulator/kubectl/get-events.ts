import { humanDuration } from '../watch/human-duration.ts';
import type { ClusterState, StoredEvent } from './cluster-state.ts';
import { sinceStamp } from './describe-events.ts';
import { compareText } from './described-values.ts';
import type { Column, TableRow } from './table.ts';

export const eventTableColumns: readonly Column[] = [
  { name: 'Last Seen' },
  { name: 'Type' },
  { name: 'Reason' },
  { name: 'Object' },
  { name: 'Subobject', wide: true },
  { name: 'Source', wide: true },
  { name: 'Message' },
  { name: 'First Seen', wide: true },
  { name: 'Count', wide: true },
  { name: 'Name', wide: true },
];

/** Events in the order of their names, which begin with the object's name and end in the time of their first occurrence. */
export function eventTableRows(state: ClusterState): readonly TableRow[] {
  return state.events
    .toSorted((a, b) => compareText(`${a.name}.`, `${b.name}.`) || a.firstSeen - b.firstSeen)
    .map((event) => ({ cells: eventCells(state, event) }));
}

/** What `--watch` shows up to the state's moment: each event when it first came, and once more for its repeats. */
export function eventWatchRows(state: ClusterState): readonly (TableRow & { readonly event: 'ADDED' | 'MODIFIED' })[] {
  return state.events
    .flatMap((event) => [
      { t: event.firstSeen, change: 'ADDED' as const, event: { ...event, count: 1, lastSeen: event.firstSeen } },
      ...(event.count > 1 ? [{ t: event.lastSeen, change: 'MODIFIED' as const, event }] : []),
    ])
    .filter(({ t }) => t <= state.now)
    .toSorted((a, b) => a.t - b.t)
    .map(({ t, change, event }) => ({ event: change, cells: eventCells({ ...state, now: t }, event) }));
}

function eventCells(state: ClusterState, event: StoredEvent): readonly string[] {
  const age = (moment: number) => humanDuration(sinceStamp(state, moment));
  const stamp = BigInt(Math.round((state.epoch + event.firstSeen * 1000) * 1000)) * 1000n;
  return [
    age(event.lastSeen),
    event.type,
    event.reason,
    `${event.kind.toLowerCase()}/${event.name}`,
    '',
    event.source,
    event.message.trim(),
    age(event.firstSeen),
    `${event.count}`,
    `${event.name}.${stamp.toString(16)}`,
  ];
}
