import { rulesIgnoredIn, withIgnored } from '../application/settings/ignored-rules.ts';
import type { Settings } from '../application/settings/settings.ts';
import { decodedAddress } from '../plain/decoded-address.ts';
import type { FollowedFacts } from './follow-facts.ts';

/** The settings of a text, without the rules that the configuration above it ignores; the same as long as both are. */
export function configuredSettings({
  configurationOf,
}: Pick<FollowedFacts, 'configurationOf'>): (settings: Settings, uri: string) => Settings {
  const made = new WeakMap<Settings, Map<string, Settings>>();
  return (settings, uri) => {
    const above = configurationOf(uri);
    const path = above && decodedAddress(uri.slice(above.uri.lastIndexOf('/') + 1));
    const rules = above && path !== undefined ? rulesIgnoredIn(path, above.configuration.ignore) : [];
    if (rules.length === 0) return settings;
    const byRules = made.get(settings) ?? new Map<string, Settings>();
    made.set(settings, byRules);
    const key = rules.join(',');
    const known = byRules.get(key) ?? withIgnored(settings, rules);
    byRules.set(key, known);
    return known;
  };
}
