import { type ApiField, fieldsOf, scalarShape } from '../../kubernetes/fields/api-fields.ts';
import { fieldNamed, fits, hasFormOf } from '../../kubernetes/fields/fits.ts';
import { knownPlace } from '../../kubernetes/fields/places.ts';
import { mistakes, nearestNames } from '../../kubernetes/names/nearest-name.ts';
import { type NodePath, valueAt } from '../../plain/node-path.ts';
import { hasContent, isRecord } from '../../plain/record.ts';
import type { Subject } from './levels.ts';

/** A name that an unknown field may have been meant to have. */
export interface MeantName {
  readonly name: string;
  /** Whether the value has the form of that field, or one letter alone is wrong. */
  readonly isSure: boolean;
}

/** Fields of the same object, not there yet, that an unknown one is a misspelling of, the nearest first; those of its form before others. */
export function namesBySpelling(subject: Subject, path: NodePath): readonly MeantName[] {
  const value = valueAt(subject.value, path);
  const written = String(path.at(-1));
  const free = freeFields(subject, path);
  const near = nearestNames(
    written,
    free.map(([name]) => name),
  );
  const suits = (name: string) => free.some(([one, field]) => one === name && hasFormOf(value, field));
  return near
    .toSorted((a, b) => Number(suits(b)) - Number(suits(a)))
    .map((name) => ({ name, isSure: suits(name) || mistakes(written, name) === 1 }));
}

/** Fields of the same object, not there yet, that could hold what an unknown one holds: each key in it is one of theirs. */
export function namesByContent(subject: Subject, path: NodePath): readonly string[] {
  const value = valueAt(subject.value, path);
  if (!hasContent(value)) return [];
  return freeFields(subject, path).flatMap(([name, field]) => (isStructured(field) && fits(value, field, subject.version) ? [name] : []));
}

function freeFields({ kind, value, version }: Subject, path: NodePath): readonly (readonly [string, ApiField])[] {
  const parent = path.slice(0, -1);
  const fields = fieldsOf(knownPlace(kind, parent)?.field ?? {}) ?? {};
  const there = valueAt(value, parent);
  return Object.entries(fields).filter(([name]) => fieldNamed(fields, name, version) && !(isRecord(there) && Object.hasOwn(there, name)));
}

/** An object with fields of its own, or a list of such: what stands in one says what it is. */
function isStructured(field: ApiField): boolean {
  const inside = field.items ?? field;
  return fieldsOf(inside) !== undefined && scalarShape(inside) === undefined;
}
