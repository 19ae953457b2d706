import { aboutSeconds } from '../../estimate/runs/pod-run.ts';
import { nextTimes } from '../../kubernetes/cron/next-time.ts';
import { field, root } from '../../kubernetes/finding/field-path.ts';
import { type AdviceRule, atParent, atValue, type Subject } from './rule.ts';

/** How many coming runs are looked at for the interval between them. */
const lookedAt = 30;

const path = field(root, 'spec', 'concurrencyPolicy');

/** A run that takes longer than the time to the next one, so that runs pile up. */
export const overlappingRuns: AdviceRule<'overlapping-runs'> = {
  code: 'overlapping-runs',
  level: 'info',
  check(subject) {
    const policy = subject.cronJob?.concurrencyPolicy;
    if (policy !== undefined && policy !== 'Allow') return undefined;
    const { seconds, shortest } = pace(subject) ?? { seconds: 0, shortest: 0 };
    if (seconds <= shortest) return undefined;
    const args = { seconds, interval: shortest };
    return policy === undefined ? atParent(path, args) : atValue(path, args);
  },
};

/** With Replace, a run that takes longer than every interval never gets to its end. */
export const replacedBeforeDone: AdviceRule<'replaced-before-done'> = {
  code: 'replaced-before-done',
  level: 'warning',
  check(subject) {
    if (subject.cronJob?.concurrencyPolicy !== 'Replace') return undefined;
    const { seconds, longest } = pace(subject) ?? { seconds: 0, longest: 0 };
    return seconds > longest ? atValue(path, { seconds, longest }) : undefined;
  },
};

/** How long a run takes, and the shortest and the longest interval between runs, in seconds. */
function pace({
  timing,
  job,
  now,
  runOf,
}: Subject): { readonly seconds: number; readonly shortest: number; readonly longest: number } | undefined {
  const seconds = timing ? aboutSeconds(job, runOf) : undefined;
  if (!timing || seconds === undefined) return undefined;
  const times = nextTimes(timing.schedule, timing.zone, now, lookedAt);
  const intervals = times.slice(1).map((time, place) => (time - (times[place] ?? time)) / 1000);
  return intervals.length ? { seconds, shortest: Math.min(...intervals), longest: Math.max(...intervals) } : undefined;
}
