import { fieldsOf, isMap, scalarShape, typeName } from '../../kubernetes/fields/api-fields.ts';
import { type KnownPlace, knownPlace } from '../../kubernetes/fields/places.ts';
import type { JobKind } from '../../kubernetes/kinds.ts';
import { knownText, type Texts } from '../../messages/render.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { documentationLink } from './documentation.ts';
import { type FieldFacts, factsOf } from './field-facts.ts';
import { podDocs } from './generated/pod-docs.ts';
import { typeWords } from './type-words.ts';

/** What a field means, in one paragraph: our own words, or else the API's. */
export function meaning({ owner, name, field }: KnownPlace, texts: Texts): string {
  const own = knownText(`field.${owner}.${name}`, texts);
  if (own !== undefined) return own;
  return podDocs[`${owner}.${name}`] ?? podDocs[typeName(field) ?? typeName(field.items ?? {}) ?? ''] ?? '';
}

/** Markdown about the field at a path; undefined where the API has none. `siblings` are the fields beside it. */
export function describeField(
  kind: JobKind,
  path: NodePath,
  siblings: Readonly<Record<string, unknown>>,
  texts: Texts,
): string | undefined {
  const place = knownPlace(kind, path);
  if (!place || place.name === '') return undefined;
  const parent = knownPlace(kind, path.slice(0, -1));
  // A label's key is the user's own; what is known is the map that it stands in.
  const isOwnKey = parent !== undefined && isMap(parent.field);
  const facts = factsOf(place.owner, place.name);
  const { field } = place;
  const head = `**\`${place.name}\`** · ${typeWords(isOwnKey ? parent.field : field, texts)}`;
  const link = `[${texts('hover-documentation')}](${documentationLink(kind, path)})`;
  return [
    head,
    meaning(isOwnKey ? parent : place, texts),
    ...(isOwnKey ? [] : factLines(place, facts, siblings, texts)),
    ...(facts.example && !isOwnKey ? [`\`\`\`yaml\n${facts.example}\n\`\`\``] : []),
    link,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The default in force for a field that is left out beside these siblings; undefined when there is none. */
export function defaultOf({ owner, name, field }: KnownPlace, siblings: Readonly<Record<string, unknown>>): string | undefined {
  const { default: known } = factsOf(owner, name);
  return (typeof known === 'function' ? known(siblings) : known) ?? field.default;
}

function factLines(place: KnownPlace, facts: FieldFacts, siblings: Readonly<Record<string, unknown>>, texts: Texts): string[] {
  const { field } = place;
  const lines: string[] = [];
  const otherwise = defaultOf(place, siblings);
  if (otherwise !== undefined) lines.push(texts('hover-default', { value: otherwise }));
  const values = scalarShape(field)?.enum;
  if (values?.length) lines.push(texts('hover-values', { values: values.map((value) => `\`${value}\``) }));
  if (field.required === true) lines.push(texts('hover-required'));
  const since = facts.since ?? field.since;
  if (since && facts.stable) lines.push(texts('hover-since-stable', { since, stable: facts.stable }));
  else if (facts.stable) lines.push(texts('hover-stable', { stable: facts.stable }));
  else if (since) lines.push(texts('hover-since', { since }));
  if (field.until) lines.push(texts('hover-until', { until: field.until }));
  if (facts.change) lines.push(texts(`hover-change-${facts.change}`));
  if (facts.goesWith?.length) lines.push(texts('hover-goes-with', { fields: facts.goesWith.map((name) => `\`${name}\``) }));
  const inside = fieldsOf(field.items ?? field);
  if (inside && !facts.example) lines.push(texts('hover-fields', { fields: Object.keys(inside).map((name) => `\`${name}\``) }));
  return lines.length ? [lines.join('  \n')] : [];
}
