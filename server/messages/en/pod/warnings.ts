import type { MessageTable } from '../../table/message-table.ts';

/** What the API server warns of though it accepts the pod. */
export const warnings = {
  'annotation-unused': '"{value}" does nothing any more: use {replacement}.',
  'annotation-deprecated': '"{value}" is deprecated since Kubernetes 1.30: use {replacement}.',
  'bytes-fractional': (args: { value: string }) =>
    `${args.value} is no whole number of bytes${args.value.endsWith('m') ? ': "m" means thousandths, did you mean "M" or "Mi"?' : '.'}`,
  'env-hidden': 'This hides the earlier variable "{value}", which kubectl apply may drop: keep one.',
  'grace-period-negative': '{value} is treated as 1: use 0 or more seconds.',
  'host-alias-twice': 'The address "{value}" is in the list already: put its host names together.',
  'image-pull-secret-empty': 'The entry has no name, so it does nothing: name a Secret or remove the entry.',
  'image-pull-secret-twice': 'The Secret "{value}" is in the list already.',
  'ip-address-unusual': '"{value}" is not a usual form of an address: use "{canonical}".',
  'ip-address-canonical': '"{value}" is better written as "{canonical}".',
  'label-selector-null': 'Without a labelSelector this matches no pod at all: add one, {} for all pods.',
  'label-value-unmatchable': '"{value}" cannot be the value of a label, so no node matches it.',
  'node-label-deprecated': (args: { value: string; replacement: string }) =>
    args.replacement
      ? `The node label "${args.value}" is deprecated: use "${args.replacement}".`
      : `The node label "${args.value}" is out of use: remove it.`,
  'port-host-ip': 'hostIP "{value}" does nothing without hostPort: add one, or remove it.',
  'port-twice': 'Port {value} is listed twice: keep one entry.',
  'port-overlap': 'Port {value} is listed with and without a port of the host: keep one entry.',
  'port-ambiguous': 'Port {value} takes the same port of the host with and without an address: what happens is not defined.',
  'port-name-twice': 'Another container has a port called "{value}": whoever asks for it by name gets the other one.',
  'related-port': 'The other port.',
  'projection-empty': 'The entry projects nothing: name a source or remove it.',
  'volume-deprecated': 'Volumes of the kind {value} are deprecated since Kubernetes {deprecated}, and do not work since {gone} by default.',
  'volume-paths-overlap': 'The files "{value}" and "{other}" of one volume get in each other\'s way: use paths apart.',
} as const satisfies MessageTable;
