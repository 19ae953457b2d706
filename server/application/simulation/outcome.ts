import type { Texts } from '../../messages/render.ts';
import { resumedAt } from '../../simulator/run/job-times.ts';
import type { CronJobRuns, Run, Unfinished, WatchEnd } from '../../simulator/run/run.ts';
import { traceOf } from '../../simulator/run/trace-of.ts';
import { withoutRepeatedWaits } from '../../simulator/run/waits-of.ts';
import { durationWords } from '../words/durations.ts';
import type { Assumed, Control, ReasonInRun, RefusedAction } from './answer.ts';

/** How a run ended, in a sentence or a few. */
export function outcomeText(run: Run, texts: Texts): string {
  const sentence = run.runsOfCronJob ? scheduledText(run, run.runsOfCronJob, texts) : jobText(run, texts);
  return run.stoppedEarly ? `${sentence} ${stoppedText(run, texts)}` : sentence;
}

/** Why a run was stopped before its time. */
export function stoppedText({ mostPods }: Run, texts: Texts): string {
  return mostPods === undefined ? texts('outcome-stopped-early') : texts('outcome-too-many-pods', { count: mostPods });
}

function jobText(run: Run, texts: Texts): string {
  const { summary, until, unfinished, settled } = run;
  const { outcome, duration, deletedAfter } = summary;
  const counts = countsOf(summary);
  const resumed = resumedAt(run);
  switch (outcome) {
    case 'Complete':
    case 'Failed':
      return texts(`outcome-${outcome}`, {
        ...counts,
        reason: summary.reason,
        duration: durationWords(duration ?? 0, texts),
        sinceCreated: resumed === undefined ? '' : durationWords(resumed + (duration ?? 0), texts),
        deletedAfter: deletedAfter === null ? '' : durationWords(deletedAfter, texts),
      });
    case 'Suspended':
    case 'Deleted':
      return texts(`outcome-${outcome}`, counts);
    case 'Running':
    case 'Scheduled':
      return texts('outcome-Running', { ...counts, ...stillTo(unfinished), until: settled ? '' : durationWords(until, texts) });
  }
}

function scheduledText(run: Run, runs: CronJobRuns, texts: Texts): string {
  const { summary, until, unfinished, jobsCreated: jobs, settled } = run;
  const { suspended, forbidden, missed } = runs;
  const deleted = summary.outcome === 'Deleted';
  const nothing = settled && !deleted && jobs + forbidden + missed === 0;
  if (nothing) return texts('outcome-never-scheduled', { suspended });
  const args = { ...countsOf(summary), ...runs, ...stillTo(unfinished), jobs, deleted };
  return texts('outcome-Scheduled', { ...args, until: durationWords(until, texts) });
}

function countsOf({ podsCreated, podsFailed, restarts }: Run['summary']) {
  return { podsCreated, podsFailed, restarts };
}

function stillTo({ waiting = '', endless = false }: Partial<Unfinished> = {}) {
  return { waiting, endless };
}

/** What was taken for granted, and how long was watched where nobody said it, a sentence each. */
export function assumptionTexts({ summary, watched }: Run, texts: Texts): readonly string[] {
  return [...summary.assumptions.map(({ code, args }) => texts(code, args)), ...watchedTexts(watched, texts)];
}

/** The same, each with the control that changes it. */
export function assumptionsOf({ summary, watched }: Run, texts: Texts): readonly Assumed[] {
  const said = summary.assumptions.map(({ code, args }) => {
    const control = changedBy(code);
    return { text: texts(code, args), ...(control ? { control } : {}) };
  });
  return [...said, ...watchedTexts(watched, texts).map((text) => ({ text }))];
}

/** How long the first container runs whose command says so, in seconds; undefined where none does. */
export function assumedRunTime({ summary }: Run): number | undefined {
  return summary.assumptions.flatMap(({ args }) => ('seconds' in args && 'exit' in args ? args.seconds : []))[0];
}

function changedBy(code: Run['summary']['assumptions'][number]['code']): Control | undefined {
  switch (code) {
    case 'estimate-read':
    case 'estimate-partly':
    case 'estimate-default':
    case 'estimate-serves':
    case 'estimate-never-ends':
      return 'runTime';
    case 'estimate-exit-unknown':
    case 'estimate-end':
      return 'failureRate';
    default:
      return undefined;
  }
}

function watchedTexts(watched: WatchEnd, texts: Texts): readonly string[] {
  return watched === 'asked' || watched === 'settled' || watched === 'cancelled' ? [] : [texts(`watched-${watched}`)];
}

/** What could not be done at its second, and why, in order of time. */
export function refusalTexts({ actionResults }: Run, texts: Texts): readonly RefusedAction[] {
  return actionResults.flatMap(({ at: t, refusal = [] }) =>
    refusal.map(({ path, code, args }) => ({ t, text: (path ? `${path}: ` : '') + texts(code, args) })),
  );
}

/** More of them than anyone reads would only slow the panel down. */
const mostReasons = 200;

/** Why pods were made, deleted, retried or waited for, in order of time: the first of them, where there are very many. */
export function reasonTexts(run: Run, texts: Texts): readonly ReasonInRun[] {
  return withoutRepeatedWaits(traceOf(run, mostReasons)).map(({ t, pod, code, args }) => ({
    t,
    ...(pod === undefined ? {} : { pod }),
    text: texts(code, args),
  }));
}
