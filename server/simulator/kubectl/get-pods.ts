import { orNone } from './described-values.ts';
import { humanDuration } from './human-duration.ts';
import type { PodLine } from './moment.ts';
import { sinceStamp, type WallClock } from './since-stamp.ts';
import type { Column } from './table.ts';

export const podTable: readonly Column<PodLine>[] = [
  { name: 'Name', cell: ({ name }) => name },
  { name: 'Ready', cell: ({ READY }) => READY, from: ({ READY }) => READY },
  { name: 'Status', cell: ({ STATUS }) => STATUS, from: ({ STATUS }) => STATUS },
  { name: 'Restarts', cell: restartsCell, from: (pod) => (pod.RESTARTS === '0' ? '0' : pod) },
  { name: 'Age', cell: ({ created }, clock) => humanDuration(sinceStamp(clock, created)), from: ({ created }) => created },
  { name: 'IP', wide: true, cell: ({ ip }) => orNone(ip) },
  { name: 'Node', wide: true, cell: ({ node }) => orNone(node), from: ({ node }) => node },
  { name: 'Nominated Node', wide: true, cell: () => '<none>', from: () => '<none>' },
  { name: 'Readiness Gates', wide: true, cell: ({ readinessGates }) => (readinessGates > 0 ? `0/${readinessGates}` : '<none>') },
];

/** When a pod was restarted is read from its status, and only where it was. */
function restartsCell(pod: PodLine, clock: WallClock): string {
  const restarted = pod.RESTARTS === '0' ? undefined : pod.restarted;
  return restarted === undefined ? pod.RESTARTS : `${pod.RESTARTS} (${humanDuration(sinceStamp(clock, restarted))} ago)`;
}
