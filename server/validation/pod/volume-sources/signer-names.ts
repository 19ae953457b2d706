import type { FieldPath } from '../../../kubernetes/finding/field-path.ts';
import { bad, type Finding } from '../../../kubernetes/finding/finding.ts';
import { byteLength } from '../../../kubernetes/names/byte-length.ts';
import { dnsLabelProblems, dnsSubdomainProblems } from '../../../kubernetes/names/name-problems.ts';
import { required } from '../checks/checks.ts';

const domainLimit = 253;
const signerLimit = 571;

/** `domain/name` of a certificate signer (pkg/apis/core/validation/names.go, 1.37). */
export function validateSignerName(name: string | undefined, path: FieldPath): Finding[] {
  if (!name) return required(name, path);
  const args = { value: name };
  const [domain = '', rest, ...more] = name.split('/');
  if (rest === undefined || more.length > 0) return [bad(path, 'Invalid', 'signer-name', { args })];
  const labels = domain.split('.');
  const wellFormed =
    labels.length > 1 &&
    labels.every((label) => dnsLabelProblems(label).length === 0) &&
    rest.split('.').every((label) => dnsSubdomainProblems(label).length === 0);
  const tooLong = byteLength(domain) > domainLimit || byteLength(name) > signerLimit;
  return [
    ...(wellFormed ? [] : [bad(path, 'Invalid', 'signer-name', { args })]),
    ...(tooLong ? [bad(path, 'TooLong', 'name-length', { args: { ...args, length: byteLength(name), limit: signerLimit } })] : []),
  ];
}

/** Whether Kubernetes itself owns the signer. */
export function isKubernetesSigner(name: string): boolean {
  const host = name.split('/')[0] ?? '';
  return host === 'kubernetes.io' || host.endsWith('.kubernetes.io');
}

/** A trust bundle's name: a DNS subdomain, with the signer and `:` before it if it belongs to one. */
export function validateTrustBundleName(name: string, path: FieldPath): Finding[] {
  const colon = name.lastIndexOf(':');
  const fine = !name.slice(0, colon + 1).includes('/') && dnsSubdomainProblems(name.slice(colon + 1)).length === 0;
  return fine ? [] : [bad(path, 'Invalid', 'trust-bundle-name', { args: { value: name } })];
}
