import { type ApiField, apiType, quantityType, timeType } from '../fields/api-fields.ts';
import { parseQuantity } from '../values/quantity.ts';
import { isTime } from '../values/time.ts';

/** What a field must hold, in the word that messages know: `string`, `int32`, `quantity`, `time`, `array`, `object`, ... */
export function expectedType(property: ApiField): string {
  const shape = property.$ref ? apiType(property.$ref)?.shape : undefined;
  if (shape?.format === 'date-time') return 'time';
  if (shape) return shape.format ?? 'object';
  return property.$ref ? 'object' : (property.format ?? property.type ?? 'object');
}

/** Whether text of the right type says no time or quantity. */
export function isUnreadable(value: unknown, { $ref }: ApiField): boolean {
  if (typeof value !== 'string' || $ref === undefined) return false;
  // A quantity is read from the text as JSON writes it, so one with a line break has a backslash in it.
  if ($ref === quantityType) return /[^ -~]/.test(value) || parseQuantity(value) === undefined;
  return $ref === timeType && !isTime(value);
}

/** What Go makes of null in a list or a map. */
export function zeroOf(property: ApiField): unknown {
  switch (expectedType(property)) {
    case 'string':
      return '';
    case 'int32':
    case 'int64':
    case 'int-or-string':
    case 'quantity':
      return 0;
    case 'boolean':
      return false;
    case 'array':
      return [];
    default:
      return {};
  }
}
