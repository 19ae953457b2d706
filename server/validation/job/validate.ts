import { dropDisabledFields } from '../../kubernetes/creation/drop-disabled-fields.ts';
import { resolveName } from '../../kubernetes/creation/generate-name.ts';
import { inheritsLabels } from '../../kubernetes/creation/prepare-for-create.ts';
import { setCronJobDefaults, setJobDefaults } from '../../kubernetes/defaults/job.ts';
import { type FieldPath, field, metadataPath, nodePath, specPath } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding, type Place } from '../../kubernetes/finding/finding.ts';
import type { CronJob, Job, ObjectMeta } from '../../kubernetes/generated/types.ts';
import type { ObjectOfKind } from '../../kubernetes/kinds.ts';
import { dnsLabelProblems, labelValueProblems, qualifiedNameProblems } from '../../kubernetes/names/name-problems.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import type { RuleContext } from '../context.ts';
import { validateMetadata } from '../metadata/metadata.ts';
import { cronJobWarnings, jobWarnings } from '../warnings/job-warnings.ts';
import { validateCronJobSpec } from './cron-job-spec.ts';
import { validateJobSelector } from './generated-selector.ts';
import { validateJobSpec } from './job-spec.ts';

/** The server appends up to 11 characters to a CronJob's name to name its Jobs. */
const longestCronJobName = 52;

/** What the API server says of an object to be created, decoded and as it is written. */
export function validateWritten({ kind, object }: ObjectOfKind, version: KubernetesVersion): Finding[] {
  const context = { version, original: object };
  if (kind === 'Job') return validateJob(setJobDefaults(object, version), context);
  return validateCronJob(setCronJobDefaults(object, version), context);
}

/**
 * What the API server says of a Job to be created, decoded and with its defaults. It warns only of what it accepts.
 */
export function validateJob(job: Job, context: RuleContext): Finding[] {
  const errors = [
    ...validateJobMetadata(job, context),
    ...validateJobSelector(job, context),
    ...validateJobSpec(dropDisabledFields(job.spec ?? {}, context.version), specPath, context),
    ...validateIndexedName(job),
  ];
  return errors.length > 0 ? errors : jobWarnings(job, context);
}

/** What the API server says of a CronJob to be created, decoded and with its defaults. */
export function validateCronJob(cronJob: CronJob, context: RuleContext): Finding[] {
  const metadata = cronJob.metadata ?? {};
  const errors = [
    ...validateMetadata(metadata, metadataPath, context),
    ...validateCronJobSpec(cronJob.spec ?? {}, specPath, context),
    ...validateCronJobName(metadata),
  ];
  return errors.length > 0 ? errors : cronJobWarnings(cronJob, context);
}

/** The pods of an Indexed Job take its name and their index as their host name, which must be a DNS label. */
export function validateIndexedName(job: Job): Finding[] {
  const { completionMode, completions = 0 } = job.spec ?? {};
  if (completionMode !== 'Indexed' || completions <= 0) return [];
  const hostname = `${resolveName(job.metadata)}-${completions - 1}`;
  if (dnsLabelProblems(hostname).length === 0) return [];
  return [bad(namePath, 'Invalid', 'job-indexed-name', { args: { hostname }, at: nameIn(job.metadata) })];
}

function validateCronJobName(metadata: ObjectMeta): Finding[] {
  const { length } = resolveName(metadata);
  if (length <= longestCronJobName) return [];
  return [bad(namePath, 'Invalid', 'cron-job-name-length', { args: { length, limit: longestCronJobName }, at: nameIn(metadata) })];
}

const namePath = field(metadataPath, 'name');

/** Where the name stands, or what it is made from. */
function nameIn(metadata: ObjectMeta | undefined): Place {
  return { path: nodePath(field(metadataPath, metadata?.name ? 'name' : 'generateName')), part: 'value' };
}

function validateJobMetadata(job: Job, context: RuleContext): Finding[] {
  if (!inheritsLabels(job)) return validateMetadata(job.metadata ?? {}, metadataPath, context);
  const { labels, ...metadata } = job.metadata ?? {};
  return [...validateMetadata(metadata, metadataPath, context), ...validateInheritedLabels(labels ?? {}, field(metadataPath, 'labels'))];
}

/** Labels that the Job has from its template are wrong twice; they are shown where they are written. */
function validateInheritedLabels(labels: Readonly<Record<string, string>>, path: FieldPath): Finding[] {
  const written = nodePath(field(specPath, 'template', 'metadata', 'labels'));
  return Object.entries(labels).flatMap(([label, value]) => {
    const part = faultyPart(label, value);
    return part ? [bad(path, 'Invalid', 'job-inherited-label', { args: { label }, at: { path: [...written, label], part } })] : [];
  });
}

function faultyPart(label: string, value: string): 'key' | 'value' | undefined {
  if (qualifiedNameProblems(label).length > 0) return 'key';
  return labelValueProblems(value).length > 0 ? 'value' : undefined;
}
