import { probeTimes } from '../../kubernetes/defaults/container.ts';
import { field, item } from '../../kubernetes/finding/field-path.ts';
import { type AdviceRule, atKey } from './rule.ts';

/** A probe that kills the container when it does not answer, as batch work that is busy or just done seldom does. */
export const livenessProbe: AdviceRule<'liveness-probe'> = {
  code: 'liveness-probe',
  level: 'info',
  check({ pod, podPath }) {
    const place = (pod.containers ?? []).findIndex((container) => container.livenessProbe !== undefined);
    const found = pod.containers?.[place];
    if (!found?.livenessProbe) return undefined;
    const { periodSeconds, failureThreshold } = probeTimes(found.livenessProbe);
    const args = { container: found.name ?? '', seconds: periodSeconds * failureThreshold };
    return atKey(field(item(field(podPath, 'containers'), place), 'livenessProbe'), args);
  },
};
