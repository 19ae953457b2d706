import { newestVersion } from '../../kubernetes/versions.ts';
import type { Texts } from '../../messages/render.ts';
import type { Run } from '../../simulator/run/run.ts';
import { traceOf } from '../../simulator/run/trace-of.ts';
import { durationWords } from '../words/durations.ts';
import type { ReasonInRun } from './answer.ts';

/** How a run ended, in a sentence. */
export function outcomeText(run: Run, texts: Texts): string {
  const { summary, until, stoppedEarly, jobsCreated } = run;
  const sentence = texts(`outcome-${summary.outcome}`, {
    podsCreated: summary.podsCreated,
    podsFailed: summary.podsFailed,
    restarts: summary.restarts,
    reason: summary.reason,
    duration: durationWords(summary.duration ?? 0, texts),
    until: durationWords(until, texts),
    jobs: jobsCreated,
  });
  return stoppedEarly ? `${sentence} ${stoppedText(run, texts)}` : sentence;
}

/** Why a run was stopped before its time. */
export function stoppedText({ mostPods }: Run, texts: Texts): string {
  return mostPods === undefined ? texts('outcome-stopped-early') : texts('outcome-too-many-pods', { count: mostPods });
}

/** What was taken for granted, a sentence each. */
export function assumptionTexts({ summary, version }: Run, texts: Texts): readonly string[] {
  return [
    ...summary.assumptions.map(({ code, args }) => texts(code, args)),
    ...(version === newestVersion ? [] : [texts('outcome-assumption-behaviour', { newest: newestVersion })]),
  ];
}

/** More of them than anyone reads would only slow the panel down. */
const mostReasons = 200;

/** Why pods were made, deleted, retried or waited for, in order of time: the first of them, where there are very many. */
export function reasonTexts(run: Run, texts: Texts): readonly ReasonInRun[] {
  return traceOf(run, mostReasons).map(({ t, pod, code, args }) => ({
    t,
    ...(pod === undefined ? {} : { pod }),
    text: texts(code, args),
  }));
}
