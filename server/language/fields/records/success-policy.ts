import { indexes } from '../values/indexes.ts';
import type { FieldRecords } from './field-record.ts';
import { pages } from './pages.ts';

/** When a Job is complete before all its indexes are. */
export const successPolicy: FieldRecords<'SuccessPolicy'> = {
  rules: {
    initial: [{ succeededCount: 1 }],
    snippet: '\n  - succeededIndexes: "${1:0}"$0',
    example: 'rules:\n  - succeededCount: 3',
    page: `${pages.jobs}#success-policy`,
  },
};

export const successPolicyRule: FieldRecords<'SuccessPolicyRule'> = {
  succeededCount: { initial: 1, goesWith: ['succeededIndexes'], example: 'succeededCount: 3' },
  succeededIndexes: { goesWith: ['succeededCount'], value: indexes, example: 'succeededIndexes: 0,2-5' },
};
