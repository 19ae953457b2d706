import type { Job, JobSpec, LabelSelector } from '../generated/types.ts';
import { atLeast, type KubernetesVersion, newestVersion } from '../versions.ts';

export const jobNameLabels = ['job-name', 'batch.kubernetes.io/job-name'] as const;
export const controllerUidLabels = ['controller-uid', 'batch.kubernetes.io/controller-uid'] as const;

/** What the server gives an object that is being created. */
export interface Identity {
  readonly name: string;
  readonly uid: string;
}

/**
 * A Job with its defaults as the server goes on to store it (pkg/registry/batch/job/strategy.go, 1.37): no status, and
 * unless manualSelector is set the labels and the selector that tie its pods to it. Labels and values that are there
 * already are kept, right or wrong; validation judges them.
 */
export function prepareForCreate(job: Job, { name, uid }: Identity, version: KubernetesVersion = newestVersion): Job {
  const { status: _, ...rest } = job;
  const spec = dropDisabledFields(job.spec ?? {}, version);
  const identified = { ...job.metadata, name, uid, generation: 1 };
  if (spec.manualSelector) return { ...rest, metadata: identified, spec };
  const labels = { ...generatedLabels(name, uid), ...spec.template?.metadata?.labels };
  return {
    ...rest,
    metadata: { ...identified, ...(sharesLabels(job, version) ? { labels } : {}) },
    spec: {
      ...spec,
      selector: withUid(spec.selector ?? {}, uid),
      template: { ...spec.template, metadata: { ...spec.template?.metadata, labels } },
    },
  };
}

/** A stored Job as it would be stored had it been created under another name and uid. */
export function withIdentity(job: Job, { name, uid }: Identity): Job {
  const { metadata = {}, spec = {} } = job;
  const identified = { ...metadata, name, uid };
  if (spec.manualSelector) return { ...job, metadata: identified };
  const before = generatedLabels(metadata.name ?? '', metadata.uid ?? '');
  const after = generatedLabels(name, uid);
  const renamed = (labels: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(labels).map(([label, value]) => [label, value === before[label] ? (after[label] ?? value) : value]));
  const { selector, template } = spec;
  const { labels } = template?.metadata ?? {};
  return {
    ...job,
    metadata: { ...identified, ...(metadata.labels ? { labels: renamed(metadata.labels) } : {}) },
    spec: {
      ...spec,
      ...(selector?.matchLabels ? { selector: { ...selector, matchLabels: renamed(selector.matchLabels) } } : {}),
      ...(labels ? { template: { ...template, metadata: { ...template?.metadata, labels: renamed(labels) } } } : {}),
    },
  };
}

/**
 * A Job's spec without the fields whose feature gate is off in the version: the server drops them unread. It does not
 * do so inside a CronJob.
 */
export function dropDisabledFields(spec: JobSpec, version: KubernetesVersion): JobSpec {
  const { scheduling: _, managedBy, successPolicy, ...rest } = spec;
  return {
    ...rest,
    ...(managedBy !== undefined && atLeast(version, '1.32') ? { managedBy } : {}),
    ...(successPolicy !== undefined && atLeast(version, '1.31') ? { successPolicy } : {}),
  };
}

/** The labels that the pods of a Job get unless its selector is manual. */
export function generatedLabels(name: string, uid: string): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(jobNameLabels.map((label) => [label, name])),
    ...Object.fromEntries(controllerUidLabels.map((label) => [label, uid])),
  };
}

/** Whether the Job has its labels from its template by default. */
export function inheritsLabels(job: Job): boolean {
  const labels = job.metadata?.labels;
  return labels !== undefined && labels === job.spec?.template?.metadata?.labels;
}

/**
 * Whether what the server adds to the labels of the template shows in the Job's own labels too: inherited labels are one
 * map, unless the object is copied to try several generated names (the gate RetryGenerateName, from 1.31 on).
 */
export function sharesLabels(job: Job, version: KubernetesVersion): boolean {
  return inheritsLabels(job) && !(atLeast(version, '1.31') && !job.metadata?.name && job.metadata?.generateName);
}

function withUid(selector: LabelSelector, uid: string): LabelSelector {
  return { ...selector, matchLabels: { [controllerUidLabels[1]]: uid, ...selector.matchLabels } };
}
