import { listed } from '../../table/listed.ts';
import type { MessageTable } from '../../table/message-table.ts';
import { operator } from './choices.ts';

/** Texts that serve many fields of a pod, whose name is an argument. */
export const shared = {
  'field-required': 'Set {field}: it is required here.',
  'value-not-supported': (args: { field: string; value: string; supported: readonly string[] }) =>
    args.value === ''
      ? `Set ${args.field} to one of ${listed(args.supported)}.`
      : `"${args.value}" is not supported for ${args.field}: use one of ${listed(args.supported)}.`,
  'number-range': '{field} must be a number from {min} to {max}; {value} is not.',
  'number-positive': 'Use a number greater than 0; {value} is not.',
  'list-too-long': 'The list has {count} entries; at most {limit} are allowed.',
  'file-mode': 'File permissions go from 0 to 0777 in octal (511 in decimal); {value} is outside.',
  'path-absolute': '"{value}" must be a relative path: remove the "/" at its beginning.',
  'path-relative': '"{value}" must be an absolute path: begin it with "/".',
  'path-parent': '"{value}" may not lead upwards: remove the "..".',
  'path-reserved': '"{value}" may not begin with "..": the kubelet keeps such names for itself.',
  'selector-values-missing': 'The operator {operator} needs at least one value to compare with.',
  'selector-value-one': 'The operator {operator} needs exactly one value here.',
  'selector-values-forbidden': 'The operator {operator} compares with no values: remove them.',
  'selector-operator': operator,
} as const satisfies MessageTable;
