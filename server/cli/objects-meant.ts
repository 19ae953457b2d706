import { resolve } from 'node:path';
import type { Analysis } from '../application/analysis.ts';
import type { ExistingObject } from '../application/changes/existing-objects.ts';

/** An object that exists, and where it was read: undefined where that is none of the places that are compared, as with a cluster's dump. */
export interface PlacedObject extends ExistingObject {
  /** The whole path of a file, or of the folder of a chart or an overlay. */
  readonly from: string | undefined;
}

/**
 * Which of the objects that exist those of an analysis may be, which come from a place: those that were there, and those that nobody
 * else still has, which moved. Environments often have a Job of one name each, without its namespace. `now` analyses what a file holds
 * today; undefined where there is none. What was built of a folder that is `built` now stays there.
 */
export function objectsMeant(
  existing: readonly PlacedObject[],
  now: (from: string) => Analysis | undefined,
  built: ReadonlySet<string>,
): (analysis: Analysis, place: string) => readonly ExistingObject[] {
  const named = new Map<string, PlacedObject[]>();
  for (const one of existing) named.set(nameOf(one), [...(named.get(nameOf(one)) ?? []), one]);
  const held = new Map<string, ReadonlySet<string>>();
  const isHeld = (one: PlacedObject, from: string) => {
    if (built.has(from)) return true;
    const names = held.get(from) ?? namesIn(now(from));
    held.set(from, names);
    return names.has(nameOf(one));
  };
  return (analysis, place) => {
    const from = resolve(place);
    const alike = [...namesIn(analysis)].flatMap((name) => named.get(name) ?? []);
    const own = alike.filter((one) => one.from === from);
    return [...own, ...alike.filter((one) => one.from !== from && (one.from === undefined || !isHeld(one, one.from)))];
  };
}

function namesIn(analysis: Analysis | undefined): ReadonlySet<string> {
  const objects = analysis?.objects.map(({ judged }) => judged) ?? [];
  return new Set(
    objects.flatMap(({ kind, object }) => (kind && object?.metadata?.name ? [nameOf({ kind, name: object.metadata.name })] : [])),
  );
}

function nameOf({ kind, name }: Pick<ExistingObject, 'kind' | 'name'>): string {
  return `${kind}/${name}`;
}
