import { atLeast, type KubernetesVersion } from '../../kubernetes/versions.ts';
import { type Difference, differences } from './differences.ts';

/** How a version behaves: which of the differences between versions hold of it. */
export interface Behaviour {
  has(difference: keyof typeof differences): boolean;
}

export function behaviourOf(version: KubernetesVersion): Behaviour {
  const names = Object.entries<Difference>(differences).flatMap(([name, difference]) => (holdsOf(version, difference) ? [name] : []));
  return new Set(names);
}

function holdsOf(version: KubernetesVersion, { from = version, upTo = version, but }: Difference): boolean {
  return atLeast(version, from) && atLeast(upTo, version) && version !== but;
}
