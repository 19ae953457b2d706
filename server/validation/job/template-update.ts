import { type FieldPath, field } from '../../kubernetes/finding/field-path.ts';
import { type Finding, misplaced } from '../../kubernetes/finding/finding.ts';
import type { Affinity, Container, Job, JobSpec, PodSpec, PodTemplateSpec } from '../../kubernetes/generated/types.ts';
import { semanticallyEqual } from '../../kubernetes/values/semantic-equality.ts';
import { atLeast, type KubernetesVersion } from '../../kubernetes/versions.ts';
import type { RuleContext } from '../context.ts';

/**
 * A Job's pod template stays as it is, except while the Job is suspended: where its pods may run (before 1.36 only if
 * the Job never started), and from 1.36 on what resources they get. The Job as it was decides, so that one edit may
 * change the template and resume the Job.
 */
export function validateTemplateUpdate(spec: JobSpec, old: Job, path: FieldPath, { version }: RuleContext): Finding[] {
  const template = spec.template ?? {};
  const oldTemplate = old.spec?.template ?? {};
  const allowed = allowances(old, version);
  const expected = allowed.scheduling ? withScheduling(oldTemplate, template) : oldTemplate;
  const templatePath = field(path, 'template');
  if (!allowed.resources) {
    if (semanticallyEqual(template, expected, 'template')) return [];
    return [misplaced(templatePath, 'Invalid', allowed.scheduling ? 'job-template-scheduling-only' : 'job-template-immutable')];
  }
  if (semanticallyEqual(template.spec, withResources(expected.spec ?? {}, template.spec ?? {}), 'spec')) return [];
  return [misplaced(field(templatePath, 'spec'), 'Invalid', 'job-template-suspended-only')];
}

/** What may change in the template of a Job in this state (pkg/registry/batch/job/strategy.go). */
function allowances({ spec, status }: Job, version: KubernetesVersion): { readonly scheduling: boolean; readonly resources: boolean } {
  const suspended = spec?.suspend === true;
  const neverStarted = status?.startTime === undefined;
  if (!atLeast(version, '1.36')) return { scheduling: suspended && neverStarted, resources: false };
  const halted = status?.conditions?.some(({ type, status }) => type === 'Suspended' && status === 'True') ?? false;
  const free = suspended && (neverStarted || halted) && (status?.active ?? 0) === 0;
  return { scheduling: free, resources: free };
}

function withScheduling(old: PodTemplateSpec, { metadata, spec = {} }: PodTemplateSpec): PodTemplateSpec {
  const { nodeSelector, tolerations, schedulingGates } = spec;
  const { labels, annotations } = metadata ?? {};
  return {
    metadata: { ...old.metadata, labels: labels ?? {}, annotations: annotations ?? {} },
    spec: withAffinity(
      { ...old.spec, nodeSelector: nodeSelector ?? {}, tolerations: tolerations ?? [], schedulingGates: schedulingGates ?? [] },
      spec.affinity,
    ),
  };
}

/** Only node affinity is free; where nothing else was in it, the affinity may go or come as a whole. */
function withAffinity({ affinity: old, ...spec }: PodSpec, affinity: Affinity | undefined): PodSpec {
  const { nodeAffinity: _, ...others } = old ?? {};
  const { nodeAffinity } = affinity ?? {};
  const expected = { ...others, ...(nodeAffinity ? { nodeAffinity } : {}) };
  const absent = affinity === undefined && Object.keys(others).length === 0;
  return absent ? spec : { ...spec, affinity: expected };
}

function withResources(old: PodSpec, spec: PodSpec): PodSpec {
  return {
    ...old,
    containers: copyResources(old.containers ?? [], spec.containers ?? []),
    initContainers: copyResources(old.initContainers ?? [], spec.initContainers ?? []),
  };
}

/** Containers are told by their place and name. */
function copyResources(old: readonly Container[], containers: readonly Container[]): readonly Container[] {
  if (old.length !== containers.length) return old;
  return old.map((container, index) => {
    const edited = containers[index];
    return edited?.name === container.name ? { ...container, resources: edited?.resources ?? {} } : container;
  });
}
