import { fieldsOf, scalarShape } from '../../kubernetes/fields/api-fields.ts';
import { knownPlace } from '../../kubernetes/fields/places.ts';
import { jobSpecPath, podSpecPath } from '../../kubernetes/kinds.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { valueAt } from '../../plain/node-path.ts';
import { removeField, renameKey } from '../writing/edits.ts';
import { moveField } from '../writing/move.ts';
import { type Fix, type FixContext, type Fixer, fix } from './fix.ts';

/** The nearest names, the places where such a field belongs, and last to take it out. */
export const unknownField: Fixer<'unknown-field'> = (context) => {
  const { source, finding, texts } = context;
  const { path } = finding.at;
  const name = String(path.at(-1));
  const { nearest } = finding.args;
  const taken = new Set(Object.keys(object(valueAt(source.document.body.value, path.slice(0, -1)))));
  const free = nearest.filter((one) => !taken.has(one));
  const renamed = free.flatMap((one, index) => fix(texts('fix-rename-field', { name: one }), renameKey(source, path, one), index === 0));
  const moved = nearest.length ? [] : homes(context, name).flatMap((home, index) => move(context, home, index === 0));
  return [...renamed, ...moved, ...fix(texts('fix-remove-field', { field: name }), removeField(source, path))];
};

/** Takes the field or the list item out: for what must not be there at all. */
export const removeIt: Fixer = (context) => removal(context, true);

/** The same where there is something to be said for it. */
export const mayRemove: Fixer = (context) => removal(context, false);

function removal({ source, finding, texts }: FixContext, preferred: boolean): readonly Fix[] {
  const field = finding.at.path.at(-1);
  const title = typeof field === 'string' ? texts('fix-remove-field', { field }) : texts('fix-remove-item');
  return fix(title, removeField(source, finding.at.path), preferred);
}

/** The objects of the manifest that have a field of that name and form, and none yet; those nearest to the root first. */
function homes({ kind, base, finding, source }: FixContext, name: string): readonly NodePath[] {
  const value = valueAt(source.document.body.value, finding.at.path);
  const isNested = typeof value === 'object' && value !== null;
  const pod = podSpecPath(kind);
  const containers = valueAt(source.document.body.value, [...base, ...pod, 'containers']);
  const candidates: readonly NodePath[] = [
    ...(kind === 'CronJob' ? [['spec']] : []),
    jobSpecPath(kind),
    pod,
    ...(Array.isArray(containers) && containers.length === 1 ? [[...pod, 'containers', 0]] : []),
    ['metadata'],
  ];
  return candidates.filter((home) => {
    const place = knownPlace(kind, home);
    const fields = place && fieldsOf(place.field);
    const field = fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
    const there = valueAt(source.document.body.value, [...base, ...home, name]);
    return field !== undefined && there === undefined && (scalarShape(field) === undefined) === isNested;
  });
}

function move({ source, finding, base, texts }: FixContext, home: NodePath, preferred: boolean): readonly Fix[] {
  const edits = moveField(source, finding.at.path, [...base, ...home]);
  const to = home.filter((segment) => typeof segment === 'string').join('.');
  const title = texts('fix-move-field', { field: String(finding.at.path.at(-1)), to });
  return edits ? [{ title, edits, ...(preferred ? { preferred } : {}) }] : [];
}

function object(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
