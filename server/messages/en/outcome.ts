import { counted } from '../table/counted.ts';
import type { MessageTable } from '../table/message-table.ts';

export type Counts = {
  readonly podsCreated: number;
  readonly podsFailed: number;
  readonly restarts: number;
};

/** Of a run that came to its end, in so many seconds and for a reason or none. */
export type Ended = Counts & { readonly duration: string; readonly reason: string };

/** Of a run that was watched for so long. */
export type Watched = Counts & { readonly until: string };

const pods = ({ podsCreated, podsFailed }: Counts) =>
  `${counted(podsCreated, 'pod', 'pods')}${podsFailed > 0 ? `, ${podsFailed} of them failed` : ''}`;
const restarts = (args: Counts) => (args.restarts > 0 ? `, ${counted(args.restarts, 'container restart', 'container restarts')}` : '');
const reason = (args: Ended) => (args.reason ? ` (${args.reason})` : '');

/** How a simulation ended, in one sentence; and durations. */
export const outcome = {
  'outcome-Complete': (args: Ended) => `Complete after ${args.duration}: ${pods(args)}${restarts(args)}.`,
  'outcome-Failed': (args: Ended) => `Failed after ${args.duration}${reason(args)}: ${pods(args)}${restarts(args)}.`,
  'outcome-Suspended': 'Suspended: no pods are started until suspend is false.',
  'outcome-Running': (args: Watched) => `Still running after ${args.until}: ${pods(args)}${restarts(args)}.`,
  'outcome-Deleted': (args: Watched) => `Finished and deleted after ${args.until}: ${pods(args)}${restarts(args)}.`,
  'outcome-Scheduled': (args: Watched & { jobs: number }) =>
    `${counted(args.jobs, 'Job', 'Jobs')} started in ${args.until}: ${pods(args)}${restarts(args)}.`,
  'outcome-stopped-early': 'The run was too long to watch to its end.',
  'outcome-too-many-pods': 'It was watched until there were {count} pods at once: no more are simulated.',
  'outcome-assumption-behaviour': 'The controllers are those of Kubernetes {newest}, whatever version is chosen.',

  'duration-day': (args: { count: number }) => counted(args.count, 'day', 'days'),
  'duration-hour': '{count} h',
  'duration-minute': '{count} min',
  'duration-second': '{count} s',
} as const satisfies MessageTable;
