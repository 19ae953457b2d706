import type { Analysis, ObjectInText } from '../../application/analysis.ts';
import { namespaceVerdict } from '../../application/findings/namespace-verdict.ts';
import type { ScenarioFile } from '../../application/scenario/scenario-source.ts';
import { scenarioCommentFor } from '../../application/scenario/scenarios-in-file.ts';
import { type Accepted, accept } from '../../application/simulation/accept.ts';
import { type RunInShort, runInShort } from '../../application/simulation/run-in-short.ts';
import { durationWords } from '../../application/words/durations.ts';
import { bounds } from '../../estimate/bounds/bounds.ts';
import { aboutSeconds, estimateJobRun } from '../../estimate/runs/job-run.ts';
import type { Texts } from '../../messages/render.ts';
import { jobSpecOf } from '../reading/decoded-job-spec.ts';
import { perObject } from '../reading/per-object.ts';

/**
 * What a lens and an outline say of a Job's work, or of one run of a CronJob; parts that cannot be told are left out. How it ends is what its
 * simulation says, with the scenario that is in force; without one it is left out where the commands tell nothing.
 */
export function lensWords(object: ObjectInText, analysis: Analysis, scenarioFile: ScenarioFile | undefined): readonly string[] {
  const isTold = scenarioFile !== undefined || scenarioCommentFor(analysis, object) !== undefined || workOf(object)?.isKnown === true;
  return workWords(object, analysis.texts, isTold ? endWords(object, analysis, scenarioFile) : []);
}

function workWords(object: ObjectInText, texts: Texts, end: readonly string[]): readonly string[] {
  const work = workOf(object);
  if (!work) return [];
  const { completions, mostAtOnce, mostPods } = work;
  if (mostAtOnce === 0) return [texts('lens-no-pods')];
  const most = object.judged.kind === 'CronJob' ? 'lens-at-most-a-run' : 'lens-at-most';
  return [
    podWords(completions, mostAtOnce, texts),
    ...end,
    ...(mostPods === undefined || mostPods === completions ? [] : [texts(most, { count: mostPods })]),
  ];
}

/** How it ends, and when; where its simulation takes too long to wait for, about how long it takes if nothing fails. */
function endWords(object: ObjectInText, analysis: Analysis, scenarioFile: ScenarioFile | undefined): readonly string[] {
  const { texts, settings } = analysis;
  const accepted = accept(analysis, object, scenarioFile);
  if (accepted.status !== 'accepted') return [];
  const run = runInShort(accepted, settings.kubernetesVersion) ?? estimatedRun(object, analysis, accepted);
  return run ? runWords(run, jobSpecOf(object)?.activeDeadlineSeconds, texts) : [];
}

function runWords(run: RunInShort, deadline: number | undefined, texts: Texts): readonly string[] {
  if (run.endless) return [texts('lens-endless')];
  if (deadline !== undefined && run.reason === 'DeadlineExceeded')
    return [texts('lens-deadline', { duration: durationWords(deadline, texts) })];
  if (run.seconds === undefined) return [];
  const duration = durationWords(run.seconds, texts);
  const sinceCreated = run.sinceCreated === undefined ? '' : durationWords(run.sinceCreated, texts);
  const { outcome, reason } = run;
  return [outcome === 'Failed' ? texts('lens-fails', { duration, sinceCreated, reason }) : texts('lens-about', { duration, sinceCreated })];
}

/** What the commands alone tell, where there is no scenario and the namespace lets all pods be, and that the deadline comes first. */
function estimatedRun(object: ObjectInText, analysis: Analysis, { scenario, facts }: Accepted): RunInShort | undefined {
  const work = workOf(object);
  const time = work?.endless ? Number.POSITIVE_INFINITY : work?.about;
  if (!work || time === undefined || Object.keys(scenario).length > 0 || mayRefusePods(object, analysis, facts)) return undefined;
  const { deadline } = work;
  if (deadline !== undefined && deadline < time)
    return { outcome: 'Failed', reason: 'DeadlineExceeded', seconds: deadline, endless: false };
  return { outcome: 'Complete', reason: '', seconds: work.about, endless: work.endless };
}

/** Under a quota pods wait for each other; what else a namespace refuses it refuses from the first pod on. */
function mayRefusePods(object: ObjectInText, analysis: Analysis, facts: Accepted['facts']): boolean {
  if (!facts) return false;
  return facts.quotas.length > 0 || namespaceVerdict(object, analysis).some(({ reason }) => reason === 'PodsRefused');
}

function podWords(completions: number | undefined, parallelism: number, texts: Texts): string {
  if (completions === undefined) return texts('lens-work-queue', { parallelism });
  return parallelism > 1 ? texts('lens-pods-at-a-time', { completions, parallelism }) : texts('lens-pods', { completions });
}

/** Known: the commands tell how long they take and how they end. */
const workOf = perObject((object) => {
  const spec = jobSpecOf(object);
  if (!spec) return undefined;
  const { known, endless } = estimateJobRun(spec);
  return { ...bounds(spec), about: aboutSeconds(spec), isKnown: known, endless, deadline: spec.activeDeadlineSeconds };
});
