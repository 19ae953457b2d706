import { type FieldPath, field } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding } from '../../kubernetes/finding/finding.ts';
import type { Container, Probe } from '../../kubernetes/generated/types.ts';
import { nonNegative } from '../common-rules.ts';
import { validateHandler } from './handlers.ts';
import type { PodContext } from './pod-context.ts';

const counts = ['initialDelaySeconds', 'timeoutSeconds', 'periodSeconds', 'successThreshold', 'failureThreshold'] as const;

/** The three probes of a container that stays: regular ones and sidecars. */
export function validateProbes(container: Container, path: FieldPath, context: PodContext): Finding[] {
  const { livenessProbe, readinessProbe, startupProbe } = container;
  return [
    ...(livenessProbe ? validateOnceProbe(livenessProbe, field(path, 'livenessProbe'), context) : []),
    ...(readinessProbe ? validateReadinessProbe(readinessProbe, field(path, 'readinessProbe'), context) : []),
    ...(startupProbe ? validateOnceProbe(startupProbe, field(path, 'startupProbe'), context) : []),
  ];
}

/** Liveness and startup probes are satisfied by one success. */
function validateOnceProbe(probe: Probe, path: FieldPath, context: PodContext): Finding[] {
  const found = validateProbe(probe, path, context);
  if (probe.successThreshold === 1) return found;
  return [...found, bad(field(path, 'successThreshold'), 'Invalid', 'probe-success-threshold')];
}

/** A readiness probe ends no container, so it has no grace period. */
function validateReadinessProbe(probe: Probe, path: FieldPath, context: PodContext): Finding[] {
  const found = validateProbe(probe, path, context);
  if (probe.terminationGracePeriodSeconds === undefined) return found;
  return [...found, bad(field(path, 'terminationGracePeriodSeconds'), 'Invalid', 'probe-grace-period-readiness')];
}

function validateProbe(probe: Probe, path: FieldPath, context: PodContext): Finding[] {
  const grace = probe.terminationGracePeriodSeconds;
  return [
    ...validateHandler(probe, path, context),
    ...counts.flatMap((name) => nonNegative(probe[name], field(path, name))),
    ...(grace !== undefined && grace <= 0
      ? [bad(field(path, 'terminationGracePeriodSeconds'), 'Invalid', 'probe-grace-period', { args: { value: grace } })]
      : []),
  ];
}
