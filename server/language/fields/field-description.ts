import { type ApiField, fieldsOf, isMap, scalarShape, typeName } from '../../kubernetes/fields/api-fields.ts';
import { historyOf } from '../../kubernetes/fields/gates.ts';
import { type KnownPlace, knownPlace } from '../../kubernetes/fields/places.ts';
import { knownText, type Texts } from '../../messages/render.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { scalarText } from '../writing/yaml-text.ts';
import type { AskedObject } from './asked-object.ts';
import { changeOf } from './change.ts';
import { defaultAt } from './defaults-in-force.ts';
import { documentationLink } from './documentation.ts';
import { recordOf } from './field-records.ts';
import { podDocs } from './generated/pod-docs.ts';
import type { FieldRecord } from './records/field-record.ts';
import { typeWords } from './type-words.ts';

/** What a field means, in one paragraph: our own words, or else the API's. */
export function explanationOf({ owner, name, field }: KnownPlace, texts: Texts): string {
  const own = knownText(`field.${owner}.${name}`, texts);
  if (own !== undefined) return own;
  return podDocs[`${owner}.${name}`] ?? podDocs[typeName(field) ?? typeName(field.items ?? {}) ?? ''] ?? '';
}

/** Markdown about the field at a path of an object; undefined where the API has none. */
export function describeField(asked: AskedObject, path: NodePath, texts: Texts): string | undefined {
  const place = knownPlace(asked.kind, path);
  if (!place || place.name === '') return undefined;
  const parent = knownPlace(asked.kind, path.slice(0, -1));
  // A label's key is the user's own; what is known is the map that it stands in.
  const isOwnKey = parent !== undefined && isMap(parent.field);
  const { example } = recordOf(place);
  const head = `**\`${place.name}\`** · ${typeWords(isOwnKey ? parent.field : place.field, texts)}`;
  const link = `[${texts('hover-documentation')}](${documentationLink(asked.kind, path)})`;
  return [
    head,
    explanationOf(isOwnKey ? parent : place, texts),
    ...(isOwnKey ? [] : [factLines(asked, path, place, texts).join('  \n')]),
    ...(example && !isOwnKey ? [`\`\`\`yaml\n${example}\n\`\`\``] : []),
    link,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** A default as one would write it in YAML. */
export function defaultText(value: string | number | boolean, place: Pick<KnownPlace, 'owner' | 'name'>): string {
  return recordOf(place).value?.octal && typeof value === 'number' ? `0${value.toString(8)}` : scalarText(value);
}

/** What is known of a field in short lines: each where there is something to say. */
function factLines(asked: AskedObject, path: NodePath, place: KnownPlace, texts: Texts): string[] {
  const { field } = place;
  const record = recordOf(place);
  const otherwise = defaultAt(asked, path);
  const values = scalarShape(field)?.enum ?? [];
  const change = changeOf(asked, path);
  return [
    ...(otherwise === undefined ? [] : [texts('hover-default', { value: defaultText(otherwise, place) })]),
    ...(values.length ? [texts('hover-values', { values: values.map(asCode) })] : []),
    ...(field.required === true ? [texts('hover-required')] : []),
    ...versionLines(place, texts),
    ...(change === undefined ? [] : [texts(`hover-change-${change}`)]),
    ...(record.goesWith ? [texts('hover-goes-with', { fields: record.goesWith.map(asCode) })] : []),
    ...fieldLines(field, record, texts),
  ];
}

function versionLines(place: KnownPlace, texts: Texts): string[] {
  const { since, stable } = historyOf(place);
  const { until } = place.field;
  return [
    ...(since && stable ? [texts('hover-since-stable', { since, stable })] : []),
    ...(since && !stable ? [texts('hover-since', { since })] : []),
    ...(until ? [texts('hover-until', { until })] : []),
  ];
}

/** The names of the fields inside, where no example shows some of them. */
function fieldLines(field: ApiField, { example }: FieldRecord, texts: Texts): string[] {
  const inside = fieldsOf(field.items ?? field);
  return inside && !example ? [texts('hover-fields', { fields: Object.keys(inside).map(asCode) })] : [];
}

function asCode(text: string): string {
  return `\`${text}\``;
}
