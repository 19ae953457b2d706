import { counted } from '../table/counted.ts';
import type { MessageTable } from '../table/message-table.ts';

export type Tries = {
  readonly tries: number;
  /** When they begin, if they fail at once. */
  readonly times: string;
};

/** Of a Job that was resumed it counts from then on, and `sinceCreated` says how long it takes in all; of all others that is ''. */
export type Lasting = { readonly duration: string; readonly sinceCreated: string };

const whole = ({ sinceCreated }: Lasting) => (sinceCreated ? ` once resumed, ${sinceCreated} in all` : '');

const tries = (args: Tries) => counted(args.tries, 'try', 'tries');

/** What values amount to: for hovers, lenses and hints. */
export const values = {
  'value-tries-new-pod': (args: Tries) =>
    args.tries === 1
      ? 'One try: the first failure fails the Job.'
      : `${tries(args)}, each in a new pod; if they fail at once, they begin at ${args.times}.`,
  'value-tries-new-pod-of-index': (args: Tries) =>
    args.tries === 1
      ? 'One try for each index.'
      : `${tries(args)} for each index, each in a new pod; if they fail at once, they begin at ${args.times}.`,
  'value-tries-restart': (args: Tries) =>
    args.tries === 1
      ? 'One try: the first failure fails the Job and deletes the pod.'
      : `${tries(args)} in the same pod; if they fail at once, they begin at ${args.times}. Then the Job fails and the pod is deleted.`,
  'value-most-pods': (args: { count: number }) => `At most ${counted(args.count, 'pod', 'pods')} in all.`,
  'value-most-pods-a-run': (args: { count: number }) => `At most ${counted(args.count, 'pod', 'pods')} in each run.`,
  'value-no-pods': 'No pods are started while this is 0.',
  'value-work-queue': (args: { parallelism: number }) =>
    `A work queue: ${counted(args.parallelism, 'pod', 'pods')} at a time, until one has succeeded and all have ended.`,
  'value-waves': (args: { completions: number; waves: number; parallelism: number }) =>
    `${counted(args.completions, 'completion', 'completions')} in ${counted(args.waves, 'wave', 'waves')} of at most ${counted(args.parallelism, 'pod', 'pods')}.`,
  'value-of-index': 'Index {index}: {what}.',
  'value-about': 'That takes about {duration} if nothing fails.',
  'value-next-runs': 'Next runs ({zone}):',
  'value-next-runs-no-zone': 'Next runs, if the cluster’s clock is on UTC (no timeZone is set):',
  'value-local-time': '{time} for you',
  'value-never-runs': 'It never fires: no date in the next five years matches it.',
  'value-time-zone': 'There it is {time} now ({offset}).',
  'value-indexes': (args: { count: number; completions: number | '?' }) =>
    `${counted(args.count, 'index', 'indexes')} of ${args.completions}`,
  'value-cpu': '{cores} CPU = {millicores}m',
  'value-bytes': '{binary} = {decimal} = {bytes} bytes',
  'value-concurrency-policy-Allow': 'A run starts though the last one is still going.',
  'value-concurrency-policy-Forbid': 'A run waits for the last one to end, or is skipped when it is too late by then.',
  'value-concurrency-policy-Replace': 'The last run is deleted when the next one is due.',
  'value-completion-mode-Indexed': 'One pod must succeed for each index from 0 to completions - 1.',
  'value-completion-mode-NonIndexed': 'Pods are alike; as many as completions says must succeed.',
  'exit-code-126': '126: the program could not be run, for lack of permission for example.',
  'exit-code-127': '127: a shell did not find the program.',
  'exit-code-137': '137: killed by SIGKILL, as when memory runs out or the grace period is over.',
  'exit-code-139': '139: killed by SIGSEGV, a fault in the program.',
  'exit-code-143': '143: ended by SIGTERM, as when the pod is deleted.',
  'exit-code-signal': 'Ended by signal {signal}.',

  'clock-time': '{weekday} {date} {time}',
  'weekday-0': 'Sun',
  'weekday-1': 'Mon',
  'weekday-2': 'Tue',
  'weekday-3': 'Wed',
  'weekday-4': 'Thu',
  'weekday-5': 'Fri',
  'weekday-6': 'Sat',

  'lens-simulate': 'Simulate',
  'lens-no-pods': 'no pods',
  'lens-pods': (args: { completions: number }) => counted(args.completions, 'pod', 'pods'),
  'lens-pods-at-a-time': (args: { completions: number; parallelism: number }) =>
    `${counted(args.completions, 'pod', 'pods')}, ${args.parallelism} at a time`,
  'lens-work-queue': 'work queue, {parallelism} at a time',
  'lens-about': (args: Lasting) => `about ${args.duration}${whole(args)}`,
  'lens-deadline': 'fails at its deadline of {duration}',
  'lens-fails': (args: Lasting & { readonly reason: string }) => `fails after ${args.duration}${whole(args)} (${args.reason})`,
  'lens-endless': 'never ends by itself',
  'lens-at-most': (args: { count: number }) => `at most ${counted(args.count, 'pod', 'pods')}`,
  'lens-at-most-a-run': (args: { count: number }) => `at most ${counted(args.count, 'pod', 'pods')} a run`,
  'lens-suspended': 'suspended',
  'lens-next-run': 'next run {time} {zone}',
  'lens-never-runs': 'never runs',

  'hint-defaults': 'defaults: {fields}',
} as const satisfies MessageTable;
