import type { Code } from '../../messages/en/index.ts';

/**
 * What may be told below an error, beside the rules of our own: warnings of the API server, and notes. Whoever reads a manifest
 * may wish not to see these; what is told as errors alone nobody can.
 */
export const codesBelowErrors = [
  'annotation-deprecated',
  'annotation-unused',
  'bytes-fractional',
  'env-hidden',
  'exported-object',
  'findings-left-out',
  'gated-field',
  'grace-period-negative',
  'host-alias-twice',
  'image-pull-secret-empty',
  'image-pull-secret-twice',
  'immutable-change',
  'ip-address-canonical',
  'ip-address-unusual',
  'job-many-indexes',
  'label-selector-null',
  'label-value-unmatchable',
  'mistakes-unexplained',
  'name-used-in-pods',
  'namespace-warns',
  'node-label-deprecated',
  'owner-reference-repeated',
  'placeholders',
  'pods-invalid',
  'pods-refused',
  'port-ambiguous',
  'port-host-ip',
  'port-name-twice',
  'port-overlap',
  'port-twice',
  'projection-empty',
  'quota-room',
  'template',
  'volume-deprecated',
  'volume-paths-overlap',
  'yaml-behind-end',
  'yaml-duplicate-key',
  'yaml-not-read',
  'yaml-separator-not-read',
] as const satisfies readonly Code[];

export type CodeBelowErrors = (typeof codesBelowErrors)[number];
