import type { ObjectMeta } from '../generated/types.ts';

/** Stands for the random end that the server puts on a name. */
export const madeUpEnd = 'xxxxx';

/**
 * The name that the server gives an object: its own, or one made of generateName. What it appends is random; `ending`
 * stands for those five letters or digits. The base is cut so that the whole has at most 63 bytes. Empty where there
 * is neither name nor generateName.
 */
export function resolveName(metadata: ObjectMeta | undefined, ending = madeUpEnd): string {
  const name = metadata?.name ?? '';
  const base = metadata?.generateName ?? '';
  return name !== '' || base === '' ? name : `${base.slice(0, 63 - ending.length)}${ending}`;
}
