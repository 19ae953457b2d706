import type { MessageTable } from '../table/message-table.ts';
import { configurationFieldTexts } from './generated/configuration-fields.ts';
import { scenarioFieldTexts } from './generated/scenario-fields.ts';
import { testsFieldTexts } from './generated/test-fields.ts';

/** What the fields of our own files mean, as their schemas say it; and what stands in them. */
export const scenarioFields = {
  ...scenarioFieldTexts,
  ...testsFieldTexts,
  ...configurationFieldTexts,

  'scenario-type-duration': 'duration',
  'scenario-type-time': 'time',
  'scenario-type-count': 'whole number',
  'scenario-type-exit code': 'exit code',
  'scenario-type-quantity': 'quantity',
  'scenario-type-version': 'version or range',
  'scenario-type-ignore': 'name of a rule, or object',
  'scenario-type-integer': 'whole number',
  'scenario-type-number': 'number',
  'scenario-type-boolean': 'true or false',
  'scenario-type-string': 'text',
  'scenario-type-object': 'object',
  'scenario-type-array': 'list',
} as const satisfies MessageTable;
