import type { Analysis, ObjectInText } from '../../application/analysis.ts';
import { scenarioCommentFor } from '../../application/scenario/scenarios-in-file.ts';
import { durationWords } from '../../application/words/durations.ts';
import { bounds } from '../../estimate/bounds/bounds.ts';
import { aboutSeconds, estimatePodRun } from '../../estimate/runs/pod-run.ts';
import type { Texts } from '../../messages/render.ts';
import { jobSpecOf } from '../reading/decoded-job-spec.ts';
import { perObject } from '../reading/per-object.ts';

/**
 * What a lens or a hint says of a Job's work; parts that cannot be told are left out. How long its commands take counts for
 * nothing where a scenario says how its containers run.
 */
export function workWords(object: ObjectInText, analysis: Analysis): readonly string[] {
  const { texts } = analysis;
  const isTimed = scenarioCommentFor(analysis, object) === undefined;
  const work = workOf(object);
  if (!work) return [];
  const { completions, mostAtOnce, mostPods } = work;
  if (mostAtOnce === 0) return [texts('lens-no-pods')];
  return [
    podWords(completions, mostAtOnce, texts),
    ...(isTimed ? timeWords(work, texts) : []),
    ...(mostPods === undefined || mostPods === completions ? [] : [texts('lens-at-most', { count: mostPods })]),
  ];
}

/** How long it takes, or that its deadline comes first. */
function timeWords({ about, endless, deadline }: Work, texts: Texts): readonly string[] {
  const time = endless ? Number.POSITIVE_INFINITY : about;
  if (time === undefined) return [];
  if (deadline !== undefined && deadline < time) return [texts('lens-deadline', { duration: durationWords(deadline, texts) })];
  return [endless ? texts('lens-endless') : texts('lens-about', { duration: durationWords(time, texts) })];
}

type Work = NonNullable<ReturnType<typeof workOf>>;

function podWords(completions: number | undefined, parallelism: number, texts: Texts): string {
  if (completions === undefined) return texts('lens-work-queue', { parallelism });
  return parallelism > 1 ? texts('lens-pods-at-a-time', { completions, parallelism }) : texts('lens-pods', { completions });
}

const workOf = perObject((object) => {
  const spec = jobSpecOf(object);
  const endless = estimatePodRun(spec?.template?.spec ?? {}).seconds === Number.POSITIVE_INFINITY;
  return spec && { ...bounds(spec), about: aboutSeconds(spec), endless, deadline: spec.activeDeadlineSeconds };
});
