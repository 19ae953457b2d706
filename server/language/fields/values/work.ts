import type { Analysis, ObjectInText } from '../../../application/analysis.ts';
import { accept } from '../../../application/simulation/accept.ts';
import { runInShort } from '../../../application/simulation/run-in-short.ts';
import { durationWords } from '../../../application/words/durations.ts';
import { bounds } from '../../../estimate/bounds/bounds.ts';
import { aboutSeconds } from '../../../estimate/runs/job-run.ts';
import type { ValueInManifest, ValueKind } from './value-kind.ts';

const triesTold = 8;

/** How often failures are retried: with the other limits of the Job, how many tries that makes and when. */
export const tries: ValueKind = { meaning: triesInWords };

/** How many pods, at once or in all: with the other number, how many rounds that makes. */
export const waves: ValueKind = { meaning: wavesInWords };

function triesInWords({ analysis: { texts }, spec, object }: ValueInManifest): string {
  const { retries, mostPods } = bounds(spec);
  const times = retries.times.slice(0, triesTold).map((time) => durationWords(time, texts));
  const more = retries.tries > times.length ? ' …' : '';
  const sentence = texts(`value-tries-${retries.kind}`, { tries: retries.tries, times: `${times.join(', ')}${more}` });
  const most = object.judged.kind === 'CronJob' ? 'value-most-pods-a-run' : 'value-most-pods';
  return mostPods === undefined ? sentence : `${sentence} ${texts(most, { count: mostPods })}`;
}

function wavesInWords({ analysis, spec, object }: ValueInManifest): string {
  const { texts } = analysis;
  const { completions, waves: rounds, mostAtOnce } = bounds(spec);
  if (mostAtOnce === 0) return texts('value-no-pods');
  if (completions === undefined || rounds === undefined) return texts('value-work-queue', { parallelism: mostAtOnce });
  const about = aboutSeconds(spec) === undefined ? undefined : secondsWithoutFailure(analysis, object);
  const sentence = texts('value-waves', { completions, waves: rounds, parallelism: mostAtOnce });
  return about === undefined ? sentence : `${sentence} ${texts('value-about', { duration: durationWords(about, texts) })}`;
}

/** As its simulation says that nobody disturbs; undefined where it does not complete then, or takes too many steps to know while typing. */
function secondsWithoutFailure(analysis: Analysis, object: ObjectInText): number | undefined {
  const accepted = accept(analysis, object, undefined);
  const run = accepted.status === 'accepted' ? runInShort({ ...accepted, scenario: {} }, analysis.settings.kubernetesVersion) : undefined;
  return run?.outcome === 'Complete' ? run.seconds : undefined;
}
