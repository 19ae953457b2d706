import type { Texts } from '../../messages/render.ts';
import { toldUntil } from '../../simulator/run/at.ts';
import { resumedAt } from '../../simulator/run/job-times.ts';
import { reasonPlaces, toldReasons } from '../../simulator/run/reasons/reasons-of.ts';
import type { CronJobOutcome, CronJobRuns, Run, Unfinished } from '../../simulator/run/run.ts';
import type { Explanation, TurnExplanation } from '../../simulator/watch/log.ts';
import { durationWords } from '../words/durations.ts';
import type { Assumed, Control, RefusedAction } from './answer.ts';

/** In seconds, on average. */
const year = 365.25 * 86_400;

/** How a run ended, in a sentence or a few. */
export function outcomeText(run: Run | CronJobOutcome, texts: Texts): string {
  const sentence = run.runsOfCronJob ? scheduledText(run, run.runsOfCronJob, texts) : jobText(run, texts);
  return run.stoppedEarly ? `${sentence} ${stoppedText(run, texts)}` : sentence;
}

/** Why a run was stopped before its time. */
function stoppedText({ mostPods, mostJobs }: Run | CronJobOutcome, texts: Texts): string {
  if (mostJobs !== undefined) return texts('outcome-too-many-jobs', { count: mostJobs });
  return mostPods === undefined ? texts('outcome-stopped-early') : texts('outcome-too-many-pods', { count: mostPods });
}

/** That a run was stopped before its time, and that not all of it is told, a sentence each. */
export function cutTexts(run: Run, texts: Texts): readonly string[] {
  const stopped = run.stoppedEarly ? [stoppedText(run, texts)] : [];
  return run.told < run.end ? [...stopped, texts('outcome-told-until', { until: durationWords(toldUntil(run), texts) })] : stopped;
}

function jobText(run: Run | CronJobOutcome, texts: Texts): string {
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

function scheduledText(run: Run | CronJobOutcome, runs: CronJobRuns, texts: Texts): string {
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
export function assumptionTexts(run: Run | CronJobOutcome, texts: Texts): readonly string[] {
  return [...run.summary.assumptions.map(({ code, args }) => texts(code, args)), ...watchedTexts(run, texts)];
}

/** The same, each with the control that changes it. */
export function assumptionsOf(run: Run, texts: Texts): readonly Assumed[] {
  const said = run.summary.assumptions.map(({ code, args }) => {
    const control = changedBy(code);
    return { text: texts(code, args), ...(control ? { control } : {}) };
  });
  return [...said, ...watchedTexts(run, texts).map((text) => ({ text }))];
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

function watchedTexts({ watched, until }: Run | CronJobOutcome, texts: Texts): readonly string[] {
  if (watched === 'asked' || watched === 'settled' || watched === 'cancelled') return [];
  return [watched === 'years' ? texts('watched-years', { years: Math.round(until / year) }) : texts(`watched-${watched}`)];
}

/** What could not be done at its second, and why, in order of time. */
export function refusalTexts({ actionResults }: Run, texts: Texts): readonly RefusedAction[] {
  return actionResults.flatMap(({ at: t, action, refusal = [] }) =>
    refusal.map(({ path, code, args }) => ({ t, action, text: (path ? `${path}: ` : '') + texts(code, args) })),
  );
}

/**
 * The sentences of the reasons that are told of a run (`reasonsOf`), by their place in the run's table: those before the last of
 * them. What follows from the run is left open in them.
 */
export function reasonSentences(run: Run, texts: Texts): readonly string[] {
  const count = toldReasons(run).reduce((most, { step }) => Math.max(most, step + 1), 0);
  return run.trace.steps.slice(0, count).map((reason) => sentenceOf(reason, texts));
}

function sentenceOf(reason: Explanation | TurnExplanation, texts: Texts): string {
  return 'args' in reason ? texts(reason.code, reason.args) : texts(reason.code, reasonPlaces);
}
