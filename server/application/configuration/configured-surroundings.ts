import { type NearbyFile, type Surroundings, surroundingsOf } from '../../manifest/kustomize/surroundings.ts';
import { oncePer } from '../../plain/once-per.ts';
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
  const isAbove = (of: string) => of.endsWith(`/${configurationName}`) && path.startsWith(of.slice(0, -configurationName.length));
  return { ...told, isFilledIn: told.isFilledIn || nearby.some((one) => isAbove(one.path) && readConfiguration(one.text).placeholders) };
}
