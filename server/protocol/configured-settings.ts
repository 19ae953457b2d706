import { configured } from '../application/configuration/configuration.ts';
import type { Settings } from '../application/settings/settings.ts';
import { decodedAddress } from '../plain/decoded-address.ts';
import type { VersionsOfCharts } from './charts/versions-of-charts.ts';
import type { FollowedFacts } from './follow-facts.ts';

/** The settings of a text, as the chart around it and the configuration above it change them; the same as long as all are. */
export function configuredSettings(
  { configurationOf }: Pick<FollowedFacts, 'configurationOf'>,
  { inForce }: Pick<VersionsOfCharts, 'inForce'>,
): (settings: Settings, uri: string) => Settings {
  const made = new WeakMap<Settings, Map<string, Settings>>();
  return (sent, uri) => {
    const settings = inForce(sent, uri);
    const above = configurationOf(uri);
    const path = above && decodedAddress(uri.slice(above.uri.lastIndexOf('/') + 1));
    if (!above || path === undefined) return settings;
    const found = configured(settings, above.configuration, path);
    const alike = made.get(settings) ?? new Map<string, Settings>();
    made.set(settings, alike);
    const key = JSON.stringify(found);
    const known = alike.get(key) ?? found;
    alike.set(key, known);
    return known;
  };
}
