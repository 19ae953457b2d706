import { type FieldPath, field } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding } from '../../kubernetes/finding/finding.ts';
import type { PodSecurityContext, PodSpec, SecurityContext } from '../../kubernetes/generated/types.ts';
import { atLeast } from '../../kubernetes/versions.ts';
import type { RuleContext } from '../context.ts';
import { each, inIdRange, supported } from './checks/checks.ts';
import { isOn } from './checks/gates.ts';
import { type PodContext, usesHostUsers } from './pod-context.ts';
import { validateAppArmorProfile, validateSeccompProfile } from './security-profiles.ts';
import { validateSysctls } from './sysctls.ts';
import { validateWindowsOptions } from './windows-options.ts';

/** A container's security context. Privileged ones pass: clusters allow them, or refuse them in admission. */
export function validateSecurityContext(security: SecurityContext, path: FieldPath, context: PodContext): Finding[] {
  return [
    ...inIdRange(security.runAsUser, field(path, 'runAsUser')),
    ...inIdRange(security.runAsGroup, field(path, 'runAsGroup')),
    ...validateProcMount(security.procMount, field(path, 'procMount'), context),
    ...validateSeccompProfile(security.seccompProfile, field(path, 'seccompProfile')),
    ...validatePrivilegeEscalation(security, path),
    ...validateWindowsOptions(security.windowsOptions, field(path, 'windowsOptions')),
    ...validateAppArmorProfile(security.appArmorProfile, field(path, 'appArmorProfile')),
  ];
}

function validateProcMount(value: string | undefined, path: FieldPath, { spec, version }: PodContext): Finding[] {
  if (!isOn('ProcMountType', version)) return [];
  const found = supported(value, path, ['Default', 'Unmasked']);
  return value === 'Unmasked' && usesHostUsers(spec) ? [...found, bad(path, 'Invalid', 'proc-mount-host-users')] : found;
}

function validatePrivilegeEscalation(security: SecurityContext, path: FieldPath): Finding[] {
  if (security.allowPrivilegeEscalation !== false) return [];
  const admin = security.capabilities?.add?.includes('CAP_SYS_ADMIN');
  return [
    ...(security.privileged ? [bad(path, 'Invalid', 'privilege-escalation-privileged')] : []),
    ...(admin ? [bad(path, 'Invalid', 'privilege-escalation-admin')] : []),
  ];
}

/** The pod's security context. */
export function validatePodSecurityContext(security: PodSecurityContext, path: FieldPath, spec: PodSpec, context: RuleContext): Finding[] {
  const { version } = context;
  const changePolicies = isOn('SELinuxMount', version) ? ['MountOption', 'Recursive'] : ['Recursive'];
  return [
    ...inIdRange(security.fsGroup, field(path, 'fsGroup')),
    ...inIdRange(security.runAsUser, field(path, 'runAsUser')),
    ...inIdRange(security.runAsGroup, field(path, 'runAsGroup')),
    ...each(security.supplementalGroups, field(path, 'supplementalGroups'), inIdRange),
    ...validateSysctls(security.sysctls, field(path, 'sysctls'), spec),
    ...supported(security.fsGroupChangePolicy, field(path, 'fsGroupChangePolicy'), ['Always', 'OnRootMismatch']),
    ...validateSeccompProfile(security.seccompProfile, field(path, 'seccompProfile')),
    ...validateWindowsOptions(security.windowsOptions, field(path, 'windowsOptions')),
    ...(atLeast(version, '1.30') ? validateAppArmorProfile(security.appArmorProfile, field(path, 'appArmorProfile')) : []),
    ...(isOn('SupplementalGroupsPolicy', version)
      ? supported(security.supplementalGroupsPolicy, field(path, 'supplementalGroupsPolicy'), ['Merge', 'Strict'])
      : []),
    ...(isOn('SELinuxChangePolicy', version)
      ? supported(security.seLinuxChangePolicy, field(path, 'seLinuxChangePolicy'), changePolicies)
      : []),
  ];
}
