import type { Job, JobSpec, LabelSelector } from '../generated/types.ts';
import { atLeast, type KubernetesVersion, newestVersion } from '../versions.ts';
import { dropDisabledFields, dropDisabledTemplateFields } from './drop-disabled-fields.ts';
import { controllerUidLabels, generatedLabels, type Identity } from './identity.ts';

/**
 * A Job with its defaults as the server goes on to store it (pkg/registry/batch/job/strategy.go, 1.37): no status, and
 * unless manualSelector is set the labels and the selector that tie its pods to it. Labels and values that are there
 * already are kept, right or wrong; validation judges them.
 */
export function prepareForCreate(job: Job, { name, uid }: Identity, version: KubernetesVersion = newestVersion): Job {
  const { status: _, ...rest } = job;
  const spec = storedSpec(job.spec ?? {}, version);
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

/** Without the fields that are off in the version, those of its template included. */
export function storedSpec(spec: JobSpec, version: KubernetesVersion): JobSpec {
  const { template, ...rest } = dropDisabledFields(spec, version);
  return { ...rest, ...(template ? { template: dropDisabledTemplateFields(template, version) } : {}) };
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
