import { resourceNames } from '../values/keys.ts';
import { referenceTo } from '../values/names.ts';
import { quantities } from '../values/quantities.ts';
import type { FieldRecords } from './field-record.ts';

/** What containers ask for and are held to. */
export const resourceRequirements: FieldRecords<'ResourceRequirements'> = {
  limits: { value: quantities, keys: resourceNames, snippet: '\n  cpu: ${1:500m}\n  memory: ${2:256Mi}$0' },
  requests: { value: quantities, keys: resourceNames, snippet: '\n  cpu: ${1:100m}\n  memory: ${2:128Mi}$0' },
};

export const resourceClaim: FieldRecords<'ResourceClaim'> = {
  name: { value: referenceTo('claim') },
};
