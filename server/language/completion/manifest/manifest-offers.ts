import { CompletionItemKind } from 'vscode-languageserver-types';
import { type ApiField, existsIn, fieldsOf, isList, isMap, scalarShape, typeName } from '../../../kubernetes/fields/api-fields.ts';
import type { KnownPlace } from '../../../kubernetes/fields/places.ts';
import { isJobKind } from '../../../kubernetes/kinds.ts';
import { askedValue } from '../../fields/asked-object.ts';
import { defaultsAt } from '../../fields/defaults-in-force.ts';
import { defaultText, explanationOf } from '../../fields/field-description.ts';
import { recordOf } from '../../fields/field-records.ts';
import { typeWords } from '../../fields/type-words.ts';
import type { Words } from '../../fields/values/value-kind.ts';
import type { ItemOffer, KeyOffer, Offers, ValueOffer } from '../offers/offers.ts';
import type { CompletionPlace } from './place.ts';
import { keyChoices, valueChoices } from './value-choices.ts';

/** What the API allows at a place of a Job or CronJob. */
export function manifestOffers(place: CompletionPlace, words: Words): Offers {
  const { caret, known } = place;
  const { field } = known;
  const fields = fieldsOf(field);
  if (caret.position === 'value') {
    if (caret.flow && typeof place.path.at(-1) === 'number' && fields) return itemOffer(place, field, fields, words);
    if (caret.flow && (fields || isMap(field) || isList(field)))
      return { opens: { shape: isList(field) ? 'list' : 'object', detail: typeWords(field, words.texts) } };
    return { values: values(place, words) };
  }
  if (fields) return { keys: fieldKeys(place, fields, words) };
  if (isMap(field)) return { keys: mapKeys(place) };
  if (!isList(field)) return { values: values(place, words) };
  const { items } = field;
  if (!items || caret.afterDash) return {};
  const inItems = fieldsOf(items);
  if (inItems) return itemOffer(place, items, inItems, words);
  return { values: values({ ...place, known: { ...known, field: items } }, words), dashed: true };
}

/** Required fields first, then those that are nearly always written; those that are there left out, those of other versions and the server's own too. */
function fieldKeys(place: CompletionPlace, fields: Readonly<Record<string, ApiField>>, { texts, settings }: Words): KeyOffer[] {
  const { caret, known, kind, object, path } = place;
  const owner = typeName(known.field) ?? '';
  const version = settings.kubernetesVersion;
  const defaults = defaultsAt(askedValue(kind, object, version), path);
  const isRequired = ({ 1: field }: readonly [string, ApiField]) => field.required === true || isJobKind(owner);
  const inOrder = Object.entries(fields).sort((a, b) => Number(isRequired(b)) - Number(isRequired(a)));
  return inOrder.flatMap(([name, field]) => {
    const record = recordOf({ owner, name });
    if (caret.siblings.includes(name) || name === 'status' || record.setByServer || !existsIn(field, version)) return [];
    const otherwise = defaults[name];
    return [
      {
        name,
        body: `:${bodyOf({ owner, name, field })}`,
        shape: shapeOf(field),
        kind: CompletionItemKind.Field,
        detail: [
          typeWords(field, texts),
          ...(otherwise === undefined ? [] : [texts('completion-default', { value: defaultText(otherwise, { owner, name }) })]),
        ].join(' · '),
        documentation: explanationOf({ field, owner, name }, texts),
        first: isRequired([name, field]) || record.first === true,
      },
    ];
  });
}

/** What follows the colon of a field. */
function bodyOf(place: KnownPlace): string {
  const { snippet } = recordOf(place);
  if (snippet !== undefined) return snippet;
  const shape = scalarShape(place.field);
  if (!shape) return isList(place.field) ? '\n  - $0' : '\n  $0';
  const listed = shape.type === 'boolean' ? ['true', 'false'] : (shape.enum ?? []);
  return listed.length ? ` \${1|${listed.join(',')}|}$0` : ' $0';
}

function mapKeys(place: CompletionPlace): KeyOffer[] {
  return keyChoices(place)
    .filter((name) => !place.caret.siblings.includes(name))
    .map((name) => ({ name, body: ': $0', shape: 'other', kind: CompletionItemKind.Property }));
}

/** The first line of a new item. */
function itemOffer({ known }: CompletionPlace, items: ApiField, fields: Readonly<Record<string, ApiField>>, { texts }: Words): Offers {
  const whole = recordOf(known)
    .snippet?.replace(/^\n {2}/, '')
    .replaceAll('\n  ', '\n');
  const names = Object.keys(fields);
  const name = names.find((one) => one === 'name') ?? names.find((one) => fields[one]?.required) ?? names[0] ?? '';
  const block = whole?.startsWith('- ') ? whole : `- ${name}: $0`;
  const item: ItemOffer = { name, block, shape: shapeOf(fields[name] ?? {}), detail: typeWords(items, texts) };
  return { item };
}

function values(place: CompletionPlace, { texts }: Words): ValueOffer[] {
  const isText = scalarShape(place.known.field)?.type === 'string';
  return valueChoices(place).map(({ value, quoted = false, detail }) => ({
    value,
    text: isText || !/^(-?\d+(\.\d+)?|true|false)$/.test(value),
    quoted,
    ...(detail === undefined ? {} : { detail: texts(detail) }),
  }));
}

function shapeOf(field: ApiField): KeyOffer['shape'] {
  const shape = scalarShape(field);
  if (!shape) return isList(field) ? 'list' : 'object';
  return shape.type === 'string' ? 'text' : 'other';
}
