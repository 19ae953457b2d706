import { scalarShape } from '../../kubernetes/fields/api-fields.ts';
import { knownPlace } from '../../kubernetes/fields/places.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { setValue } from '../writing/edits.ts';
import { type FixContext, type Fixer, fix } from './fix.ts';

/** What is put in for a field that must be there, by its name; a function of the place where that helps. */
const values: Readonly<Record<string, unknown>> = {
  schedule: '0 * * * *',
  backoffLimitPerIndex: 1,
  completions: 1,
  maxFailedIndexes: 10,
  image: 'busybox:1.36',
  containers: [{ name: 'main', image: 'busybox:1.36' }],
  rules: [{ succeededCount: 1 }],
  succeededCount: 1,
  mountPath: '/data',
  containerPort: 8080,
  port: 8080,
};

/** A field that is missing, with a value to begin with. */
export const requiredField: Fixer = (context) => {
  const { source, finding, texts } = context;
  const { path } = finding.at;
  const field = path.at(-1);
  if (typeof field !== 'string') return [];
  const value = valueFor(context, path, field);
  if (value === undefined) return [];
  return fix(texts('fix-add-field', { field }), setValue(source, path, value), true);
};

function valueFor({ source, kind, base }: FixContext, path: NodePath, field: string): unknown {
  if (field === 'name') return path.at(-2) === 'metadata' ? nameFromFile(source.text.uri, kind) : nameInList(path);
  if (Object.hasOwn(values, field)) return values[field];
  const place = knownPlace(kind, path.slice(base.length));
  const shape = place && scalarShape(place.field);
  if (!shape) return undefined;
  if (shape.enum?.length) return shape.enum[0];
  return undefined;
}

function nameFromFile(uri: string, kind: string): string {
  const file = decodeURIComponent(/([^/]*?)(\.\w+)*$/.exec(uri)?.[1] ?? '');
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
