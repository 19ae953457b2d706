import type { CronJob, CronJobSpec, Job, JobSpec, PodFailurePolicy, PodFailurePolicyOnPodConditionsPattern } from '../generated/types.ts';
import { oncePerVersion } from '../once-per-version.ts';
import { atLeast, type KubernetesVersion, newestVersion } from '../versions.ts';
import { setPodTemplateDefaults } from './pod-template.ts';

const noLimit = 2 ** 31 - 1;

/** Who runs a Job unless managedBy names somebody else (api/batch/v1/types.go). */
export const jobController = 'kubernetes.io/job-controller';

/**
 * A Job as the API server reads it: with every default filled in (pkg/apis/batch/v1/defaults.go, 1.37). Applying it
 * again changes nothing.
 */
export function setJobDefaults(job: Job, version: KubernetesVersion = newestVersion): Job {
  const spec = specWithDefaults(job.spec ?? {}, version);
  const labels = spec.template?.metadata?.labels;
  const inherits = labels !== undefined && Object.keys(job.metadata?.labels ?? {}).length === 0;
  return {
    ...job,
    metadata: { ...job.metadata, ...(inherits ? { labels } : {}) },
    spec,
  };
}

const specWithDefaults = oncePerVersion((spec: JobSpec, version: KubernetesVersion): JobSpec => {
  const template = setPodTemplateDefaults(spec.template ?? {}, version);
  return { ...jobSpecDefaults(spec), ...withConditionStatuses(spec), template };
});

/** What a Job's own fields are where its spec leaves them out; of its pods and of what stands inside other fields nothing. */
export function jobSpecDefaults({ completions, parallelism, backoffLimitPerIndex, podFailurePolicy }: JobSpec) {
  return {
    ...(completions === undefined && parallelism === undefined ? { completions: 1 } : {}),
    parallelism: 1,
    backoffLimit: backoffLimitPerIndex === undefined ? 6 : noLimit,
    completionMode: 'NonIndexed',
    suspend: false,
    podReplacementPolicy: podFailurePolicy === undefined ? 'TerminatingOrFailed' : 'Failed',
    manualSelector: false,
  };
}

/** How many finished Jobs a CronJob keeps where it does not say. */
export const defaultHistoryLimits = { successfulJobsHistoryLimit: 3, failedJobsHistoryLimit: 1 } as const;

/**
 * A CronJob as the API server reads it. The defaults of a Job's own fields do not apply inside jobTemplate: they come
 * when a Job is made of it.
 */
export function setCronJobDefaults(cronJob: CronJob, version: KubernetesVersion = newestVersion): CronJob {
  return { ...cronJob, spec: cronSpecWithDefaults(cronJob.spec ?? {}, version) };
}

const cronSpecWithDefaults = oncePerVersion((spec: CronJobSpec, version: KubernetesVersion): CronJobSpec => {
  const jobSpec = spec.jobTemplate?.spec ?? {};
  // Up to 1.33 the status of a pod condition had its default in Jobs alone.
  const withPolicy = atLeast(version, '1.34') ? withConditionStatuses(jobSpec) : jobSpec;
  return {
    suspend: false,
    ...defaultHistoryLimits,
    ...spec,
    concurrencyPolicy: spec.concurrencyPolicy || 'Allow',
    jobTemplate: {
      metadata: {},
      ...spec.jobTemplate,
      spec: { ...withPolicy, template: setPodTemplateDefaults(jobSpec.template ?? {}, version) },
    },
  };
});

function withConditionStatuses(spec: JobSpec): JobSpec {
  return spec.podFailurePolicy ? { ...spec, podFailurePolicy: fillConditionStatuses(spec.podFailurePolicy) } : spec;
}

function fillConditionStatuses(policy: PodFailurePolicy): PodFailurePolicy {
  if (!policy.rules) return policy;
  const rules = policy.rules.map((rule) =>
    rule.onPodConditions
      ? { ...rule, onPodConditions: rule.onPodConditions.map((pattern) => ({ ...pattern, status: conditionStatus(pattern) })) }
      : rule,
  );
  return { ...policy, rules };
}

/** The status that a pattern of a podFailurePolicy asks of a pod's condition. */
export function conditionStatus({ status }: PodFailurePolicyOnPodConditionsPattern): string {
  return status || 'True';
}
