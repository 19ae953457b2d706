import { isRecord } from '../../../plain/record.ts';

/** The access modes of the claims that stand in a file, by `claimKey`. */
export type Claims = ReadonlyMap<string, readonly string[]>;

export const noClaims: Claims = new Map();

/** A claim by its namespace, empty where it names none, and its name. */
export function claimKey(namespace: string | undefined, name: string): string {
  return `${namespace ?? ''}/${name}`;
}

/** The PersistentVolumeClaims among the values of documents; what is no text in them is left out. */
export function claimsIn(values: readonly unknown[]): Claims {
  const found = values.flatMap((value): readonly (readonly [string, readonly string[]])[] => {
    if (!isRecord(value) || value['kind'] !== 'PersistentVolumeClaim') return [];
    const { metadata, spec } = value;
    const { name, namespace } = isRecord(metadata) ? metadata : {};
    const modes = isRecord(spec) ? spec['accessModes'] : undefined;
    if (typeof name !== 'string' || !Array.isArray(modes)) return [];
    return [[claimKey(typeof namespace === 'string' ? namespace : undefined, name), modes.filter((mode) => typeof mode === 'string')]];
  });
  return found.length > 0 ? new Map(found) : noClaims;
}
