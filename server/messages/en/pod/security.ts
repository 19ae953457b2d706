import type { MessageTable } from '../../table/message-table.ts';

/** Security contexts, profiles, kernel settings, and what an operating system allows. */
export const security = {
  'proc-mount-host-users': 'procMount: Unmasked needs hostUsers: false in the pod.',
  'privilege-escalation-privileged':
    'A privileged container can always gain privileges: remove allowPrivilegeEscalation: false, or privileged: true.',
  'privilege-escalation-admin':
    'With CAP_SYS_ADMIN a container can always gain privileges: remove the capability, or allowPrivilegeEscalation: false.',
  'localhost-profile-missing': 'Set localhostProfile: the type Localhost needs the name of a profile.',
  'localhost-profile-unused': 'localhostProfile goes with the type Localhost only: remove it, or change the type.',
  'localhost-profile-blanks': '"{value}" begins or ends with blanks: remove them.',
  'sysctl-name': '"{value}" is not the name of a kernel setting: use names such as net.core.somaxconn.',
  'sysctl-twice': '"{value}" is set twice: keep one.',
  'sysctl-host': '"{value}" would change the host, whose namespace the pod shares by {field}: remove one of the two.',
  'host-users': 'A pod with hostUsers: false cannot have {field}: remove one of the two.',
  'process-namespaces': "Use either shareProcessNamespace or hostPID: the host's processes cannot be shared once more.",
  'windows-empty': '{field} may not be empty: remove it or fill it in.',
  'windows-credential-spec-length': 'The credential spec is {length} bytes long; at most 65536 are allowed.',
  'windows-user-name': '"{value}" is not a Windows user: use USER or DOMAIN\\USER.',
  'host-process-differs': 'The pod says hostProcess: {pod}; its containers cannot say otherwise.',
  'host-process-mixed': 'Either all containers of a pod are HostProcess containers or none.',
  'host-process-network': "HostProcess containers need the host's network: set hostNetwork: true.",
  'not-on-windows': 'A Windows pod cannot have {field}: remove it.',
  'not-on-linux': 'A Linux pod cannot have {field}: remove it.',
} as const satisfies MessageTable;
