import { type FieldPath, field, hidden } from '../../kubernetes/finding/field-path.ts';
import type { Finding } from '../../kubernetes/finding/finding.ts';
import type { PodTemplateSpec } from '../../kubernetes/generated/types.ts';
import type { RuleContext } from '../context.ts';
import { validateAnnotations, validateLabels } from '../metadata/labels.ts';
import { validateAnnotationsMatchFields, validatePodAnnotations } from './annotations.ts';
import { validatePodSpec } from './pod-spec.ts';

/**
 * What the API server says of a pod template, decoded and with its defaults; `path` is the template's own, such as
 * `spec.template`. The server leaves `metadata` out of the paths of labels and annotations.
 */
export function validatePodTemplate(template: PodTemplateSpec | undefined, path: FieldPath, context: RuleContext): Finding[] {
  const { metadata = {}, spec = {} } = template ?? {};
  const metadataPath = hidden(path, 'metadata');
  const annotationsPath = field(metadataPath, 'annotations');
  const specPath = field(path, 'spec');
  return [
    ...validateLabels(metadata.labels, field(metadataPath, 'labels')),
    ...validateAnnotations(metadata.annotations, annotationsPath),
    ...validatePodAnnotations(metadata.annotations ?? {}, spec, annotationsPath),
    ...validatePodSpec(spec, specPath, context),
    ...validateAnnotationsMatchFields({ metadata, spec }, specPath, context.version),
  ];
}
