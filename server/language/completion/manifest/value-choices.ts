import { scalarShape } from '../../../kubernetes/fields/api-fields.ts';
import { recordOf } from '../../fields/field-records.ts';
import type { ValueChoice } from '../../fields/values/value-kind.ts';
import type { CompletionPlace } from './place.ts';

/** The values that a scalar at the place may have, as far as they can be listed: by the field's record, or else by the schema. */
export function valueChoices(place: CompletionPlace): readonly ValueChoice[] {
  const shape = scalarShape(place.known.field);
  if (!shape) return [];
  const own = recordOf(place.known).value?.choices?.(place);
  if (own) return own;
  const listed = shape.type === 'boolean' ? ['true', 'false'] : (shape.enum ?? []);
  return listed.map((value) => ({ value }));
}

/** The keys that people put into a map at the place. */
export function keyChoices(place: CompletionPlace): readonly string[] {
  return recordOf(place.known).keys?.(place) ?? [];
}
