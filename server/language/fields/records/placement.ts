import { oneOf } from '../values/listed.ts';
import type { FieldRecords } from './field-record.ts';

/** Where pods may run. */
export const toleration: FieldRecords<'Toleration'> = {
  effect: { value: oneOf('NoSchedule', 'PreferNoSchedule', 'NoExecute') },
  operator: { value: oneOf('Exists', 'Equal') },
};

export const nodeSelectorRequirement: FieldRecords<'NodeSelectorRequirement'> = {
  operator: { value: oneOf('In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt') },
};
