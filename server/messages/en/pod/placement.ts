import type { MessageTable } from '../../table/message-table.ts';
import { operator } from './choices.ts';

/** Where a pod may run. */
export const placement = {
  'node-selector-terms-missing': 'Add at least one term to nodeSelectorTerms.',
  'node-selector-operator': operator,
  'node-field-operator': operator,
  'node-field-key': 'Nodes can be chosen by the field metadata.name only; "{value}" is another.',
  'label-keys-without-selector': 'Add a labelSelector: these keys only narrow one that is there.',
  'label-key-in-selector': 'The selector has the key "{value}" already: remove it here or there.',
  'label-key-both': '"{value}" is in matchLabelKeys and in mismatchLabelKeys: remove it from one of them.',
  'toleration-key-missing': 'Without a key the operator must be Exists, which tolerates every taint.',
  'toleration-seconds-effect': 'tolerationSeconds goes with the effect NoExecute only: change the effect, or remove tolerationSeconds.',
  'toleration-exists-value': 'The operator Exists compares with no value: remove "{value}".',
  'toleration-value': '"{value}" cannot be the value of a taint: use letters, digits, "-", "_" and ".", at most 63.',
  'topology-spread-twice': 'Another constraint has the same topologyKey {topologyKey} and whenUnsatisfiable {whenUnsatisfiable}: keep one.',
  'min-domains-policy': 'minDomains goes with whenUnsatisfiable: DoNotSchedule only.',
  'scheduling-gate-twice': 'The gate "{value}" is there already.',
} as const satisfies MessageTable;
