import { type KnownPlace, placeIn, rootPlace } from '../../kubernetes/fields/places.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { valueAt } from '../../plain/node-path.ts';
import { perObject } from './per-object.ts';
import { kindOf } from './place-at.ts';

/** A scalar of an object that the API knows. */
export interface KnownScalar {
  readonly place: KnownPlace;
  /** From the root of the document. */
  readonly path: NodePath;
  readonly value: string | number | boolean | bigint;
}

/** Every scalar of an object in a field that the API has, in the order of the text. */
export const knownScalars = perObject((object): readonly KnownScalar[] => {
  const { source, judged } = object;
  return [...scalarsIn(valueAt(source.document.body.value, judged.at), rootPlace(kindOf(object)), judged.at)];
});

function* scalarsIn(value: unknown, place: KnownPlace, path: NodePath): Generator<KnownScalar> {
  if (isScalar(value)) {
    yield { place, path, value };
    return;
  }
  for (const [segment, entry] of entriesOf(value)) {
    const inner = placeIn(place, segment);
    if (inner) yield* scalarsIn(entry, inner, [...path, segment]);
  }
}

/** The items of a list by their places, the fields of an object by their names. */
function entriesOf(value: unknown): Iterable<readonly [string | number, unknown]> {
  if (Array.isArray(value)) return value.entries();
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function isScalar(value: unknown): value is KnownScalar['value'] {
  return ['string', 'number', 'boolean', 'bigint'].includes(typeof value);
}
