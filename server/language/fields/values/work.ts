import { durationWords } from '../../../application/words/durations.ts';
import { bounds } from '../../../estimate/bounds/bounds.ts';
import { aboutSeconds } from '../../../estimate/runs/pod-run.ts';
import type { ValueInManifest, ValueKind } from './value-kind.ts';

const triesTold = 8;

/** How often failures are retried: with the other limits of the Job, how many tries that makes and when. */
export const tries: ValueKind = { meaning: triesInWords };

/** How many pods, at once or in all: with the other number, how many rounds that makes. */
export const waves: ValueKind = { meaning: wavesInWords };

function triesInWords({ analysis: { texts }, spec }: ValueInManifest): string {
  const { retries, mostPods } = bounds(spec);
  const times = retries.times.slice(0, triesTold).map((time) => durationWords(time, texts));
  const more = retries.tries > times.length ? ' …' : '';
  const sentence = texts(`value-tries-${retries.kind}`, { tries: retries.tries, times: `${times.join(', ')}${more}` });
  return mostPods === undefined ? sentence : `${sentence} ${texts('value-most-pods', { count: mostPods })}`;
}

function wavesInWords({ analysis: { texts }, spec }: ValueInManifest): string {
  const { completions, waves: rounds, mostAtOnce } = bounds(spec);
  if (mostAtOnce === 0) return texts('value-no-pods');
  if (completions === undefined || rounds === undefined) return texts('value-work-queue', { parallelism: mostAtOnce });
  const about = aboutSeconds(spec);
  const sentence = texts('value-waves', { completions, waves: rounds, parallelism: mostAtOnce });
  return about === undefined ? sentence : `${sentence} ${texts('value-about', { duration: durationWords(about, texts) })}`;
}
