import { scalarShape } from '../../kubernetes/fields/api-fields.ts';
import { knownPlace } from '../../kubernetes/fields/places.ts';
import { placeInObject } from '../../kubernetes/written-part.ts';
import { decodedAddress } from '../../plain/decoded-address.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { recordOf } from '../fields/field-records.ts';
import { setValue } from '../writing/edits.ts';
import { type FixContext, type Fixer, fix } from './fix.ts';

/** A field that is missing, with a value to begin with. */
export const requiredField: Fixer = (context) => {
  const { source, finding, texts } = context;
  const { path } = finding.at;
  const field = path.at(-1);
  if (typeof field !== 'string') return [];
  const value = valueFor(context, path, field);
  if (value === undefined) return [];
  // What a Job is to run is nothing that anyone could guess.
  const added = fix(texts('fix-add-field', { field }), setValue(source, path, value), field !== 'containers');
  return field === 'name' ? added : added.map((one) => ({ ...one, onlyAsked: true }));
};

function valueFor({ source, kind, written }: FixContext, path: NodePath, field: string): unknown {
  if (field === 'name') return path.at(-2) === 'metadata' ? nameFromFile(source.text.uri, kind) : nameInList(path);
  const place = knownPlace(kind, placeInObject(written, path));
  return place && (recordOf(place).initial ?? scalarShape(place.field)?.enum?.[0]);
}

function nameFromFile(uri: string, kind: string): string {
  const file = decodedAddress(/([^/]*?)(\.\w+)*$/.exec(uri)?.[1] ?? '');
  const name = file
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50);
  return name === '' ? `my-${kind.toLowerCase()}` : name;
}

/** `main` for a first container, `volume-2` for a second volume. */
function nameInList(path: NodePath): string {
  const index = path.at(-2);
  const list = String(path.at(-3) ?? 'item');
  const singular = list
    .replace(/s$/, '')
    .replace(/^initContainer/, 'init')
    .toLowerCase();
  if (index === 0 && list === 'containers') return 'main';
  return typeof index === 'number' && index > 0 ? `${singular}-${index + 1}` : singular;
}
