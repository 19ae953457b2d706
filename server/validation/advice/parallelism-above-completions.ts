import { field } from '../../kubernetes/finding/field-path.ts';
import { type AdviceRule, atValue, related } from './rule.ts';

/** More pods at once than there is work: the rest never start. */
export const parallelismAboveCompletions: AdviceRule<'parallelism-above-completions'> = {
  code: 'parallelism-above-completions',
  level: 'info',
  check({ job: { parallelism, completions }, jobPath }) {
    if (parallelism === undefined || completions === undefined || parallelism <= completions) return undefined;
    return atValue(field(jobPath, 'parallelism'), { parallelism, completions }, [related(field(jobPath, 'completions'), 'completions')]);
  },
};
