import { type FieldPath, field } from '../../kubernetes/finding/field-path.ts';
import type { Finding } from '../../kubernetes/finding/finding.ts';
import type { PodSpec } from '../../kubernetes/generated/types.ts';
import { atLeast } from '../../kubernetes/versions.ts';
import type { RuleContext } from '../context.ts';
import { forbidden, requiredChoice } from './checks/checks.ts';
import { type Feature, isOn } from './checks/gates.ts';
import { eachContainer } from './pod-context.ts';

const podSecurityFields = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'fsGroup',
  'fsGroupChangePolicy',
  'sysctls',
  'runAsUser',
  'runAsGroup',
  'supplementalGroups',
  'supplementalGroupsPolicy',
  'seLinuxChangePolicy',
] as const;

const containerFields = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'capabilities',
  'readOnlyRootFilesystem',
  'privileged',
  'allowPrivilegeEscalation',
  'procMount',
  'runAsUser',
  'runAsGroup',
] as const;

/** Fields that older versions drop before they would refuse them. */
const features: Readonly<Record<string, Feature>> = {
  supplementalGroupsPolicy: 'SupplementalGroupsPolicy',
  seLinuxChangePolicy: 'SELinuxChangePolicy',
};

/** The operating system, and the fields that make no sense on it. */
export function validateOS(spec: PodSpec, path: FieldPath, context: RuleContext): Finding[] {
  const name = spec.os?.name;
  if (!spec.os) return [];
  if (!name) return requiredChoice(name, field(path, 'os', 'name'), []);
  if (name === 'linux') return validateLinux(spec, path);
  if (name === 'windows') return validateWindows(spec, path, context);
  return requiredChoice(name, field(path, 'os'), ['linux', 'windows']);
}

function validateLinux(spec: PodSpec, path: FieldPath): Finding[] {
  const options = (security: PodSpec['securityContext'], at: FieldPath) =>
    security?.windowsOptions ? [forbidden(field(at, 'securityContext', 'windowsOptions'), 'not-on-linux')] : [];
  return [
    ...options(spec.securityContext, path),
    ...eachContainer(spec, path, (container, at) =>
      container.securityContext?.windowsOptions ? [forbidden(field(at, 'securityContext', 'windowsOptions'), 'not-on-linux')] : [],
    ),
  ];
}

function validateWindows(spec: PodSpec, path: FieldPath, { version }: RuleContext): Finding[] {
  const judged = (name: string) => {
    const feature = features[name];
    return feature === undefined || isOn(feature, version);
  };
  const security = spec.securityContext ?? {};
  const present = podSecurityFields.filter(
    (name) => judged(name) && security[name] !== undefined && !(name === 'sysctls' && security.sysctls?.length === 0),
  );
  const host = [
    ...(spec.hostUsers !== undefined && isOn('UserNamespacesSupport', version) ? ['hostUsers'] : []),
    ...(spec.hostPID ? ['hostPID'] : []),
    ...(spec.hostIPC ? ['hostIPC'] : []),
    ...(spec.shareProcessNamespace === undefined ? [] : ['shareProcessNamespace']),
  ];
  return [
    ...present.map((name) => forbidden(field(path, 'securityContext', name), 'not-on-windows')),
    ...host.map((name) => forbidden(field(path, name), 'not-on-windows')),
    ...eachContainer(spec, path, (container, at) =>
      containerFields
        .filter((name) => container.securityContext?.[name] !== undefined && (name !== 'appArmorProfile' || atLeast(version, '1.30')))
        .map((name) => forbidden(field(at, 'securityContext', name), 'not-on-windows')),
    ),
  ];
}
