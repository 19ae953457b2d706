import { type ApiField, fieldsOf, isMap, quantityType } from '../../kubernetes/fields/api-fields.ts';
import { fieldNamed, fits, hasFormOf } from '../../kubernetes/fields/fits.ts';
import { knownPlace } from '../../kubernetes/fields/places.ts';
import { nearestNames } from '../../kubernetes/names/nearest-name.ts';
import { remembered } from '../../kubernetes/values/remembered.ts';
import { type NodePath, startsWith, valueAt } from '../../plain/node-path.ts';
import { isRecord } from '../../plain/record.ts';
import { isOneOfSeveral, type Level, levelsAround, type Subject } from './levels.ts';

/** An object that has such a field, and none yet. */
export interface Home {
  readonly to: NodePath;
  /** Whether there is no other that it could be as well. */
  readonly isSure: boolean;
  /** The object that it belongs to, where that has such a field already. */
  readonly belongs?: NodePath;
}

/** The sibling above an unknown field that has no value and may hold it: `resources:` before `limits:`. */
export function openAbove({ kind, value, version }: Subject, path: NodePath): Home | undefined {
  const parent = path.slice(0, -1);
  const name = String(path.at(-1));
  const siblings = valueAt(value, parent);
  const fields = fieldsOf(knownPlace(kind, parent)?.field ?? {});
  if (!isRecord(siblings) || !fields) return undefined;
  // Few of its fields are known, and thousands may stand there.
  if (!Object.keys(fields).some((one) => Object.hasOwn(siblings, one) && siblings[one] === null)) return undefined;
  const names = Object.keys(siblings);
  const above = names.slice(0, names.indexOf(name)).findLast((one) => fieldNamed(fields, one, version));
  const field = above === undefined ? undefined : fields[above];
  if (above === undefined || !field || siblings[above] !== null) return undefined;
  const inside = fieldsOf(field);
  const own = inside ? fieldNamed(inside, name, version) : field.additionalProperties;
  return own && fits(siblings[name], own, version) ? { to: [...parent, above], isSure: true } : undefined;
}

/** The metadata of the object itself, where a field such as `name` or `labels` stands beside it. */
export function ownMetadata(subject: Subject, path: NodePath): Home | undefined {
  const { kind, value, version } = subject;
  const to = [...path.slice(0, -1), 'metadata'];
  const name = String(path.at(-1));
  const fields = fieldsOf(knownPlace(kind, to)?.field ?? {});
  const own = fields && fieldNamed(fields, name, version);
  const there = valueAt(value, to);
  const isObject = isRecord(there) || there === undefined || there === null;
  return own && isObject && isFree(subject, to, name) && hasFormOf(valueAt(value, path), own) ? { to, isSure: true } : undefined;
}

/**
 * Of the objects between the root and the container that a field stands in or beside, those that have a field of that name and
 * form, and none yet: the nearest below, then the nearest above. Where the nearest has one already none of them is sure: in
 * another the same name means something else, as a restart policy does in a container.
 */
export function levelHomes(subject: Subject, path: NodePath): readonly Home[] {
  const name = String(path.at(-1));
  const able = levelsInOrder(subject, path).filter((level) => takes(subject, level.field, name, valueAt(subject.value, path)));
  const [nearest] = able;
  const isTaken = nearest !== undefined && !isFree(subject, nearest.path, name);
  return able
    .filter((level) => isFree(subject, level.path, name))
    .map(({ path: to }) => ({
      to,
      isSure: !isTaken && !isOneOfSeveral(subject, path, to),
      ...(isTaken ? { belongs: nearest.path } : {}),
    }));
}

/** The nearest of these objects that has a field of that name, free or not: then it is no misspelt one. */
export function levelOf(subject: Subject, path: NodePath): NodePath | undefined {
  const name = String(path.at(-1));
  return levelsInOrder(subject, path).find(({ field }) => fieldNamed(fieldsOf(field) ?? {}, name, subject.version))?.path;
}

/** Whether the value that stands in such a place would be right in one of them. */
export function fitsSomeLevel(subject: Subject, path: NodePath): boolean {
  const name = String(path.at(-1));
  return levelsInOrder(subject, path).some(({ field }) => {
    const own = fieldNamed(fieldsOf(field) ?? {}, name, subject.version);
    return own !== undefined && fits(valueAt(subject.value, path), own, subject.version);
  });
}

/** Objects inside the one that a field stands in, or inside one of the levels, that have such a field: `securityContext`, `requests`. */
export function innerHomes(subject: Subject, path: NodePath): readonly Home[] {
  const parent = path.slice(0, -1);
  const own = knownPlace(subject.kind, parent);
  const bases = [...(own ? [{ path: parent, field: own.field }] : []), ...levelsInOrder(subject, path)];
  for (const base of bases) {
    const found = innerHomesOf(subject, base, path);
    if (found.length) return found;
  }
  return [];
}

function levelsInOrder(subject: Subject, path: NodePath): readonly Level[] {
  const parent = path.slice(0, -1);
  const levels = levelsAround(subject, parent);
  const own = levels.findLastIndex((level) => startsWith(parent, level.path));
  const isLevel = levels[own]?.path.length === parent.length;
  const below = levels.slice(own + 1);
  const above = levels.slice(0, isLevel ? own : own + 1).toReversed();
  return isLevel ? [...below, ...above] : [...above, ...below];
}

/** A home under another name than the one that was written. */
export interface NamedHome extends Home {
  readonly name: string;
}

/** The nearest of the levels with a free field that the name of an unknown one is a misspelling of, and that could hold its value. */
export function speltElsewhere(subject: Subject, path: NodePath): readonly NamedHome[] {
  const written = String(path.at(-1));
  const value = valueAt(subject.value, path);
  const found = levelsInOrder(subject, path).flatMap((level) => {
    const fields = fieldsOf(level.field) ?? {};
    const names = Object.keys(fields).filter((name) => {
      const own = fieldNamed(fields, name, subject.version);
      return own !== undefined && isFree(subject, level.path, name) && fits(value, own, subject.version);
    });
    return nearestNames(written, names).map((name) => ({ to: level.path, name, isSure: !isOneOfSeveral(subject, path, level.path) }));
  });
  return found.slice(0, 1);
}

function innerHomesOf(subject: Subject, base: Level, path: NodePath): readonly Home[] {
  const name = String(path.at(-1));
  const value = valueAt(subject.value, path);
  const inside = objectsInside(base).filter(
    (one) => !startsWith(one.path, path) && isFree(subject, one.path, name) && takes(subject, one.field, name, value),
  );
  const there = inside.filter((one) => valueAt(subject.value, one.path) !== undefined);
  const nearest = inside.filter((one) => one.path.length === inside[0]?.path.length);
  const chosen = there.length ? there : nearest;
  // What a container asks for is the lesser of the two: a limit ends it.
  const ranked = [...chosen].sort((a, b) => Number(b.path.at(-1) === 'requests') - Number(a.path.at(-1) === 'requests'));
  const isSure = ranked.length === 1 || ranked[0]?.path.at(-1) === 'requests';
  return ranked.map(({ path: to }, index) => ({ to, isSure: isSure && index === 0 && !isOneOfSeveral(subject, path, to) }));
}

/** The objects inside one, those of the same depth together, without those that are levels themselves. */
function objectsInside({ path, field }: Level): readonly Level[] {
  return insideOf(field.$ref ?? '').map((one) => ({ path: [...path, ...one.path], field: one.field }));
}

/** By the name of a type, with paths that begin at it. */
const insideOf = remembered((type): readonly Level[] => {
  const step = ({ path, field }: Level): readonly Level[] =>
    Object.entries(fieldsOf(field) ?? {}).flatMap(([name, inner]) =>
      isLevelName(name) || !(fieldsOf(inner) || isMap(inner)) ? [] : [{ path: [...path, name], field: inner }],
    );
  const first = step({ path: [], field: { $ref: type } });
  return [...first, ...first.flatMap(step)];
});

function isLevelName(name: string): boolean {
  return name === 'spec' || name === 'template' || name === 'jobTemplate' || name === 'status';
}

/** Whether an object has a field of that name and form; a map of quantities has those of resources. */
function takes({ version }: Subject, field: ApiField, name: string, value: unknown): boolean {
  if (field.additionalProperties?.$ref === quantityType)
    return /^(cpu|memory|ephemeral-storage|hugepages-.+)$/.test(name) && hasFormOf(value, field.additionalProperties);
  const own = fieldNamed(fieldsOf(field) ?? {}, name, version);
  return own !== undefined && hasFormOf(value, own);
}

function isFree({ value }: Subject, object: NodePath, name: string): boolean {
  const there = valueAt(value, object);
  return !isRecord(there) || !Object.hasOwn(there, name);
}
