import { bounds } from '../../estimate/bounds/bounds.ts';
import { jobOf } from '../../kubernetes/creation/job-from-cronjob.ts';
import { isCronJob } from '../../kubernetes/kinds.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import { oncePer } from '../../plain/once-per.ts';
import type { Outcome } from '../../simulator/recording/recording.ts';
import { resumedAt } from '../../simulator/run/job-times.ts';
import { simulate } from '../../simulator/simulate.ts';
import type { Accepted } from './accept.ts';

/** What becomes of a Job, or of one run of a CronJob, in as few words as a lens has room for. */
export interface RunInShort {
  readonly outcome: Outcome;
  readonly reason: string;
  /** From its start to its end; undefined while it has none. */
  readonly seconds: number | undefined;
  /** Of one that was suspended and resumed: from its creation to its end, as the seconds above count from then on. */
  readonly sinceCreated?: number;
  /** It goes on for ever, if nobody does anything. */
  readonly endless: boolean;
}

/** More steps, or pods at once, than a lens may cost. */
const mostSteps = 600;
const mostAtOnce = 40;

/** The same simulation as the panel's and the command line's; undefined where it takes more steps than may be taken while typing. */
export function runInShort(accepted: Accepted, version: KubernetesVersion): RunInShort | undefined {
  const { scenario, facts, existing } = accepted;
  const latest = latestOf(accepted.object);
  const key = JSON.stringify([version, scenario, existing]);
  if (latest.run?.key !== key || latest.run.facts !== facts) latest.run = { key, facts, value: simulateInShort(accepted, version) };
  return latest.run.value;
}

interface Latest {
  run?: { readonly key: string; readonly facts: Accepted['facts']; readonly value: RunInShort | undefined };
}

const latestOf = oncePer(
  (object: Accepted['object']) => object,
  (): Latest => ({}),
);

/** What somebody does to a CronJob is not done to one of its runs. */
function simulateInShort({ object, scenario, facts, existing }: Accepted, version: KubernetesVersion): RunInShort | undefined {
  const played = isCronJob(object) ? { ...scenario, actions: [] } : scenario;
  const job = jobOf(object);
  if (bounds(job.spec ?? {}).mostAtOnce > mostAtOnce) return undefined;
  const run = simulate(job, played, { version, maxEvents: mostSteps, existing, ...(facts ? { facts } : {}) });
  if (run.stoppedEarly) return undefined;
  const { outcome, reason, duration } = run.summary;
  const resumed = resumedAt(run);
  const both = resumed === undefined || duration === null ? {} : { sinceCreated: resumed + duration };
  return { outcome, reason, seconds: duration ?? undefined, ...both, endless: run.unfinished?.endless === true };
}
