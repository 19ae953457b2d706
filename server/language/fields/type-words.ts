import { type ApiField, shortName } from '../../kubernetes/fields/api-fields.ts';
import type { Texts } from '../../messages/render.ts';

/** The type in words: `integer`, `list of Container`, `map of string`. */
export function typeWords(field: ApiField, texts: Texts): string {
  if (field.items) return texts('type-list', { items: typeWords(field.items, texts) });
  if (field.additionalProperties) return texts('type-map', { items: typeWords(field.additionalProperties, texts) });
  if (field.$ref !== undefined) return shortName(field.$ref);
  return [field.type ?? 'object'].flat().join(' | ');
}
