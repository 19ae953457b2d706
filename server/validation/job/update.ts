import { storedSpec } from '../../kubernetes/creation/prepare-for-create.ts';
import { type FieldPath, field, metadataPath, specPath } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding, misplaced } from '../../kubernetes/finding/finding.ts';
import type { CronJob, Job, JobSpec, ObjectMeta } from '../../kubernetes/generated/types.ts';
import { semanticallyEqual } from '../../kubernetes/values/semantic-equality.ts';
import { atLeast } from '../../kubernetes/versions.ts';
import type { RuleContext } from '../context.ts';
import { validateEditedMetadata, validateNames } from '../metadata/metadata.ts';
import { validateCronJobSpec } from './cron-job-spec.ts';
import { validateSelectorOfExisting } from './generated-selector.ts';
import { validateJobSpec } from './job-spec.ts';
import { validateTemplateUpdate } from './template-update.ts';
import { validateIndexedName } from './validate.ts';

/**
 * What the API server says of an edit of a Job (pkg/apis/batch/validation, 1.37). `old` is the Job as it is stored, with
 * its status: whether it was started and has pods decides over its template. `job` is what it is to become, decoded and
 * with its defaults; fields that are off in the version are dropped before anything is compared.
 */
export function validateJobUpdate(job: Job, old: Job, context: RuleContext): Finding[] {
  const spec = editedSpec(job, context);
  return [
    ...validateMetadataUpdate(job.metadata ?? {}, old.metadata ?? {}, context),
    // Until 1.36 an edited Job is judged as a new one, too.
    ...(atLeast(context.version, '1.37') ? [] : validateNames(job.metadata ?? {}, metadataPath)),
    ...validateJobSpec(spec, specPath, context),
    ...validateSelectorOfExisting({ ...job, spec }, old, context),
    ...refusedSpecChanges(spec, old, context),
    ...validateIndexedName(job),
  ];
}

/** Of an edit of a Job what is refused because it is a change, however sound the Job would be; as for validateJobUpdate. */
export function refusedJobChanges(job: Job, old: Job, context: RuleContext): Finding[] {
  return [...refusedMetadataChanges(job.metadata ?? {}, old.metadata ?? {}), ...refusedSpecChanges(editedSpec(job, context), old, context)];
}

/** The same of a CronJob: only what names it must stay. */
export function refusedCronJobChanges(cronJob: CronJob, old: CronJob): Finding[] {
  return refusedMetadataChanges(cronJob.metadata ?? {}, old.metadata ?? {});
}

/** What the API server says of an edit of a CronJob; anything in it may change as long as the result is sound. */
export function validateCronJobUpdate(cronJob: CronJob, old: CronJob, context: RuleContext): Finding[] {
  return [
    ...validateMetadataUpdate(cronJob.metadata ?? {}, old.metadata ?? {}, context),
    ...validateCronJobSpec(cronJob.spec ?? {}, specPath, context, old.spec ?? {}),
  ];
}

/** Without the fields that are off in the version, but for managedBy: where that is off, the server drops it from new Jobs alone (1.30, 1.31). */
function editedSpec({ spec = {} }: Job, { version }: RuleContext): JobSpec {
  const { managedBy } = spec;
  return { ...storedSpec(spec, version), ...(managedBy === undefined ? {} : { managedBy }) };
}

function refusedSpecChanges(spec: JobSpec, old: Job, context: RuleContext): Finding[] {
  const oldSpec = old.spec ?? {};
  return [
    ...validateCompletionsUpdate(spec, oldSpec),
    ...immutableFields.flatMap((name) => validateImmutable(spec[name], oldSpec[name], field(specPath, name))),
    ...validateTemplateUpdate(spec, old, specPath, context),
  ];
}

const immutableFields = ['selector', 'completionMode', 'podFailurePolicy', 'backoffLimitPerIndex', 'managedBy', 'successPolicy'] as const;

const lastingMetadata = ['name', 'namespace', 'uid', 'deletionTimestamp', 'deletionGracePeriodSeconds'] as const;

/**
 * Without the fields that the server keeps as they are, whatever an edit says: generation, creation time, and the time of deletion
 * once there is one (apiserver pkg/registry/rest/update.go BeforeUpdate, 1.37). What is left empty stays.
 */
function refusedMetadataChanges(metadata: ObjectMeta, old: ObjectMeta): Finding[] {
  const mustLast = lastingMetadata.filter((name) => name !== 'deletionTimestamp' || !old.deletionTimestamp);
  return mustLast.flatMap((name) => {
    const edited = metadata[name] === '' ? undefined : metadata[name];
    return validateImmutable(edited ?? old[name], old[name], field(metadataPath, name));
  });
}

function validateMetadataUpdate(metadata: ObjectMeta, old: ObjectMeta, context: RuleContext): Finding[] {
  const found = refusedMetadataChanges(metadata, old);
  const added = (metadata.finalizers ?? []).filter((finalizer) => !old.finalizers?.includes(finalizer));
  if (old.deletionTimestamp !== undefined && added.length > 0) {
    found.push(bad(field(metadataPath, 'finalizers'), 'Forbidden', 'finalizers-while-deleting', { args: { added } }));
  }
  return [...found, ...validateEditedMetadata(metadata, metadataPath, context)];
}

/** Completions may change in an Indexed Job alone, and only to the parallelism that it then has. */
function validateCompletionsUpdate(spec: JobSpec, old: JobSpec): Finding[] {
  const path = field(specPath, 'completions');
  if (spec.completionMode !== 'Indexed') return validateImmutable(spec.completions, old.completions, path);
  if (spec.completions === undefined || spec.completions === old.completions || spec.completions === spec.parallelism) return [];
  const args = { value: spec.completions, parallelism: spec.parallelism ?? 0 };
  return [bad(path, 'Invalid', 'job-completions-parallelism', { args })];
}

function validateImmutable(value: unknown, old: unknown, path: FieldPath): Finding[] {
  const { segment } = path;
  if (semanticallyEqual(value, old, String(segment))) return [];
  return [misplaced(path, 'Invalid', 'field-immutable', { args: { field: segment } })];
}
