import { isRecord } from '../../plain/record.ts';
import { type ApiField, apiType, podTemplateType } from '../fields/api-fields.ts';
import { closedGate } from '../fields/gates.ts';
import type { JobSpec, PodTemplateSpec } from '../generated/types.ts';
import { oncePerVersion } from '../once-per-version.ts';
import { atLeast, type KubernetesVersion } from '../versions.ts';

/**
 * A Job's spec without the fields whose feature gate is off in the version: the server drops them unread. Inside a CronJob it does
 * so since 1.37 alone. Those of the pod template stay.
 */
export const dropDisabledFields = oncePerVersion((spec: JobSpec, version: KubernetesVersion): JobSpec => {
  const { scheduling: _, managedBy, successPolicy, ...rest } = spec;
  return {
    ...rest,
    ...(managedBy !== undefined && atLeast(version, '1.32') ? { managedBy } : {}),
    ...(successPolicy !== undefined && atLeast(version, '1.31') ? { successPolicy } : {}),
  };
});

/** A pod template without such fields, which is how the server stores it (pkg/api/pod/util.go DropDisabledTemplateFields, 1.37). */
export const dropDisabledTemplateFields = oncePerVersion((template: PodTemplateSpec, version: KubernetesVersion): PodTemplateSpec => {
  const kept = withoutClosed(template, podTemplateType, version);
  return isRecord(kept) ? kept : {};
});

const claimSpecType = 'io.k8s.api.core.v1.PersistentVolumeClaimSpec';

function withoutClosed(value: unknown, type: string | undefined, version: KubernetesVersion): unknown {
  // What is off in a claim is dropped from the claim that is made of the template, no sooner.
  if (type === undefined || type === claimSpecType) return value;
  if (Array.isArray(value)) return value.map((item) => withoutClosed(item, type, version));
  if (!isRecord(value)) return value;
  const fields = apiType(type)?.properties ?? {};
  const kept = Object.entries(value).filter(
    ([name, held]) => closedGate(type, name, version) === undefined && !(name === 'lifecycle' && isDroppedLifecycle(held, version)),
  );
  return Object.fromEntries(kept.map(([name, held]) => [name, withoutClosed(held, typeWithin(fields[name]), version)]));
}

/** With a stopSignal whose feature is off, the server drops a lifecycle that had nothing else. */
export function isDroppedLifecycle(lifecycle: unknown, version: KubernetesVersion): boolean {
  if (!isRecord(lifecycle) || Object.keys(lifecycle).join() !== 'stopSignal') return false;
  return closedGate('io.k8s.api.core.v1.Lifecycle', 'stopSignal', version) !== undefined;
}

/** The type of what a field holds, or of each thing in its list or map; undefined where it has no fields. */
function typeWithin(field: ApiField | undefined): string | undefined {
  return field?.$ref ?? field?.items?.$ref ?? field?.additionalProperties?.$ref;
}
