import { newestVersion } from '../../kubernetes/versions.ts';
import type { Texts } from '../../messages/render.ts';
import type { Run } from '../../simulator/run/run.ts';
import { traceOf } from '../../simulator/run/trace-of.ts';
import { durationWords } from '../words/durations.ts';
import type { ReasonInRun } from './answer.ts';

/** How a run ended, in a sentence. */
export function outcomeText({ summary, until, stoppedEarly, jobsCreated }: Run, texts: Texts): string {
  const sentence = texts(`outcome-${summary.outcome}`, {
    podsCreated: summary.podsCreated,
    podsFailed: summary.podsFailed,
    restarts: summary.restarts,
    reason: summary.reason,
    duration: durationWords(summary.duration ?? 0, texts),
    until: durationWords(until, texts),
    jobs: jobsCreated,
  });
  return stoppedEarly ? `${sentence} ${texts('outcome-stopped-early')}` : sentence;
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
