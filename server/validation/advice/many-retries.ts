import { bounds } from '../../estimate/bounds/bounds.ts';
import { field } from '../../kubernetes/finding/field-path.ts';
import { type AdviceRule, atValue } from './rule.ts';

/** From here on a work that fails each time costs a number of pods that nobody wants to pay for. */
const costly = 20;

/** A limit of retries that lets many pods start for work that fails every time. */
export const manyRetries: AdviceRule<'many-retries'> = {
  code: 'many-retries',
  level: 'info',
  check({ job, jobPath }) {
    const { mostPodsByFailures, retries } = bounds(job);
    if (mostPodsByFailures === undefined || retries.kind === 'restart' || retries.tries <= costly) return undefined;
    const name = retries.kind === 'new-pod' ? 'backoffLimit' : 'backoffLimitPerIndex';
    const limit = job[name];
    return limit === undefined ? undefined : atValue(field(jobPath, name), { name, limit, pods: mostPodsByFailures });
  },
};
