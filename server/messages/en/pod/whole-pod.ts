import type { MessageTable } from '../../table/message-table.ts';

/** DNS, addresses, host names and annotations of a pod. */
export const wholePod = {
  'dns-config-missing': 'The policy None leaves the configuration to you: add dnsConfig with nameservers.',
  'dns-nameservers-missing': 'The policy None needs at least one name server.',
  'dns-option-name': 'Give the option a name.',
  'dns-search': '"{value}" is not a search domain: use lower-case letters, digits, "-", "_" and ".".',
  'dns-searches-length': 'The search domains are {length} characters long together; at most {limit} are allowed.',
  'ip-address': '"{value}" is not an IP address, such as 10.9.8.7 or 2001:db8::1.',
  'ip-address-zeros': '"{value}" has zeros in front, which some programs read as octal: use "{canonical}".',
  'ip-address-mapped': '"{value}" is an IPv4 address inside IPv6: use "{canonical}".',
  'hostname-override-fqdn': 'hostnameOverride and setHostnameAsFQDN both set the host name: remove one of the two.',
  'hostname-override-network': "A pod on the host's network has the host's name: remove hostnameOverride.",
  'annotation-mirror': 'This annotation marks pods that a node runs on its own: remove it.',
  'annotation-tolerations': 'The annotation holds no tolerations in JSON: use the field tolerations.',
  'annotation-deletion-cost': '"{value}" must be a whole number of 32 bits, as -100 or 5.',
  'annotation-profile': '"{value}" is not a profile: use runtime/default, unconfined, or localhost/ and a name.',
  'annotation-container-unknown': 'The key ends with the name of a container, and none is called "{value}".',
  'annotation-differs': 'The annotation says otherwise than this field: remove the annotation.',
} as const satisfies MessageTable;
