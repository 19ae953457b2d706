import type { NearbyFile } from '../../manifest/kustomize/nearby-file.ts';
import { type Surroundings, surroundingsOf } from '../../manifest/kustomize/surroundings.ts';
import { oncePer } from '../../plain/once-per.ts';
import type { Filling } from '../settings/settings.ts';
import { readConfiguration } from './configuration.ts';
import { configurationName } from './configuration-name.ts';

/** What files around a file say of it: kustomizations, Flux, and configurations above it. */
export function surroundingsWithConfiguration(path: string, nearby: readonly NearbyFile[]): Surroundings {
  const known = knownIn(nearby);
  const surroundings = known.get(path) ?? lookedAt(path, nearby);
  known.set(path, surroundings);
  return surroundings;
}

/** By the files that are looked through, which stand for all that is asked of a folder's files until one of them changes. */
const knownIn = oncePer(
  (nearby: readonly NearbyFile[]) => nearby,
  () => new Map<string, Surroundings>(),
);

function lookedAt(path: string, nearby: readonly NearbyFile[]): Surroundings {
  const told = surroundingsOf(path, nearby);
  return { ...told, isFilledIn: told.isFilledIn || hasPlaceholders(path, nearby) };
}

/** What is filled in after a kustomization was built, by its path: what its own `replacements` do is done by then. */
export function filledInOnceBuilt(path: string, nearby: readonly NearbyFile[]): Filling {
  const { variables } = surroundingsWithConfiguration(path, nearby);
  return { isFilledIn: variables !== undefined || hasPlaceholders(path, nearby), ...(variables ? { variables } : {}) };
}

/** Whether a configuration above a file says so. */
function hasPlaceholders(path: string, nearby: readonly NearbyFile[]): boolean {
  const isAbove = (of: string) => of.endsWith(`/${configurationName}`) && path.startsWith(of.slice(0, -configurationName.length));
  return nearby.some((one) => isAbove(one.path) && readConfiguration(one.text).placeholders);
}
