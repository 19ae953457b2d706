import type { NodePath } from '../plain/node-path.ts';
import type { CronJob, Job } from './generated/types.ts';

/** The kinds that Kubejob speaks of. */
export type JobKind = 'Job' | 'CronJob';

/** A decoded object with its kind, which tells its type. */
export type ObjectOfKind = { readonly kind: 'Job'; readonly object: Job } | { readonly kind: 'CronJob'; readonly object: CronJob };

export function isJobKind(kind: unknown): kind is JobKind {
  return kind === 'Job' || kind === 'CronJob';
}

/** Tells the two apart by the kind that an object says for itself. */
export function isCronJob(object: Job | CronJob): object is CronJob {
  return object.kind === 'CronJob';
}

/** Kubernetes' own Jobs and CronJobs, those whose group is unknown or missing, and whatever claims the group `batch`. */
export function isOurs(apiVersion: unknown, kind: unknown): boolean {
  return groupOf(apiVersion).toLowerCase() === 'batch' || (isJobKind(kind) && !isForeign(apiVersion));
}

/** Whether an apiVersion names the group of another project: a domain, as Volcano's, that does not end in `.k8s.io`. */
export function isForeign(apiVersion: unknown): boolean {
  const group = groupOf(apiVersion);
  return /^[\w-]+(?:\.[\w-]+)+$/.test(group) && !group.endsWith('.k8s.io');
}

/** What stands before the slash; the whole where there is none, empty for what is no text. */
export function groupOf(apiVersion: unknown): string {
  return typeof apiVersion === 'string' ? (apiVersion.split('/')[0] ?? '') : '';
}

/** Where the Job's own fields stand in an object of that kind. */
export function jobSpecPath(kind: JobKind): NodePath {
  return kind === 'Job' ? ['spec'] : ['spec', 'jobTemplate', 'spec'];
}

/** Where the fields of its pods stand. */
export function podSpecPath(kind: JobKind): NodePath {
  return [...jobSpecPath(kind), 'template', 'spec'];
}
