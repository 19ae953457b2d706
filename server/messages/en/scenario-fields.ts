import type { MessageTable } from '../table/message-table.ts';
import { scenarioFieldTexts } from './generated/scenario-fields.ts';

/** What the fields of a scenario mean, as `schemas/scenario.schema.json` says it; and what stands in them. */
export const scenarioFields = {
  ...scenarioFieldTexts,

  'scenario-type-duration': 'duration',
  'scenario-type-time': 'time',
  'scenario-type-count': 'whole number',
  'scenario-type-exit code': 'exit code',
  'scenario-type-quantity': 'quantity',
  'scenario-type-integer': 'whole number',
  'scenario-type-number': 'number',
  'scenario-type-boolean': 'true or false',
  'scenario-type-string': 'text',
  'scenario-type-object': 'object',
  'scenario-type-array': 'list',
} as const satisfies MessageTable;
