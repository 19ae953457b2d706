import { isKubernetesVersion, type KubernetesVersion, kubernetesVersions } from './versions.ts';

/** One version, or a range of them, the oldest first. */
export type VersionRange = readonly [KubernetesVersion, ...KubernetesVersion[]];

/** Reads `1.34`, also as `v1.34` or `1.34.2`, and `1.33-1.37`, both ends included; undefined where it names none that is known, or the ends are the wrong way round. */
export function readVersionRange(text: string): VersionRange | undefined {
  const ends = text.split('-').map((part) => /^\s*v?(1\.\d+)(?:\.\d+)?\s*$/.exec(part)?.[1] ?? '');
  const [first = '', last = first] = ends;
  if (ends.length > 2 || !isKubernetesVersion(first) || !isKubernetesVersion(last)) return undefined;
  const [oldest, ...newer] = kubernetesVersions.slice(kubernetesVersions.indexOf(first), kubernetesVersions.indexOf(last) + 1);
  return oldest === undefined ? undefined : [oldest, ...newer];
}
