import { madeUpEnd } from '../kubernetes/creation/generate-name.ts';
import { storedPodSpec } from '../kubernetes/creation/pod-from-job.ts';
import type { ObjectMeta, PodSpec } from '../kubernetes/generated/types.ts';
import type { Amounts } from '../kubernetes/values/pod-resources.ts';
import type { KubernetesVersion } from '../kubernetes/versions.ts';
import { invalidPod } from './invalid-pod.ts';
import { aggregate, brokenLimits, containerDefaults } from './limit-range.ts';
import type { NamespaceFacts, ResourceQuota } from './namespace-facts.ts';
import { violationsOf } from './pod-security/pod-security.ts';
import { withPriority } from './priority.ts';
import { exceededQuota, unsaidResources } from './resource-quota.ts';

/** A pod that a controller asks for, as `podOf` gives it. */
export interface NewPod {
  readonly metadata: ObjectMeta;
  readonly spec: PodSpec;
}

/** Whether the pod may be created: with what LimitRanges filled in, or not at all. */
export type Admission = { readonly accepted: true; readonly spec: PodSpec } | RefusedPod;

export interface RefusedPod {
  readonly accepted: false;
  /** What the server's answer calls the pod, before its name. */
  readonly called: 'pods' | 'Pod';
  /** What stands behind its name: `is forbidden: …`. */
  readonly because: string;
  /** Refused by a plugin that fills pods in, before the server has made up the end of its name. */
  readonly unnamed?: true;
}

/** The whole text of the server's answer. A name that the server makes itself ends in `xxxxx`. */
export function refusalText({ called, because, unnamed }: RefusedPod, name: string): string {
  const base = name.endsWith(madeUpEnd) ? name.slice(0, -madeUpEnd.length) : name;
  return `${called} ${JSON.stringify(unnamed ? base : name)} ${because}`;
}

/**
 * What the API server does with a pod in a namespace, in its order: LimitRanges and Priority fill it in, the pod is validated, then
 * LimitRanges, Pod Security and last of all the quotas look at it (pkg/kubeapiserver/options/plugins.go, 1.37).
 */
export function admitPod(
  pod: NewPod,
  facts: NamespaceFacts,
  version: KubernetesVersion,
  used?: (quota: ResourceQuota) => Amounts,
): Admission {
  const reviewed = reviewPod(pod, facts, version);
  const exceeded = reviewed.accepted ? exceededQuota(reviewed.spec, facts.quotas, used) : undefined;
  return exceeded === undefined ? reviewed : forbidden(exceeded);
}

/** The same without a look at how much of the quotas is left: it does not change while the facts are the same. */
export function reviewPod({ metadata, spec }: NewPod, facts: NamespaceFacts, version: KubernetesVersion): Admission {
  const priority = facts.priorityClasses ? withPriority(spec, facts.priorityClasses) : { spec };
  if ('objection' in priority) return { ...forbidden(priority.objection), unnamed: true };
  const filled = storedPodSpec({ metadata, spec: priority.spec }, containerDefaults(facts.limitRanges), version);
  const invalid = aggregate(invalidPod(filled));
  if (invalid !== undefined) return { accepted: false, called: 'Pod', because: `is invalid: ${invalid}` };
  const violations = violationsOf({ metadata, spec: filled }, facts.podSecurity.enforce, version);
  const objection =
    facts.limitRanges.map((range) => brokenLimits(filled, range)).find((text) => text !== undefined) ??
    (violations === undefined ? undefined : `violates ${violations}`) ??
    overheadWithoutClass(filled) ??
    unsaidResources(filled, facts.quotas);
  return objection === undefined ? { accepted: true, spec: filled } : forbidden(objection);
}

/** What a runtime takes comes from its class: who names none may not say it (plugin/pkg/admission/runtimeclass, 1.37). */
function overheadWithoutClass({ overhead = {}, runtimeClassName }: PodSpec): string | undefined {
  if (runtimeClassName !== undefined || Object.keys(overhead).length === 0) return undefined;
  return 'pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead';
}

/**
 * Whether a pod of a right template is taken wherever nothing is known to be in force, by a look at what is written: a default can
 * only break what it takes as a whole, or its ports on the node's own network.
 */
export function isFineAnywhere(spec: PodSpec): boolean {
  const isTouched = spec.resources !== undefined || spec.hostNetwork === true;
  return !isTouched && overheadWithoutClass(spec) === undefined && invalidPod(spec).length === 0;
}

export function forbidden(objection: string): RefusedPod {
  return { accepted: false, called: 'pods', because: `is forbidden: ${objection}` };
}
