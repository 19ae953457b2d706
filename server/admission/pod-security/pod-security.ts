import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import { baselineChecks } from './baseline.ts';
import { type Check, policyMinor, type ReviewedPod } from './check.ts';
import { restrictedChecks } from './restricted.ts';

export type Level = 'privileged' | 'baseline' | 'restricted';

/** A level of the Pod Security Standards and the version of them: `latest` or `v1.NN`. */
export interface Policy {
  readonly level: Level;
  readonly version: string;
}

/** What a namespace's labels ask for. `audit` only writes to the server's log, so it is left out. */
export interface PodSecurity {
  readonly enforce: Policy;
  readonly warn: Policy;
}

const prefix = 'pod-security.kubernetes.io/';

/**
 * Reads a namespace's labels as PolicyToEvaluate does (k8s.io/pod-security-admission/api, 0.37): a level that is none
 * forbids as much as it can where it is enforced, and warns of nothing. Where no level to warn of is given the server warns of the
 * one that it enforces; as it then refuses the pods in the same words, that is said once, and not here.
 */
export function podSecurityOf(labels: Readonly<Record<string, string>>): PodSecurity {
  const policy = (mode: 'enforce' | 'warn', otherwise: Level): Policy => {
    const level = labels[`${prefix}${mode}`] ?? 'privileged';
    const version = labels[`${prefix}${mode}-version`] ?? 'latest';
    return { level: isLevel(level) ? level : otherwise, version: /^v1\.\d+$/.test(version) ? version : 'latest' };
  };
  return { enforce: policy('enforce', 'restricted'), warn: policy('warn', 'privileged') };
}

function isLevel(text: string): text is Level {
  return text === 'privileged' || text === 'baseline' || text === 'restricted';
}

/** What the policy has against a pod, as the server says it behind `violates` or `would violate`; undefined where nothing. */
export function violationsOf(pod: ReviewedPod, policy: Policy, server: KubernetesVersion): string | undefined {
  const minor = policyMinor(policy.version, server);
  const found = checksOf(policy.level, minor).flatMap(({ check }) => check(pod, minor) ?? []);
  if (found.length === 0) return undefined;
  const texts = found.map(({ reason, detail }) => (detail === '' ? reason : `${reason} (${detail})`));
  return `PodSecurity ${JSON.stringify(`${policy.level}:${policy.version}`)}: ${texts.join(', ')}`;
}

function checksOf(level: Level, minor: number): readonly Check[] {
  const inForce = (checks: readonly Check[]) => checks.filter(({ since }) => minor >= since);
  if (level === 'privileged') return [];
  if (level === 'baseline') return inForce(baselineChecks);
  const restricted = inForce(restrictedChecks);
  const replaced = new Set(restricted.map(({ instead }) => instead));
  return [...inForce(baselineChecks).filter(({ id }) => !replaced.has(id)), ...restricted];
}
