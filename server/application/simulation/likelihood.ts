import { bounds } from '../../estimate/bounds/bounds.ts';
import { jobOf } from '../../kubernetes/creation/job-from-cronjob.ts';
import type { Texts } from '../../messages/render.ts';
import { oneRun, type RunInNumbers, spreadOf } from '../../simulator/many-runs.ts';
import type { Scenario } from '../../simulator/scenario/scenario.ts';
import { statedControls } from '../../simulator/what-if/stated-controls.ts';
import type { WhatIfEdit } from '../../simulator/what-if/what-if-edit.ts';
import type { Analysis } from '../analysis.ts';
import { findObject } from '../object-ranges.ts';
import { durationWords } from '../words/durations.ts';
import { type Acceptance, accept } from './accept.ts';
import type { LikelihoodParams, LikelihoodResult } from './answer.ts';

/** No more runs than these, and no more pods in all of them together; where that leaves less than a few runs there are none. */
const mostRuns = 200;
const mostPods = 40_000;
const leastRuns = 5;

/** How a Job, or one run of a CronJob, comes out by chance: what `simulate --runs` prints, for a page. */
export function likelihood(analysis: Analysis, params: LikelihoodParams): LikelihoodResult {
  const object = findObject(analysis, params);
  const { whatIf = { edits: [] }, failureRate } = params;
  // Which of the runs is looked at says nothing of how they spread.
  const others = whatIf.edits.filter(({ kind }) => kind !== 'seed');
  const acceptWith = (edits: readonly WhatIfEdit[]) =>
    object ? accept(analysis, object, params.scenario, { ...whatIf, edits }) : undefined;
  const accepted = acceptWith([...others, { kind: 'failure-rate', share: failureRate }]);
  if (accepted?.status !== 'accepted') return { status: 'unknown', sentence: '' };
  const { scenario, facts, existing } = accepted;
  const job = jobOf(accepted.object);
  const more = { version: analysis.settings.kubernetesVersion, existing, ...(facts ? { facts } : {}) };
  const { completions, mostAtOnce } = bounds(job.spec ?? {});
  if (Math.max(completions ?? 0, mostAtOnce) * leastRuns > mostPods)
    return { status: 'unknown', sentence: analysis.texts('likelihood-too-many') };
  const seed = scenario.seed ?? 0;
  const first = oneRun(job, scenario, seed, more);
  const atOnce = [0, 1].map((share) => acceptWith([...others, { kind: 'run-time', seconds: 0 }, { kind: 'failure-rate', share }]));
  const isSame = (other: Acceptance | undefined) => other?.status === 'accepted' && isAlike(oneRun(job, other.scenario, seed, more), first);
  // Where nothing ever runs to its end, as its pods are refused or find no node, chance has no part in it.
  if (first.outcome !== 'Complete' && atOnce.every(isSame)) return { status: 'unknown', sentence: '' };
  const count = Math.max(leastRuns, Math.min(mostRuns, Math.floor(mostPods / Math.max(1, first.podsCreated))));
  const runs = [first, ...Array.from({ length: count - 1 }, (_, at) => oneRun(job, scenario, seed + 1 + at, more))];
  const asItStands = acceptWith(others);
  const fails = asItStands?.status === 'accepted' && failsByItself(asItStands.scenario, (scenario) => oneRun(job, scenario, seed, more));
  if (fails && runs.some(({ outcome }) => outcome === 'Complete')) {
    return { status: 'unknown', sentence: analysis.texts('likelihood-fails-by-itself') };
  }
  return { status: 'known', sentence: sentence(runs, failureRate, analysis.texts), failureRate, runs };
}

function isAlike(one: RunInNumbers, other: RunInNumbers): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether it fails by what its commands do, or all containers are said to, and not because somebody said what share of them does. */
function failsByItself(scenario: Scenario, run: (scenario: Scenario) => RunInNumbers): boolean {
  const { failureRate } = statedControls(scenario);
  return (failureRate === null || failureRate === 1) && run(scenario).outcome === 'Failed';
}

function sentence(runs: readonly RunInNumbers[], failureRate: number, texts: Texts): string {
  const { outcomes, duration, pods } = spreadOf(runs);
  return texts('likelihood', {
    rate: percent(failureRate),
    complete: percent((outcomes['Complete'] ?? 0) / runs.length),
    shortest: duration ? durationWords(duration.least, texts) : '',
    longest: duration ? durationWords(duration.most, texts) : '',
    pods: pods.most,
    runs: runs.length,
  });
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}
