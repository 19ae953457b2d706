import { field, hidden } from '../../kubernetes/finding/field-path.ts';
import type { PodTemplateSpec } from '../../kubernetes/generated/types.ts';
import { askedOnce } from '../asked-once.ts';
import { validateAnnotations, validateLabels } from '../metadata/labels.ts';
import { validateAnnotationsMatchFields, validatePodAnnotations } from './annotations.ts';
import { validatePodSpec } from './pod-spec.ts';

/**
 * What the API server says of a pod template, decoded and with its defaults; `path` is the template's own, such as
 * `spec.template`. The server leaves `metadata` out of the paths of labels and annotations.
 */
export const validatePodTemplate = askedOnce(({ metadata = {}, spec = {} }: PodTemplateSpec, path, context) => {
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
});
