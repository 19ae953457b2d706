import { jobNameLabels } from '../../../kubernetes/creation/identity.ts';
import { indexAnnotation } from '../../../kubernetes/names/index-variable.ts';
import { oneOf } from '../values/listed.ts';
import { referenceTo } from '../values/names.ts';
import type { FieldRecords } from './field-record.ts';

/** Where the values of variables come from. */
export const objectFieldSelector: FieldRecords<'ObjectFieldSelector'> = {
  fieldPath: {
    value: oneOf(
      'metadata.name',
      'metadata.namespace',
      'metadata.uid',
      `metadata.labels['${jobNameLabels[1]}']`,
      `metadata.annotations['${indexAnnotation}']`,
      'spec.nodeName',
      'spec.serviceAccountName',
      'status.hostIP',
      'status.podIP',
    ),
  },
};

export const resourceFieldSelector: FieldRecords<'ResourceFieldSelector'> = {
  containerName: { value: referenceTo('container') },
  resource: { value: oneOf('limits.cpu', 'limits.memory', 'requests.cpu', 'requests.memory') },
};

export const fileKeySelector: FieldRecords<'FileKeySelector'> = {
  volumeName: { value: referenceTo('volume') },
};
