import { resolveName } from '../../kubernetes/creation/generate-name.ts';
import { prepareForCreate } from '../../kubernetes/creation/prepare-for-create.ts';
import { setCronJobDefaults, setJobDefaults } from '../../kubernetes/defaults/job.ts';
import type { CronJob, Job, JobSpec } from '../../kubernetes/generated/types.ts';
import { semanticallyEqual } from '../../kubernetes/values/semantic-equality.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import { createActiveJobs } from './active-jobs.ts';
import { type JobFields, readJobFields } from './job-fields.ts';
import { type CronJobObject, type JobObject, noPods } from './objects.ts';
import { type PodPlan, planPod } from './pod-plan.ts';
import { noStatus } from './status-change.ts';

/** How much of a generated name is not the user's own. */
const generatedLength = 5;

/** The Job as the API server holds it after a create request. */
export function storedJob(job: Job, uid: string, version: KubernetesVersion): Job {
  const name = resolveName(job.metadata, uid.slice(0, generatedLength));
  const prepared = prepareForCreate(setJobDefaults(job, version), { name, uid }, version);
  // Defaults are set again whenever the object is read; by then the template has labels to pass on.
  return { ...setJobDefaults(prepared, version), apiVersion: 'batch/v1', kind: 'Job' };
}

export function storedCronJob(cronJob: CronJob, uid: string, version: KubernetesVersion): CronJob {
  const { metadata, spec } = setCronJobDefaults(cronJob, version);
  const name = resolveName(metadata, uid.slice(0, generatedLength));
  return { apiVersion: 'batch/v1', kind: 'CronJob', metadata: { ...metadata, name, uid, generation: 1 }, ...(spec ? { spec } : {}) };
}

/** What the controllers, the scheduler and the kubelet read of a Job's spec; all Jobs of a template share one. */
export interface SpecReading {
  readonly fields: JobFields;
  readonly plan: PodPlan;
}

export function readSpec(spec: JobSpec = {}): SpecReading {
  return { fields: readJobFields(spec), plan: planPod(spec.template?.spec ?? {}) };
}

/** What a Job has from its creation on. */
type CreatedJob = SpecReading & Pick<JobObject, 'name' | 'stored' | 'ordinal' | 'owner' | 'origin' | 'created'>;

export function newJobObject({ name, stored, fields, plan, ordinal, owner, origin, created }: CreatedJob): JobObject {
  return {
    ordinal,
    name,
    stored,
    fields,
    plan,
    owner,
    origin,
    created,
    status: { ...noStatus },
    deletion: undefined,
    deleted: undefined,
    finished: undefined,
    pods: noPods,
    active: noPods,
    terminating: noPods,
    uncounted: noPods,
    readyPods: 0,
    restarts: 0,
    podsCreated: 0,
    attempts: undefined,
    shown: '',
    told: noStatus,
  };
}

export function newCronJobObject(stored: CronJob): CronJobObject {
  return {
    name: stored.metadata?.name ?? '',
    stored,
    created: 0,
    deleting: false,
    deleted: undefined,
    jobs: new Map(),
    finished: { Complete: new Set(), Failed: new Set() },
    active: createActiveJobs(),
    ended: new Set(),
    missing: new Set(),
    lastScheduleTime: undefined,
    lastSuccessfulTime: undefined,
    shown: '',
  };
}

/** After an edit: the object anew, with what is read from it. */
export function storeJobEdit(job: JobObject, stored: Job): void {
  job.stored = stored;
  job.fields = readJobFields(stored.spec ?? {});
  const spec = stored.spec?.template?.spec ?? {};
  if (!semanticallyEqual(spec, job.plan.spec)) job.plan = planPod(spec);
}
