import type { FieldPath } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding } from '../../kubernetes/finding/finding.ts';
import { formatIPAddress, parseIPAddress } from '../../kubernetes/values/ip-address.ts';
import type { RuleContext } from '../context.ts';
import { isOn } from './checks/gates.ts';

/** An address of a name server or host alias; zeros in front and IPv4 inside IPv6 are refused since 1.36. */
export function validateIPAddress(text: string | undefined, path: FieldPath, context: RuleContext): Finding[] {
  const value = text ?? '';
  const address = parseIPAddress(value);
  if (!address) return [bad(path, 'Invalid', 'ip-address', { args: { value } })];
  if (!isOn('StrictIPCIDRValidation', context.version)) return [];
  const args = { value, canonical: formatIPAddress(address) };
  if (address.padded) return [bad(path, 'Invalid', 'ip-address-zeros', { args })];
  return address.mapped ? [bad(path, 'Invalid', 'ip-address-mapped', { args })] : [];
}
