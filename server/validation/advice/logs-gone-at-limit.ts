import { field } from '../../kubernetes/finding/field-path.ts';
import { type AdviceRule, atValue } from './rule.ts';

/** With OnFailure the pod is deleted when the limit of retries is reached, and its logs with it. */
export const logsGoneAtLimit: AdviceRule<'logs-gone-at-limit'> = {
  code: 'logs-gone-at-limit',
  level: 'info',
  check({ pod, podPath }) {
    return pod.restartPolicy === 'OnFailure' ? atValue(field(podPath, 'restartPolicy'), {}) : undefined;
  },
};
