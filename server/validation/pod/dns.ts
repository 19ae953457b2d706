import { type FieldPath, field, hidden, item } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding, missing } from '../../kubernetes/finding/finding.ts';
import type { HostAlias, PodDNSConfig, PodSpec } from '../../kubernetes/generated/types.ts';
import { byteLength } from '../../kubernetes/names/byte-length.ts';
import { dnsSubdomainProblems, nameFindings } from '../../kubernetes/names/name-problems.ts';
import { atLeast } from '../../kubernetes/versions.ts';
import type { RuleContext } from '../context.ts';
import { each, requiredChoice } from './checks/checks.ts';
import { validateIPAddress } from './ip-addresses.ts';

const policies = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];
const label = '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const searchDomain = new RegExp(`^${label}(\\.${label})*$`);

export function validateDNS(spec: PodSpec, path: FieldPath, context: RuleContext): Finding[] {
  return [
    ...requiredChoice(spec.dnsPolicy, field(path, 'dnsPolicy'), policies),
    ...validateDNSConfig(spec.dnsConfig, spec.dnsPolicy, field(path, 'dnsConfig'), context),
  ];
}

/** The limits are those of libc; the policy None leaves everything to the pod's own configuration. */
function validateDNSConfig(config: PodDNSConfig | undefined, policy: string | undefined, path: FieldPath, context: RuleContext): Finding[] {
  const nameservers = field(path, 'nameservers');
  if (policy === 'None' && !config) return [missing(path, 'dns-config-missing')];
  if (policy === 'None' && !config?.nameservers?.length) return [missing(nameservers, 'dns-nameservers-missing')];
  if (!config) return [];
  const count = config.nameservers?.length ?? 0;
  return [
    ...(count > 3 ? [bad(nameservers, 'Invalid', 'list-too-long', { args: { count, limit: 3 } })] : []),
    ...each(config.nameservers, nameservers, (server, at) => validateIPAddress(server, at, context)),
    ...validateSearches(config.searches ?? [], field(path, 'searches'), context),
    ...each(config.options, field(path, 'options'), (option, at) => (option.name ? [] : [bad(at, 'Required', 'dns-option-name')])),
  ];
}

function validateSearches(searches: readonly string[], path: FieldPath, context: RuleContext): Finding[] {
  const found: Finding[] = [];
  const length = byteLength(searches.join(' '));
  if (searches.length > 32) found.push(bad(path, 'Invalid', 'list-too-long', { args: { count: searches.length, limit: 32 } }));
  if (length > 2048) found.push(bad(path, 'Invalid', 'dns-searches-length', { args: { length, limit: 2048 } }));
  return [...found, ...searches.flatMap((search, index) => validateSearch(search, item(path, index), context))];
}

/** Since 1.33 a search domain may be `.` alone, and have underscores. */
function validateSearch(search: string, path: FieldPath, { version }: RuleContext): Finding[] {
  const relaxed = atLeast(version, '1.33');
  if (relaxed && search === '.') return [];
  const domain = search.endsWith('.') ? search.slice(0, -1) : search;
  if (!relaxed) return nameFindings(path, dnsSubdomainProblems(domain));
  const fine = byteLength(domain) <= 253 && searchDomain.test(domain);
  return fine ? [] : [bad(path, 'Invalid', 'dns-search', { args: { value: search } })];
}

export function validateHostAliases(aliases: readonly HostAlias[] | undefined, path: FieldPath, context: RuleContext): Finding[] {
  // 1.29 leaves the indexes out of its paths.
  const place = atLeast(context.version, '1.30') ? item : hidden;
  return (aliases ?? []).flatMap((alias, index) => {
    const at = place(path, index);
    const names = (alias.hostnames ?? []).flatMap((name, position) =>
      nameFindings(place(field(at, 'hostnames'), position), dnsSubdomainProblems(name)),
    );
    return [...validateIPAddress(alias.ip, field(at, 'ip'), context), ...names];
  });
}
