import { onceIn } from '../plain/once-per.ts';
import type { KubernetesVersion } from './versions.ts';

/** What follows from a key and a version of Kubernetes: computed once for each of both, and kept for as long as somebody holds the key. */
export function oncePerVersion<Key extends object, Value>(
  compute: (key: Key, version: KubernetesVersion) => Value,
): (key: Key, version: KubernetesVersion) => Value {
  const versionsOf = onceIn(
    (key: Key) => key,
    () => new Map<KubernetesVersion, { readonly value: Value }>(),
  );
  return (key, version) => {
    const versions = versionsOf(key);
    const found = versions.get(version) ?? { value: compute(key, version) };
    versions.set(version, found);
    return found.value;
  };
}
