import { jobOf } from '../../kubernetes/creation/job-from-cronjob.ts';
import { isCronJob } from '../../kubernetes/kinds.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import { textsIn } from '../../messages/render.ts';
import { counted } from '../../messages/table/counted.ts';
import { getTexts } from '../../simulator/kubectl/get.ts';
import { oneRun, type RunInNumbers } from '../../simulator/many-runs.ts';
import { at } from '../../simulator/run/at.ts';
import { once } from '../../simulator/run/once.ts';
import type { Run } from '../../simulator/run/run.ts';
import { jobsTogether, podsTogether, type Together } from '../../simulator/run/together.ts';
import { type SimulationOptions, simulate } from '../../simulator/simulate.ts';
import type { Accepted } from '../simulation/accept.ts';
import { outcomeText } from '../simulation/outcome.ts';
import { durationWords } from '../words/durations.ts';
import type { Bound, Expectation } from './expectation.ts';

/** Whether something expected holds; where it does not, what happened instead, and what kubectl shows of it. */
export type Checked = { readonly holds: true } | { readonly holds: false; readonly happened: string; readonly rows: readonly string[] };

/** What is simulated for a test. */
export interface Simulated extends Pick<Accepted, 'object' | 'scenario' | 'facts' | 'existing'> {
  readonly version: KubernetesVersion;
  /** Seconds; undefined: as long as `simulate` watches. */
  readonly until: number | undefined;
  /** The same where a share of the container runs fails; undefined where its scenario cannot say that. */
  readonly failing: (share: number) => Pick<Accepted, 'scenario'> | undefined;
}

/** What is said in messages is English. */
const texts = textsIn('en');

/** How many runs say how likely something is. */
const chanceRuns = 200;

/** More rows of kubectl say nothing new. */
const mostRows = 6;

const holds: Checked = { holds: true };

/**
 * Checks expectations against one object. Of a CronJob, what is said of its runs and of pods at once is checked in the whole
 * simulation, and what is said of an end, of all pods and of restarts in one run of it. Each is simulated once, and only if asked for.
 */
export function expectationChecker(simulated: Simulated): (expectation: Expectation) => Checked {
  const { object, scenario, facts, existing, version, until } = simulated;
  const options: SimulationOptions = { version, existing, ...(facts ? { facts } : {}), ...(until === undefined ? {} : { until }) };
  const whole = once(() => simulate(object, scenario, options));
  const single = isCronJob(object) ? once(() => simulate(jobOf(object), { ...scenario, actions: [] }, options)) : whole;
  return (expectation) => {
    switch (expectation.kind) {
      case 'completes':
        return ends(single(), 'Complete', undefined, expectation.within);
      case 'fails':
        return ends(single(), 'Failed', expectation.reason, expectation.within);
      case 'pods':
        return expectation.atOnce
          ? together(whole(), podsTogether(whole()), expectation, 'pod')
          : numbered(single(), single().summary.podsCreated, expectation, 'pod');
      case 'runs-at-once':
        return together(whole(), jobsTogether(whole()), { bound: 'at most', count: expectation.count }, 'run');
      case 'runs':
        return numbered(whole(), whole().jobsCreated, expectation, 'run');
      case 'restarts':
        return numbered(single(), single().summary.restarts, { bound: 'at most', count: expectation.count }, 'restart');
      case 'no-run-left-out':
        return noneLeftOut(whole());
      case 'likely':
        return likely(simulated, options, expectation);
    }
  };
}

function ends(run: Run, outcome: 'Complete' | 'Failed', reason: string | undefined, within: number | undefined): Checked {
  const { summary } = run;
  const inTime = within === undefined || (summary.duration !== null && summary.duration <= within);
  const holdsHere = summary.outcome === outcome && (reason === undefined || summary.reason === reason) && inTime;
  return holdsHere ? holds : { holds: false, happened: outcomeText(run, texts), rows: rowsOf('jobs', run) };
}

interface Limit {
  readonly bound: Bound;
  readonly count: number;
}

function keeps(found: number, { bound, count }: Limit): boolean {
  return bound === 'at most' ? found <= count : found >= count;
}

function numbered(run: Run, found: number, limit: Limit, what: string): Checked {
  if (keeps(found, limit)) return holds;
  return { holds: false, happened: `${counted(found, what, `${what}s`)}. ${outcomeText(run, texts)}`, rows: rowsOf('jobs', run) };
}

function together(run: Run, { most, t }: Together, limit: Limit, what: 'pod' | 'run'): Checked {
  if (keeps(most, limit)) return holds;
  const happened = `${counted(most, what, `${what}s`)} at once, ${durationWords(t, texts)} after it was created.`;
  return { holds: false, happened, rows: rowsOf(what === 'pod' ? 'pods' : 'jobs', run, t) };
}

function noneLeftOut(run: Run): Checked {
  const { forbidden = 0, missed = 0 } = run.runsOfCronJob ?? {};
  return forbidden + missed === 0 ? holds : { holds: false, happened: outcomeText(run, texts), rows: rowsOf('cronjobs', run) };
}

function likely(
  { object, scenario, failing }: Simulated,
  options: SimulationOptions,
  { failureRate, complete, within }: Extract<Expectation, { kind: 'likely' }>,
): Checked {
  const failed = failing(failureRate)?.scenario;
  if (!failed) return { holds: false, happened: 'The scenario leaves no room for failures by chance.', rows: [] };
  const job = jobOf(object);
  const first = scenario.seed ?? 0;
  const runs = Array.from({ length: chanceRuns }, (_, place) => oneRun(job, { ...failed, actions: [] }, first + place, options));
  const good = runs.filter(({ outcome, duration }) => outcome === 'Complete' && (within === undefined || (duration ?? Infinity) <= within));
  if (good.length >= complete * runs.length) return holds;
  return {
    holds: false,
    happened: `${percent(good.length / runs.length)} of ${runs.length} runs complete${within === undefined ? '' : ' in time'}.${worstOf(runs)}`,
    rows: [],
  };
}

/** The run of which one would like to know more, and how to see it. */
function worstOf(runs: readonly RunInNumbers[]): string {
  const failed = runs.find(({ outcome }) => outcome === 'Failed');
  return failed ? ` With --seed ${failed.seed} it fails (${failed.reason}).` : '';
}

/** The table that kubectl prints at a second, or at the end, cut short. */
function rowsOf(resource: 'jobs' | 'pods' | 'cronjobs', run: Run, t?: number): readonly string[] {
  const lines = [...getTexts(resource, at(run, t))].join('').trimEnd().split('\n');
  return lines.length > mostRows + 1 ? [...lines.slice(0, mostRows), `… and ${lines.length - mostRows} more`] : lines;
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
