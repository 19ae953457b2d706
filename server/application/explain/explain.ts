import { madeByCluster } from '../../kubernetes/creation/exported.ts';
import { decode } from '../../kubernetes/decoding/decode.ts';
import { changedBy } from '../../kubernetes/finding/changed-by.ts';
import type { Job } from '../../kubernetes/generated/types.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import { parseManifests } from '../../manifest/parse.ts';
import type { Texts } from '../../messages/render.ts';
import type { ObservedJob } from '../../simulator/replay/observed.ts';
import { readObserved } from '../../simulator/replay/read-observed.ts';
import { eventsAbout, replay } from '../../simulator/replay/replay.ts';
import type { Run } from '../../simulator/run/run.ts';
import { readScenario } from '../../simulator/scenario/scenario-reader.ts';
import { simulate } from '../../simulator/simulate.ts';
import { outcomeText } from '../simulation/outcome.ts';
import { observedScenario, type WrittenScenario } from './observed-scenario.ts';
import { unknownSentences } from './unknown.ts';
import { whySentences } from './why.ts';

/** What a record of a cluster tells of a Job. */
export interface Explanation {
  readonly job: string;
  readonly namespace: string;
  /** What happened, as far as the record holds it. */
  readonly run: Run;
  /** How it ended or stands, in a sentence. */
  readonly outcome: string;
  readonly why: readonly string[];
  /** What is missing from the record. */
  readonly unknown: readonly string[];
  /** The manifest that it was made from, and what the simulation makes of it: alone, and with the containers as they behaved. */
  readonly manifest: Job;
  readonly simulated: { readonly manifest: string; readonly scenario: string };
  readonly scenario: WrittenScenario;
}

/** Why a record cannot be explained, in a sentence. */
export interface Unexplained {
  readonly unexplained: string;
}

/**
 * Explains a Job from what `kubectl get jobs,pods,events -o json` printed (YAML as well): the one of that name, otherwise one that failed,
 * otherwise the last that was made.
 */
export function explain(
  text: string,
  name: string | undefined,
  { version, texts }: { readonly version: KubernetesVersion; readonly texts: Texts },
): Explanation | Unexplained {
  const observed = readObserved(parseManifests(text).documents.map(({ body }) => body.value));
  const job = jobNamed(observed.jobs, name);
  if (!job) {
    const names = observed.jobs.map((one) => one.name);
    const isOther = name !== undefined && names.length > 0;
    return { unexplained: isOther ? texts('explain-no-such-job', { name, names }) : texts('explain-no-job') };
  }
  if (isManifest(job)) return { unexplained: texts('explain-manifest-alone', { name: job.name }) };
  const story = { job, pods: observed.pods.filter(({ owner }) => owner === job.uid), events: eventsAbout(job, observed.events) };
  const run = replay(job, observed, version);
  const manifest = manifestOf(job, version);
  const scenario = observedScenario(story, new Map((run.podNames ?? []).map((pod, ordinal) => [pod, ordinal])));
  const played = readScenario(scenario);
  const outcomeOf = (simulated: Run) => outcomeText(simulated, texts);
  return {
    job: job.name,
    namespace: job.namespace,
    run,
    outcome: outcomeOf(run),
    why: whySentences(story, texts),
    unknown: unknownSentences(story, texts),
    manifest,
    simulated: {
      manifest: outcomeOf(simulate(manifest, {}, { version })),
      scenario: outcomeOf(simulate(manifest, 'scenario' in played ? played.scenario : {}, { version })),
    },
    scenario,
  };
}

/** A cluster says of each Job when it was made, and which it is. */
function isManifest({ uid, created, object: { status } }: ObservedJob): boolean {
  return uid === '' && created === 0 && status === undefined;
}

function jobNamed(jobs: readonly ObservedJob[], name: string | undefined): ObservedJob | undefined {
  const newest = [...jobs].sort((a, b) => b.created - a.created);
  if (name !== undefined) return newest.find((one) => one.name === name);
  return (
    newest.find(({ object }) => object.status?.conditions?.some(({ type, status }) => type === 'Failed' && status === 'True')) ?? newest[0]
  );
}

/** Without what the cluster put there. */
function manifestOf({ object }: ObservedJob, version: KubernetesVersion): Job {
  const changes = madeByCluster('Job', { ...object }).map((path) => ({ does: 'remove' as const, path }));
  return decode('Job', changes.reduce<unknown>(changedBy, object), version).object;
}
