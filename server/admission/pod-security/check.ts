import type { Container, EphemeralContainer, ObjectMeta, PodSpec } from '../../kubernetes/generated/types.ts';
import { type KubernetesVersion, minorOf } from '../../kubernetes/versions.ts';

/** A pod as Pod Security looks at it: before anything is filled in that only a node knows. */
export interface ReviewedPod {
  readonly metadata: ObjectMeta;
  readonly spec: PodSpec;
}

/** Why a check forbids a pod, in the server's own words: `hostPort (container "main" uses hostPort 80)` is `reason (detail)`. */
export interface Violation {
  readonly reason: string;
  readonly detail: string;
}

export type CheckPod = (pod: ReviewedPod, minor: number) => Violation | undefined;

/** A check of the Pod Security Standards (k8s.io/pod-security-admission/policy, 0.37). */
export interface Check {
  /** The server's name of the check; checks run in the order of their names. */
  readonly id: string;
  /** The first minor version of the policy that has the check; 0 where all have it. */
  readonly since: number;
  readonly check: CheckPod;
  /** The check of the baseline that this one stands for where both would run. */
  readonly instead?: string;
}

/** The minor version of a policy: `latest`, and any that is newer than the server, is the server's own. */
export function policyMinor(version: string, server: KubernetesVersion): number {
  const minor = /^v1\.(\d+)$/.exec(version)?.[1];
  return minor === undefined ? minorOf(server) : Math.min(Number(minor), minorOf(server));
}

export type AnyContainer = Container | EphemeralContainer;

/** Init containers first, as the server visits them. */
export function containersOf({ initContainers = [], containers = [], ephemeralContainers = [] }: PodSpec): readonly AnyContainer[] {
  return [...initContainers, ...containers, ...ephemeralContainers];
}

/** The names of the containers for which something holds, in order. */
export function containersThat(spec: PodSpec, holds: (container: AnyContainer) => boolean): readonly string[] {
  return containersOf(spec)
    .filter(holds)
    .map(({ name = '' }) => name);
}

export function pluralize(one: string, many: string, count: number): string {
  return count === 1 ? one : many;
}

/** Quotes around each, as they are: what stands in one is not escaped (joinQuote). */
export function quoted(values: readonly string[]): string {
  return values.map((value) => `"${value}"`).join(', ');
}

/** `container "a"`, `containers "a", "b"`. */
export function namedContainers(names: readonly string[]): string {
  return `${pluralize('container', 'containers', names.length)} ${quoted(names)}`;
}

/** Sorted, each once. */
export function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}

/** Who set something forbidden: the pod itself, some containers, or both; '' where nobody. */
export function setters(pod: boolean, containers: readonly string[]): string {
  return [...(pod ? ['pod'] : []), ...(containers.length > 0 ? [namedContainers(containers)] : [])].join(' and ');
}

/** Whether the pod has users of its own, which some checks are content with from policy version 1.35 on. */
export function hasOwnUsers({ hostUsers }: PodSpec): boolean {
  return hostUsers === false;
}

/** Whether the pod runs on Windows, where some settings mean nothing: from policy version 1.25 on they are not asked for. */
export function isForWindows({ os }: PodSpec, minor: number): boolean {
  return minor >= 25 && os?.name === 'windows';
}
