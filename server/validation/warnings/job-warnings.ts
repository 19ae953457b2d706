import { resolveName } from '../../kubernetes/creation/generate-name.ts';
import { type FieldPath, field, item, metadataPath, nodePath, root } from '../../kubernetes/finding/field-path.ts';
import { type Finding, type Place, warning } from '../../kubernetes/finding/finding.ts';
import type { CronJob, Job, JobSpec, ObjectMeta } from '../../kubernetes/generated/types.ts';
import { dnsLabelProblems } from '../../kubernetes/names/name-problems.ts';
import type { RuleContext } from '../context.ts';
import { completionsSoftLimit, parallelismLimitForHighCompletions } from '../indexed-job-limits.ts';
import { distinctOwners } from '../metadata/metadata.ts';
import { podTemplateWarnings } from './pod-warnings.ts';

/** What the server warns of in a Job that it creates. */
export function jobWarnings(job: Job, context: RuleContext): Finding[] {
  return [...metadataWarnings(job.metadata ?? {}), ...jobSpecWarnings(job.spec ?? {}, field(root, 'spec'), context)];
}

/** What the server warns of in a CronJob that it creates. */
export function cronJobWarnings(cronJob: CronJob, context: RuleContext): Finding[] {
  const spec = cronJob.spec?.jobTemplate?.spec ?? {};
  return [...metadataWarnings(cronJob.metadata ?? {}), ...jobSpecWarnings(spec, field(root, 'spec', 'jobTemplate', 'spec'), context)];
}

function metadataWarnings(metadata: ObjectMeta): Finding[] {
  const owners = metadata.ownerReferences ?? [];
  const ownersPath = field(metadataPath, 'ownerReferences');
  const kept = new Set(distinctOwners(owners).map(({ index }) => index));
  const found = owners.flatMap((_, index) => {
    const at: Place = { path: nodePath(item(ownersPath, index)), part: 'value' };
    return kept.has(index) ? [] : [warning(ownersPath, 'owner-reference-repeated', { at })];
  });
  const name = resolveName(metadata);
  const problems = dnsLabelProblems(name);
  if (problems.length === 0) return found;
  const at: Place = { path: nodePath(field(metadataPath, metadata.name ? 'name' : 'generateName')), part: 'value' };
  return [...found, warning(field(metadataPath, 'name'), 'name-used-in-pods', { at })];
}

/** Of a Job's spec, wherever it stands. */
function jobSpecWarnings(spec: JobSpec, path: FieldPath, context: RuleContext): Finding[] {
  const { completionMode, completions = 0, parallelism = 0 } = spec;
  const found = podTemplateWarnings(spec.template ?? {}, field(path, 'template'), context);
  if (completionMode !== 'Indexed' || completions <= completionsSoftLimit || parallelism <= parallelismLimitForHighCompletions)
    return found;
  return [warning(path, 'job-many-indexes', { at: { path: nodePath(field(path, 'parallelism')), part: 'value' } }), ...found];
}
