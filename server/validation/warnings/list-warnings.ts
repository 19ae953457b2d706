import { type FieldPath, field, item } from '../../kubernetes/finding/field-path.ts';
import { type Finding, warning } from '../../kubernetes/finding/finding.ts';
import type { PodSpec } from '../../kubernetes/generated/types.ts';
import { formatIPAddress, parseIPAddress } from '../../kubernetes/values/ip-address.ts';
import { each } from '../pod/checks/checks.ts';

/** Entries of lists that the server keeps by a key, of which the last one wins. */
export function duplicateWarnings(spec: PodSpec, path: FieldPath): Finding[] {
  const aliases = (spec.hostAliases ?? []).map(({ ip = '' }) => ip);
  const secrets = (spec.imagePullSecrets ?? []).map(({ name = '' }) => name);
  const secretsPath = field(path, 'imagePullSecrets');
  return [
    ...repeated(aliases, field(path, 'hostAliases'), 'ip', 'host-alias-twice'),
    ...repeated(secrets, secretsPath, 'name', 'image-pull-secret-twice'),
    ...each(secrets, secretsPath, (name, at) => (name === '' ? [warning(field(at, 'name'), 'image-pull-secret-empty')] : [])),
  ];
}

function repeated(
  values: readonly string[],
  path: FieldPath,
  name: string,
  code: 'host-alias-twice' | 'image-pull-secret-twice',
): Finding[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) < index ? [warning(field(item(path, index), name), code, { args: { value } })] : [],
  );
}

/** Addresses in a form that other programs may read otherwise. */
export function addressWarnings(spec: PodSpec, path: FieldPath): Finding[] {
  return [
    ...each(spec.dnsConfig?.nameservers, field(path, 'dnsConfig', 'nameservers'), addressWarning),
    ...each(spec.hostAliases, field(path, 'hostAliases'), ({ ip = '' }, at) => addressWarning(ip, field(at, 'ip'))),
  ];
}

function addressWarning(text: string, path: FieldPath): Finding[] {
  const address = parseIPAddress(text);
  if (!address) return [];
  const canonical = formatIPAddress(address);
  const args = { value: text, canonical };
  if (address.padded || address.mapped) return [warning(path, 'ip-address-unusual', { args })];
  return address.family === 6 && canonical !== text ? [warning(path, 'ip-address-canonical', { args })] : [];
}
