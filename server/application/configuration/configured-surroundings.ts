import { type NearbyFile, type Surroundings, surroundingsOf } from '../../manifest/kustomize/surroundings.ts';
import { readConfiguration } from './configuration.ts';
import { configurationName } from './configuration-name.ts';

/** What files around a file say of it: kustomizations, Flux, and configurations above it. */
export function surroundingsWithConfiguration(path: string, nearby: readonly NearbyFile[]): Surroundings {
  const told = surroundingsOf(path, nearby);
  const isAbove = (of: string) => of.endsWith(`/${configurationName}`) && path.startsWith(of.slice(0, -configurationName.length));
  return { ...told, isFilledIn: told.isFilledIn || nearby.some((one) => isAbove(one.path) && readConfiguration(one.text).placeholders) };
}
