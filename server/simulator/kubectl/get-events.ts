import { humanDuration } from './human-duration.ts';
import type { StoredEvent } from './moment.ts';
import { sinceStamp } from './since-stamp.ts';
import type { Column } from './table.ts';

const resources = { Job: 'job', CronJob: 'cronjob', Pod: 'pod' } as const;

export const eventTable: readonly Column<StoredEvent>[] = [
  { name: 'Last Seen', cell: ({ lastSeen }, clock) => humanDuration(sinceStamp(clock, lastSeen)), from: ({ lastSeen }) => lastSeen },
  { name: 'Type', cell: ({ type }) => type, from: ({ type }) => type },
  { name: 'Reason', cell: ({ reason }) => reason, from: ({ reason }) => reason },
  { name: 'Object', cell: ({ kind, name }) => `${resources[kind]}/${name}` },
  { name: 'Subobject', wide: true, cell: ({ field }) => field },
  { name: 'Source', wide: true, cell: ({ source }) => source },
  { name: 'Message', cell: ({ message }) => message.trim() },
  { name: 'First Seen', wide: true, cell: ({ firstSeen }, clock) => humanDuration(sinceStamp(clock, firstSeen)) },
  { name: 'Count', wide: true, cell: ({ count }) => `${count}` },
  { name: 'Name', wide: true, cell: (event, { epoch }) => eventName(event, epoch) },
];

/** The object's name, and the time of the first occurrence in nanoseconds. */
function eventName({ name, firstSeen }: StoredEvent, epoch: number): string {
  const stamp = BigInt(Math.round((epoch + firstSeen * 1000) * 1000)) * 1000n;
  return `${name}.${stamp.toString(16)}`;
}
