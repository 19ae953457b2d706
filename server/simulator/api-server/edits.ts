import { storedSpec } from '../../kubernetes/creation/prepare-for-create.ts';
import { decode } from '../../kubernetes/decoding/decode.ts';
import { setCronJobDefaults, setJobDefaults } from '../../kubernetes/defaults/job.ts';
import { root } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding } from '../../kubernetes/finding/finding.ts';
import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import { mergePatch } from '../../kubernetes/values/merge-patch.ts';
import { semanticallyEqual } from '../../kubernetes/values/semantic-equality.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import { validateCronJobUpdate, validateJobUpdate } from '../../validation/job/update.ts';

type Patch = Readonly<Record<string, unknown>>;

/** What comes back of an edit: why the API server refuses it, or what it warns of and drops of one that it accepts. */
export interface EditAnswer {
  readonly refusal: readonly Finding[] | undefined;
  readonly dropped?: readonly Finding[];
}

export type Edited<Stored> =
  | { readonly refusal: readonly Finding[] }
  | {
      readonly refusal: undefined;
      readonly stored: Stored;
      readonly changed: EditedPart | undefined;
      /** What the server warns of, and drops. */
      readonly dropped: readonly Finding[];
    };

/**
 * What an edit changed. What changes nothing is not written, so that nobody hears of it (apiserver/pkg/storage/etcd3/store.go
 * GuaranteedUpdate, 0.37).
 */
export type EditedPart = 'spec' | 'metadata';

/** An edit of what does not exist, or not any more. */
export const noSuchObject: readonly Finding[] = [bad(root, 'NotFound', 'edited-object-gone')];

/** `kubectl patch` is no strict client: the server warns of fields that it does not know, and drops them. */
function isRefused({ reason }: Finding): boolean {
  return reason !== 'UnknownField';
}

/** A merge patch of a Job, judged as the API server judges it. `job` is the Job with its status. */
export function editJob(job: Job, patch: Patch, version: KubernetesVersion): Edited<Job> {
  const { object, findings } = decode('Job', mergePatch(job, patch), version);
  const edited = setJobDefaults({ ...object, ...(job.status ? { status: job.status } : {}) }, version);
  const refused = findings.filter(isRefused);
  const refusal = refused.length > 0 ? refused : validateJobUpdate(edited, job, { version });
  if (refusal.length > 0) return { refusal };
  const { status: _, ...rest } = edited;
  const spec = storedSpec(rest.spec ?? {}, version);
  const stored = { ...rest, spec };
  return { refusal: undefined, stored, changed: changedPart(stored, job), dropped: findings };
}

export function editCronJob(cronJob: CronJob, patch: Patch, version: KubernetesVersion): Edited<CronJob> {
  const { object, findings } = decode('CronJob', mergePatch(cronJob, patch), version);
  const edited = setCronJobDefaults(object, version);
  const refused = findings.filter(isRefused);
  const refusal = refused.length > 0 ? refused : validateCronJobUpdate(edited, cronJob, { version });
  if (refusal.length > 0) return { refusal };
  const { status: _, ...stored } = edited;
  return { refusal: undefined, stored, changed: changedPart(stored, cronJob), dropped: findings };
}

function changedPart(after: Job | CronJob, before: Job | CronJob): EditedPart | undefined {
  if (!semanticallyEqual(after.spec, before.spec)) return 'spec';
  return semanticallyEqual(after.metadata, before.metadata) ? undefined : 'metadata';
}
