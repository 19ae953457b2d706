import type { NamespaceFacts, ResourceQuota } from '../../admission/namespace-facts.ts';
import { formatQuantity, zeroQuantity } from '../../kubernetes/values/quantity.ts';
import type { Texts } from '../../messages/render.ts';

/** What is in force in a namespace, in the words of the API, the same in every language: `Pod Security enforce=restricted`, `LimitRange limits`. */
export function factsInWords({ podSecurity, limitRanges, quotas, priorityClasses, serviceAccounts }: NamespaceFacts): readonly string[] {
  const policies = (['enforce', 'warn'] as const).flatMap((mode) => {
    const { level, version } = podSecurity[mode];
    return level === 'privileged' ? [] : [`${mode}=${level}${version === 'latest' ? '' : `:${version}`}`];
  });
  return [
    ...(policies.length > 0 ? [`Pod Security ${policies.join(' ')}`] : []),
    ...limitRanges.map(({ name }) => `LimitRange ${name}`),
    ...quotas.map((quota) => `ResourceQuota ${quota.name} (${quotaInWords(quota)})`),
    ...(priorityClasses ? [`PriorityClass ${priorityClasses.map(({ name }) => name).join(', ')}`] : []),
    ...serviceAccounts.map(({ name, pullSecrets }) => `ServiceAccount ${name} (imagePullSecrets ${pullSecrets.join(', ')})`),
  ];
}

/** `pods 3/10, requests.cpu 500m/2`. */
function quotaInWords({ hard, used }: ResourceQuota): string {
  return [...hard].map(([name, bound]) => `${name} ${formatQuantity(used.get(name) ?? zeroQuantity)}/${formatQuantity(bound)}`).join(', ');
}

/** What a simulation takes from them, in a sentence; none where nothing is in force. */
export function factsAssumed(facts: NamespaceFacts | undefined, texts: Texts): readonly string[] {
  const inForce = facts ? factsInWords(facts) : [];
  return inForce.length > 0 ? [texts('assumed-facts', { facts: { quoted: inForce.join('; ') } })] : [];
}
