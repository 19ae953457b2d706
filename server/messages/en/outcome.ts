import { counted } from '../table/counted.ts';
import type { MessageTable } from '../table/message-table.ts';

export type Counts = {
  readonly podsCreated: number;
  readonly podsFailed: number;
  readonly restarts: number;
};

/**
 * Of a run that came to its end, in so many seconds and for a reason or none; '' where it was not deleted. Of a Job that was suspended
 * and resumed the seconds count from then on, and `sinceCreated` says how long it took in all; of all others that is ''.
 */
export type Ended = Counts & {
  readonly duration: string;
  readonly sinceCreated: string;
  readonly reason: string;
  readonly deletedAfter: string;
};

/** Of what still goes on: what kubectl shows of a pod that waits, or ''; and whether it never ends if nobody does anything. */
export type Unfinished = { readonly waiting: string; readonly endless: boolean };

/** Of a run that was watched for so long; '' where nothing more happens however long one waits. */
export type Watched = Counts & Unfinished & { readonly until: string };

/** Of a CronJob that was watched for so long: how many Jobs it started, what became of them, and which times passed without one. */
export type Scheduled = Watched & {
  readonly jobs: number;
  readonly complete: number;
  readonly failed: number;
  readonly replaced: number;
  readonly running: number;
  readonly forbidden: number;
  readonly missed: number;
  readonly suspended: boolean;
  readonly deleted: boolean;
};

const pods = ({ podsCreated, podsFailed }: Counts) =>
  `${counted(podsCreated, 'pod', 'pods')}${podsFailed > 0 ? `, ${podsFailed} of them failed` : ''}`;
const restarts = (args: Counts) => (args.restarts > 0 ? `, ${counted(args.restarts, 'container restart', 'container restarts')}` : '');
const reason = (args: Ended) => (args.reason ? ` (${args.reason})` : '');
const after = ({ duration, sinceCreated }: Ended) =>
  sinceCreated ? `${duration} after it was resumed, ${sinceCreated} after it was created` : `after ${duration}`;
const deleted = ({ deletedAfter }: Ended) => (deletedAfter ? `, deleted ${deletedAfter} later` : '');
const goingOn = ({ waiting, endless }: Unfinished) => {
  const words = [waiting, endless ? 'never ends by itself' : ''].filter(Boolean);
  return words.length ? ` (${words.join(', ')})` : '';
};

const stillAfter = ({ until, endless }: Watched) => {
  if (until) return ` after ${until}`;
  return endless ? '' : ', and nothing more happens';
};

/** What became of the Jobs that a CronJob started; '' where it is nothing that can be told. */
function fates({ jobs, complete, failed, replaced, running, ...going }: Scheduled): string {
  if (running > 0 && running === jobs) return `none has ended${goingOn(going)}; `;
  const told = [
    complete > 0 ? `${complete} complete` : '',
    failed > 0 ? `${failed} failed` : '',
    replaced > 0 ? `${replaced} replaced before the end` : '',
    running > 0 ? `${running} still running${goingOn(going)}` : '',
  ].filter(Boolean);
  return told.length ? `${told.join(', ')}; ` : '';
}

/** The times for which a CronJob started no Job. */
function notStarted({ forbidden, missed }: Scheduled): string {
  const skipped = `${counted(forbidden, 'run was', 'runs were')} skipped, as the one before was still active (Forbid).`;
  const late = `${counted(missed, 'run was', 'runs were')} missed: no Job could be started in time.`;
  return `${forbidden > 0 ? ` ${skipped}` : ''}${missed > 0 ? ` ${late}` : ''}`;
}

function scheduled(args: Scheduled): string {
  const { jobs, until, suspended } = args;
  const state = `${args.deleted ? ' The CronJob was deleted.' : ''}${suspended ? ' It is suspended.' : ''}`;
  const started = `${counted(jobs, 'Job', 'Jobs')} started in ${until}: ${fates(args)}${pods(args)}${restarts(args)}.`;
  return `${started}${notStarted(args)}${state}`;
}

type Likelihood = {
  /** In percent. */
  readonly rate: number;
  readonly complete: number;
  /** '' where no run ended. */
  readonly shortest: string;
  readonly longest: string;
  readonly pods: number;
  readonly runs: number;
};

function spanOf({ shortest, longest }: Likelihood): string {
  return shortest === longest ? longest : `${shortest} to ${longest}`;
}

/** Of a hook: when it runs, by which weight or wave, how it ended, and whether its tool deletes it then. */
export type HookOutcome = {
  readonly tool: 'Helm' | 'Argo CD';
  readonly phases: string;
  readonly order: string;
  readonly ended: 'complete' | 'failed' | 'not';
  readonly then: 'deleted' | 'replaced' | 'in-the-way';
};

/** How a simulation ended, in one sentence; and durations. */
export const outcome = {
  'outcome-Complete': (args: Ended) => `Complete ${after(args)}${deleted(args)}: ${pods(args)}${restarts(args)}.`,
  'outcome-Failed': (args: Ended) => `Failed ${after(args)}${reason(args)}${deleted(args)}: ${pods(args)}${restarts(args)}.`,
  'outcome-Suspended': (args: Counts) =>
    `Suspended: no pods are started until suspend is false${args.podsCreated > 0 ? `; ${pods(args)} so far` : ''}.`,
  'outcome-Running': (args: Watched) => `Still running${stillAfter(args)}${goingOn(args)}: ${pods(args)}${restarts(args)}.`,
  'outcome-Deleted': (args: Counts) => `Deleted before it had ended: ${pods(args)}${restarts(args)}.`,
  'outcome-Scheduled': scheduled,
  'outcome-never-scheduled': ({ suspended }: { suspended: boolean }) =>
    suspended
      ? 'No Job is started: the CronJob is suspended until suspend is false.'
      : 'No Job is started: the schedule never fires, as no date in the five years that the controller looks ahead matches it.',
  'outcome-stopped-early': 'The run was too long to watch to its end.',
  'outcome-too-many-jobs': 'It was watched until there were {count} Jobs at once: no more are simulated.',
  'outcome-too-many-pods': 'It was watched until {count} pods existed, those that have ended among them: no more are simulated.',
  'outcome-told-until': 'What happened is told up to {until}: more of it would not fit into memory. Ask for a shorter time with --until.',
  'hook-outcome': hookOutcome,
  'watched-day': 'the run was watched for 24 h, as nobody said how long',
  'watched-hour': 'the CronJob was watched for an hour, in which its third run ended, as nobody said how long',
  'watched-third-run': 'the CronJob was watched until its third run had ended, as nobody said how long',
  'watched-missed': 'the CronJob was watched until three of its times had passed without a Job, as nobody said how long',
  'watched-years': 'the CronJob was watched for {years} years, as nobody said how long, though its third run has not ended',
  'watched-events': 'the run was watched up to the bound on its events',
  'watched-jobs': 'the run was watched up to the bound on its Jobs',
  'watched-pods': 'the run was watched up to the bound on its pods',

  'likelihood-too-many': 'How likely it is: too many pods to be tried again and again; `kubejob simulate --runs` does.',
  'likelihood-fails-by-itself': 'How likely it is: no matter of chance, as its containers fail by what they do.',
  likelihood: (args: Likelihood) =>
    `At ${args.rate} % failures: ${args.complete} % complete, ${args.shortest === '' ? 'none ended' : spanOf(args)}, at most ${counted(args.pods, 'pod', 'pods')}. From ${args.runs} runs.`,

  'duration-day': (args: { count: number }) => counted(args.count, 'day', 'days'),
  'duration-hour': '{count} h',
  'duration-minute': '{count} min',
  'duration-second': '{count} s',
} as const satisfies MessageTable;

function hookOutcome({ tool, phases, order, ended, then }: HookOutcome): string {
  const [what, place] = tool === 'Helm' ? ['release', 'weight'] : ['sync', 'wave'];
  const hook = `this hook (${phases}; ${place} ${order})`;
  if (ended === 'not') return `${tool} waits for ${hook}, and fails the ${what} if it takes too long.`;
  const begins = ended === 'complete' ? `${tool} goes on behind ${hook}` : `${tool} fails the ${what} at ${hook}`;
  return `${begins}, ${afterwards(then)}.`;
}

function afterwards(then: HookOutcome['then']): string {
  switch (then) {
    case 'deleted':
      return 'which is deleted then';
    case 'replaced':
      return 'which stays until it runs again, and is deleted first then';
    case 'in-the-way':
      return 'which stays: the next time it stops at "already exists", unless somebody deletes it';
  }
}
