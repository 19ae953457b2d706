import { field, root } from '../../kubernetes/finding/field-path.ts';
import { type AdviceRule, atValue } from './rule.ts';

/** Less than ten seconds to start in: a controller that is busy for a moment, or restarted, misses the run. */
export const shortStartingDeadline: AdviceRule<'short-starting-deadline'> = {
  code: 'short-starting-deadline',
  level: 'info',
  check({ cronJob }) {
    const seconds = cronJob?.startingDeadlineSeconds;
    if (seconds === undefined || seconds < 0 || seconds >= 10) return undefined;
    return atValue(field(root, 'spec', 'startingDeadlineSeconds'), { seconds });
  },
};
