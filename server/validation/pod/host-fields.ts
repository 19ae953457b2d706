import { type FieldPath, field, shownAs } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding } from '../../kubernetes/finding/finding.ts';
import type { PodSpec } from '../../kubernetes/generated/types.ts';
import { dnsSubdomainProblems, nameFindings } from '../../kubernetes/names/name-problems.ts';
import { atLeast } from '../../kubernetes/versions.ts';
import { atMostBytes } from '../common-rules.ts';
import type { RuleContext } from '../context.ts';
import { forbidden, renamed } from './checks/checks.ts';
import { isOn } from './checks/gates.ts';
import { eachContainer } from './pod-context.ts';

/** A pod with users of its own cannot share other namespaces with the host. */
export function validateHostUsers(spec: PodSpec, path: FieldPath, { version }: RuleContext): Finding[] {
  if (spec.hostUsers !== false || !isOn('UserNamespacesSupport', version)) return [];
  return [
    ...(spec.hostNetwork ? [forbidden(field(path, 'hostNetwork'), 'host-users')] : []),
    ...(spec.hostPID ? [forbidden(renamed(path, 'HostPID', 'hostPID'), 'host-users')] : []),
    ...(spec.hostIPC ? [forbidden(renamed(path, 'HostIPC', 'hostIPC'), 'host-users')] : []),
    ...(atLeast(version, '1.34')
      ? eachContainer(spec, path, (container, at) =>
          container.volumeDevices?.length ? [forbidden(field(at, 'volumeDevices'), 'host-users')] : [],
        )
      : []),
  ];
}

/** Before 1.37 the server kept the field in the security context, and wrote its path so. */
export function validateProcessNamespace(spec: PodSpec, path: FieldPath, { version }: RuleContext): Finding[] {
  if (!spec.shareProcessNamespace || !spec.hostPID) return [];
  const at = field(path, 'shareProcessNamespace');
  const written = atLeast(version, '1.37') ? at : shownAs(field(path, 'securityContext', 'shareProcessNamespace'), at);
  return [bad(written, 'Invalid', 'process-namespaces')];
}

/** A host name that replaces whatever the pod would have had; it may be longer than a DNS label, up to what Linux takes. */
export function validateHostnameOverride(spec: PodSpec, path: FieldPath, { version }: RuleContext): Finding[] {
  const value = spec.hostnameOverride;
  if (value === undefined || !isOn('HostnameOverride', version)) return [];
  const at = field(path, 'hostnameOverride');
  return [
    ...(spec.setHostnameAsFQDN ? [forbidden(at, 'hostname-override-fqdn')] : []),
    ...(spec.hostNetwork ? [forbidden(at, 'hostname-override-network')] : []),
    ...atMostBytes(value, 64, at),
    ...nameFindings(at, dnsSubdomainProblems(value)),
  ];
}
