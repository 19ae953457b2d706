import type { Job } from '../generated/types.ts';

export const jobNameLabels = ['job-name', 'batch.kubernetes.io/job-name'] as const;
export const controllerUidLabels = ['controller-uid', 'batch.kubernetes.io/controller-uid'] as const;

/** What the server gives an object that is being created. */
export interface Identity {
  readonly name: string;
  readonly uid: string;
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

/** The labels that the pods of a Job get unless its selector is manual. */
export function generatedLabels(name: string, uid: string): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(jobNameLabels.map((label) => [label, name])),
    ...Object.fromEntries(controllerUidLabels.map((label) => [label, uid])),
  };
}
