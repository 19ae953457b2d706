import { appArmorPrefix, seccompContainerPrefix, seccompPodKey } from '../../kubernetes/names/well-known-annotations.ts';
import {
  type AnyContainer,
  type Check,
  containersOf,
  containersThat,
  distinct,
  hasOwnUsers,
  namedContainers,
  pluralize,
  quoted,
  type ReviewedPod,
  setters,
  type Violation,
} from './check.ts';

/** The checks of the level `baseline`, by their names: a pod must not reach for its node. */
export const baselineChecks: readonly Check[] = [
  { id: 'appArmorProfile', since: 0, check: appArmorProfile },
  { id: 'capabilities_baseline', since: 0, check: addedCapabilities },
  { id: 'hostNamespaces', since: 0, check: hostNamespaces },
  { id: 'hostPathVolumes', since: 0, check: hostPathVolumes },
  { id: 'hostPorts', since: 0, check: hostPorts },
  { id: 'hostProbesAndHostLifecycle', since: 34, check: probedHosts },
  { id: 'privileged', since: 0, check: privileged },
  { id: 'procMount', since: 0, check: (pod, minor) => (minor >= 35 && hasOwnUsers(pod.spec) ? undefined : procMount(pod, minor)) },
  { id: 'seLinuxOptions', since: 0, check: seLinuxOptions },
  {
    id: 'seccompProfile_baseline',
    since: 0,
    check: (pod, minor) => (minor >= 19 ? seccompProfile(pod, minor) : seccompAnnotations(pod, minor)),
  },
  { id: 'sysctls', since: 0, check: sysctls },
  { id: 'windowsHostProcess', since: 0, check: hostProcess },
];

function appArmorProfile({ metadata, spec }: ReviewedPod): Violation | undefined {
  const isBad = (type: string | undefined) => type !== undefined && type !== 'RuntimeDefault' && type !== 'Localhost';
  const typeOf = (container: AnyContainer) => container.securityContext?.appArmorProfile?.type;
  const podType = spec.securityContext?.appArmorProfile?.type;
  const containers = containersThat(spec, (container) => isBad(typeOf(container)));
  const types = distinct([podType, ...containersOf(spec).map(typeOf)].flatMap((type) => (type !== undefined && isBad(type) ? [type] : [])));
  const annotations = Object.entries(metadata.annotations ?? {})
    .filter(
      ([key, value]) => key.startsWith(appArmorPrefix) && value !== '' && value !== 'runtime/default' && !value.startsWith('localhost/'),
    )
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
    .sort();
  const values = [...types, ...annotations];
  if (values.length === 0) return undefined;
  const who = [
    ...(types.length > 0 ? [setters(isBad(podType), containers)] : []),
    ...(annotations.length > 0 ? [pluralize('annotation', 'annotations', annotations.length)] : []),
  ];
  return {
    reason: pluralize('forbidden AppArmor profile', 'forbidden AppArmor profiles', values.length),
    detail: `${who.join(' and ')} must not set AppArmor profile type to ${quoted(values)}`,
  };
}

/** What a container has without asking for it, in the default set of container runtimes. */
const defaultCapabilities: ReadonlySet<string> = new Set(
  'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT'.split(' '),
);

function addedCapabilities({ spec }: ReviewedPod): Violation | undefined {
  const added = ({ securityContext }: AnyContainer) =>
    (securityContext?.capabilities?.add ?? []).filter((capability) => !defaultCapabilities.has(capability));
  const names = containersThat(spec, (container) => added(container).length > 0);
  if (names.length === 0) return undefined;
  const forbidden = distinct(containersOf(spec).flatMap(added));
  return {
    reason: 'non-default capabilities',
    detail: `${namedContainers(names)} must not include ${quoted(forbidden)} in securityContext.capabilities.add`,
  };
}

function hostNamespaces({ spec }: ReviewedPod): Violation | undefined {
  const used = (['hostNetwork', 'hostPID', 'hostIPC'] as const).filter((name) => spec[name]).map((name) => `${name}=true`);
  return used.length > 0 ? { reason: 'host namespaces', detail: used.join(', ') } : undefined;
}

function hostPathVolumes({ spec }: ReviewedPod): Violation | undefined {
  const names = (spec.volumes ?? []).filter(({ hostPath }) => hostPath !== undefined).map(({ name = '' }) => name);
  if (names.length === 0) return undefined;
  return { reason: 'hostPath volumes', detail: `${pluralize('volume', 'volumes', names.length)} ${quoted(names)}` };
}

function hostPorts({ spec }: ReviewedPod): Violation | undefined {
  const portsOf = ({ ports = [] }: AnyContainer) => ports.flatMap(({ hostPort = 0 }) => (hostPort === 0 ? [] : [String(hostPort)]));
  const names = containersThat(spec, (container) => portsOf(container).length > 0);
  if (names.length === 0) return undefined;
  const ports = distinct(containersOf(spec).flatMap(portsOf));
  const uses = pluralize('uses', 'use', names.length);
  return {
    reason: 'hostPort',
    detail: `${namedContainers(names)} ${uses} ${pluralize('hostPort', 'hostPorts', ports.length)} ${ports.join(', ')}`,
  };
}

function probedHosts({ spec }: ReviewedPod): Violation | undefined {
  const hostsOf = ({ livenessProbe, readinessProbe, startupProbe, lifecycle }: AnyContainer) =>
    [livenessProbe, readinessProbe, startupProbe, lifecycle?.postStart, lifecycle?.preStop].flatMap((handler) =>
      [handler?.httpGet?.host, handler?.tcpSocket?.host].filter((host) => host !== undefined && host !== ''),
    );
  const names = distinct(containersThat(spec, (container) => hostsOf(container).length > 0));
  if (names.length === 0) return undefined;
  const hosts = distinct(containersOf(spec).flatMap((container) => hostsOf(container).map(String)));
  const uses = pluralize('uses', 'use', names.length);
  const what = pluralize('probe or lifecycle host', 'probe or lifecycle hosts', hosts.length);
  return { reason: 'probe or lifecycle host', detail: `${namedContainers(names)} ${uses} ${what} ${quoted(hosts)}` };
}

function privileged({ spec }: ReviewedPod): Violation | undefined {
  const names = containersThat(spec, ({ securityContext }) => securityContext?.privileged === true);
  return names.length > 0
    ? { reason: 'privileged', detail: `${namedContainers(names)} must not set securityContext.privileged=true` }
    : undefined;
}

/** Also asked at the level `restricted`, where users of its own excuse no pod. */
export function procMount({ spec }: ReviewedPod, _minor: number): Violation | undefined {
  const mountOf = ({ securityContext }: AnyContainer) => securityContext?.procMount ?? 'Default';
  const names = containersThat(spec, (container) => mountOf(container) !== 'Default');
  if (names.length === 0) return undefined;
  const types = distinct(
    containersOf(spec)
      .map(mountOf)
      .filter((type) => type !== 'Default'),
  );
  return { reason: 'procMount', detail: `${namedContainers(names)} must not set securityContext.procMount to ${quoted(types)}` };
}

function seLinuxOptions({ spec }: ReviewedPod, minor: number): Violation | undefined {
  const allowed = ['', 'container_t', 'container_init_t', 'container_kvm_t', ...(minor >= 31 ? ['container_engine_t'] : [])];
  const podOptions = spec.securityContext?.seLinuxOptions;
  const optionsOf = ({ securityContext }: AnyContainer) => securityContext?.seLinuxOptions;
  const isBad = (options: typeof podOptions) =>
    options !== undefined && (!allowed.includes(options.type ?? '') || (options.user ?? '') !== '' || (options.role ?? '') !== '');
  const names = containersThat(spec, (container) => isBad(optionsOf(container)));
  if (!isBad(podOptions) && names.length === 0) return undefined;
  const all = [podOptions, ...containersOf(spec).map(optionsOf)].flatMap((options) => (options ? [options] : []));
  const types = distinct(all.map(({ type = '' }) => type).filter((type) => !allowed.includes(type)));
  const details = [
    ...(types.length > 0 ? [`${pluralize('type', 'types', types.length)} ${quoted(types)}`] : []),
    ...(all.some(({ user = '' }) => user !== '') ? ['user may not be set'] : []),
    ...(all.some(({ role = '' }) => role !== '') ? ['role may not be set'] : []),
  ];
  return {
    reason: 'seLinuxOptions',
    detail: `${setters(isBad(podOptions), names)} set forbidden securityContext.seLinuxOptions: ${details.join('; ')}`,
  };
}

/** Whether a seccomp profile is one that takes system calls away from a container. */
export function isConfined(type: string | undefined): boolean {
  return type === 'RuntimeDefault' || type === 'Localhost';
}

/** What sets a profile that confines nothing; undefined where nothing does. */
export function seccompProfile({ spec }: ReviewedPod, _minor: number): Violation | undefined {
  const podProfile = spec.securityContext?.seccompProfile;
  const profileOf = ({ securityContext }: AnyContainer) => securityContext?.seccompProfile;
  const isBad = (profile: typeof podProfile) => profile !== undefined && !isConfined(profile.type);
  const names = containersThat(spec, (container) => isBad(profileOf(container)));
  if (!isBad(podProfile) && names.length === 0) return undefined;
  const types = distinct([podProfile, ...containersOf(spec).map(profileOf)].flatMap((one) => (one && isBad(one) ? [one.type ?? ''] : [])));
  return {
    reason: 'seccompProfile',
    detail: `${setters(isBad(podProfile), names)} must not set securityContext.seccompProfile.type to ${quoted(types)}`,
  };
}

/** Policies before 1.19 knew annotations alone. */
function seccompAnnotations({ metadata, spec }: ReviewedPod, _minor: number): Violation | undefined {
  const annotations = metadata.annotations ?? {};
  const keys = [seccompPodKey, ...containersOf(spec).map(({ name = '' }) => `${seccompContainerPrefix}${name}`)];
  const isBad = (value: string | undefined) =>
    value !== undefined && value !== 'runtime/default' && value !== 'docker/default' && !value.startsWith('localhost/');
  const forbidden = distinct(keys.filter((key) => isBad(annotations[key])).map((key) => `${key}=${JSON.stringify(annotations[key])}`));
  if (forbidden.length === 0) return undefined;
  return {
    reason: 'seccompProfile',
    detail: `forbidden ${pluralize('annotation', 'annotations', forbidden.length)} ${forbidden.join(', ')}`,
  };
}

/** Settings of a kernel that concern the pod alone, with the minor version of the policy that first allowed them. */
const safeSysctls: Readonly<Record<string, number>> = {
  'kernel.shm_rmid_forced': 0,
  'net.ipv4.ip_local_port_range': 0,
  'net.ipv4.tcp_syncookies': 0,
  'net.ipv4.ping_group_range': 0,
  'net.ipv4.ip_unprivileged_port_start': 0,
  'net.ipv4.ip_local_reserved_ports': 27,
  'net.ipv4.tcp_keepalive_time': 29,
  'net.ipv4.tcp_fin_timeout': 29,
  'net.ipv4.tcp_keepalive_intvl': 29,
  'net.ipv4.tcp_keepalive_probes': 29,
  'net.ipv4.tcp_rmem': 32,
  'net.ipv4.tcp_wmem': 32,
  'net.ipv4.tcp_slow_start_after_idle': 37,
  'net.ipv4.tcp_notsent_lowat': 37,
};

function sysctls({ spec }: ReviewedPod, minor: number): Violation | undefined {
  const isSafe = (name: string) => Object.hasOwn(safeSysctls, name) && minor >= (safeSysctls[name] ?? 0);
  const forbidden = (spec.securityContext?.sysctls ?? []).map(({ name = '' }) => name).filter((name) => !isSafe(name));
  return forbidden.length > 0 ? { reason: 'forbidden sysctls', detail: forbidden.join(', ') } : undefined;
}

function hostProcess({ spec }: ReviewedPod): Violation | undefined {
  const podSets = spec.securityContext?.windowsOptions?.hostProcess === true;
  const names = containersThat(spec, ({ securityContext }) => securityContext?.windowsOptions?.hostProcess === true);
  if (!podSets && names.length === 0) return undefined;
  return { reason: 'hostProcess', detail: `${setters(podSets, names)} must not set securityContext.windowsOptions.hostProcess=true` };
}
