import type { MessageArguments, MessageTable } from '../table/message-table.ts';

const counted = (count: MessageArguments[string] | undefined, one: string, many: string) => `${count} ${Number(count) === 1 ? one : many}`;
const pods = ({ podsCreated, podsFailed }: MessageArguments) =>
  `${counted(podsCreated, 'pod', 'pods')}${Number(podsFailed) > 0 ? `, ${podsFailed} of them failed` : ''}`;
const restarts = (args: MessageArguments) =>
  Number(args['restarts']) > 0 ? `, ${counted(args['restarts'], 'container restart', 'container restarts')}` : '';
const reason = (args: MessageArguments) => (args['reason'] ? ` (${args['reason']})` : '');

/** How a simulation ended, in one sentence; and durations. */
export const outcome: MessageTable = {
  'outcome-Complete': (args) => `Complete after ${args['duration']}: ${pods(args)}${restarts(args)}.`,
  'outcome-Failed': (args) => `Failed after ${args['duration']}${reason(args)}: ${pods(args)}${restarts(args)}.`,
  'outcome-Suspended': 'Suspended: no pods are started until suspend is false.',
  'outcome-Running': (args) => `Still running after ${args['until']}: ${pods(args)}${restarts(args)}.`,
  'outcome-Deleted': (args) => `Finished and deleted after ${args['until']}: ${pods(args)}${restarts(args)}.`,
  'outcome-Scheduled': (args) => `${counted(args['jobs'], 'Job', 'Jobs')} started in ${args['until']}: ${pods(args)}${restarts(args)}.`,
  'outcome-stopped-early': 'The run was too long to watch to its end.',
  'outcome-assumption-behaviour': 'The controllers are those of Kubernetes 1.37, whatever version is chosen.',

  'duration-day': (args) => counted(args['count'], 'day', 'days'),
  'duration-hour': '{count} h',
  'duration-minute': '{count} min',
  'duration-second': '{count} s',
};
