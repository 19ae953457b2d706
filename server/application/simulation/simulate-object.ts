import { bounds } from '../../estimate/bounds/bounds.ts';
import { jobOf } from '../../kubernetes/creation/job-from-cronjob.ts';
import { isCronJob } from '../../kubernetes/kinds.ts';
import type { Seconds } from '../../simulator/engine/time.ts';
import { simulate } from '../../simulator/simulate.ts';
import { statedControls } from '../../simulator/what-if/stated-controls.ts';
import type { Analysis, ObjectInText } from '../analysis.ts';
import { factsAssumed } from '../facts/facts-words.ts';
import type { LocatedFinding } from '../located-finding.ts';
import type { ObjectId } from '../object-id.ts';
import { findObject } from '../object-ranges.ts';
import { type Accepted, accept } from './accept.ts';
import type { ProblemInFile, SimulateParams, SimulateResult } from './answer.ts';
import { calendarOf } from './calendar.ts';
import { hookOutcomeText } from './hook-outcome.ts';
import { assumedRunTime, assumptionsOf, outcomeText, reasonSentences, refusalTexts } from './outcome.ts';
import { unmetTexts } from './unmet.ts';
import { togetherTexts, worstTexts } from './worst.ts';

/** More Jobs or pods than an editor can draw are not sent: the run that is answered says how far it goes. */
const mostTold = 200_000;

/** Simulates one object of a document, with the scenario that is sent along, or else the one in its comments. */
export function simulateObject(analysis: Analysis, params: SimulateParams, cancelled: () => boolean): SimulateResult {
  const object = findObject(analysis, params);
  return object ? simulateFound(analysis, object, params, cancelled) : { status: 'gone' };
}

/** How an object is simulated, wherever it stands. */
type Asked = Omit<SimulateParams, 'uri' | keyof ObjectId>;

/** The same of an object that was found; one that carries a Job is called by that Job's kind. */
export function simulateFound(analysis: Analysis, object: ObjectInText, params: Asked, cancelled: () => boolean): SimulateResult {
  const { kind, name } = object.judged;
  if (!kind) return { status: 'gone' };
  const accepted = accept(analysis, object, params.scenario, params.whatIf);
  switch (accepted.status) {
    case 'refused':
      return { status: 'refused', kind, name, what: accepted.what, problems: problemsIn(accepted.file, accepted.problems) };
    case 'unfinished':
      return { status: 'unfinished', kind, name, message: accepted.message, problems: problemsIn(analysis.text.uri, accepted.problems) };
    case 'accepted':
      return {
        status: 'simulated',
        kind,
        name: name ?? '',
        ...simulated(startedAt(accepted, params.startAt), analysis, params.until, cancelled),
      };
  }
}

function startedAt(accepted: Accepted, startAt: number | undefined): Accepted {
  return startAt === undefined ? accepted : { ...accepted, scenario: { ...accepted.scenario, startAt } };
}

function simulated(
  { object, scenario, scenarioFrom, facts, existing }: Accepted,
  { settings, texts }: Analysis,
  until: Seconds | undefined,
  cancelled: () => boolean,
) {
  const { kubernetesVersion: version } = settings;
  const asked = { ...(facts ? { facts } : {}), ...(until === undefined ? {} : { until }) };
  const run = simulate(object, scenario, { version, cancelled, existing, most: mostTold, ...asked });
  const plain = [...factsAssumed(facts, texts), ...unmetTexts(scenario, object, run, texts)];
  const assumptions = [...assumptionsOf(run, texts), ...plain.map((text) => ({ text }))];
  const calendar = isCronJob(object) ? calendarOf(object, run.epoch) : undefined;
  return {
    run,
    outcome: [outcomeText(run, texts), hookOutcomeText(object.metadata ?? {}, run, texts) ?? []].flat().join(' '),
    assumptions,
    reasons: reasonSentences(run, texts),
    refusals: refusalTexts(run, texts),
    worst: [...togetherTexts(object, run, texts), ...worstTexts(object, texts)],
    actions: scenario.actions ?? [],
    ...(calendar ? { calendar } : {}),
    inForce: {
      scenario: scenarioFrom ?? null,
      controls: statedControls(scenario),
      assumedRunTime: assumedRunTime(run) ?? null,
      mostAtOnce: bounds(jobOf(object).spec ?? {}).mostAtOnce,
    },
  };
}

function problemsIn(uri: string, found: readonly LocatedFinding[]): readonly ProblemInFile[] {
  return found.map(({ range: { start }, message }) => ({ uri, ...start, message }));
}
