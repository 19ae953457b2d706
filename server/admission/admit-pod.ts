import type { ObjectMeta, PodSpec } from '../kubernetes/generated/types.ts';
import type { Amounts } from '../kubernetes/values/pod-resources.ts';
import type { KubernetesVersion } from '../kubernetes/versions.ts';
import { invalidPod } from './invalid-pod.ts';
import { aggregate, brokenLimits, withLimitRangeDefaults } from './limit-range.ts';
import type { NamespaceFacts, ResourceQuota } from './namespace-facts.ts';
import { violationsOf } from './pod-security/pod-security.ts';
import { exceededQuota } from './resource-quota.ts';

/** A pod that a controller asks for. */
export interface NewPod {
  /** As the server would make it from `generateName`: `hello-xxxxx`. */
  readonly name: string;
  readonly metadata: ObjectMeta;
  /** With the defaults of a pod filled in. */
  readonly spec: PodSpec;
}

/** Whether the pod may be created; refused with the whole text of the server's answer. */
export type Admission = { readonly accepted: true; readonly spec: PodSpec } | { readonly accepted: false; readonly message: string };

/**
 * What the API server does with a pod in a namespace, in its order: LimitRanges fill it in, the pod is validated, then
 * LimitRanges, Pod Security and last of all the quotas look at it (pkg/kubeapiserver/options/plugins.go, 1.37).
 */
export function admitPod(
  { name, metadata, spec }: NewPod,
  facts: NamespaceFacts,
  version: KubernetesVersion,
  used?: (quota: ResourceQuota) => Amounts,
): Admission {
  const filled = withLimitRangeDefaults(spec, facts.limitRanges);
  const invalid = aggregate(invalidPod(filled));
  if (invalid !== undefined) return { accepted: false, message: `Pod ${JSON.stringify(name)} is invalid: ${invalid}` };
  const violations = violationsOf({ metadata, spec: filled }, facts.podSecurity.enforce, version);
  const objection =
    facts.limitRanges.map((items) => brokenLimits(filled, items)).find((text) => text !== undefined) ??
    (violations === undefined ? undefined : `violates ${violations}`) ??
    exceededQuota(filled, facts.quotas, used);
  if (objection === undefined) return { accepted: true, spec: filled };
  return { accepted: false, message: `pods ${JSON.stringify(name)} is forbidden: ${objection}` };
}
