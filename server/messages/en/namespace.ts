import type { MessageTable } from '../table/message-table.ts';

/** What is said of namespaces: Pod Security, LimitRange, ResourceQuota. What stands behind the colon are the API server's words, in every language. */
export const namespace = {
  'namespace-warns': 'The API server would warn of this {kind}: {said}',
  'pods-refused': 'The {kind} would be accepted and its pods refused: {said}',
  'pods-invalid': 'The {kind} would be accepted and its pods refused, in any namespace: {said}',
  'quota-of-objects': "The namespace's quota has no room for this {kind}: {said}",
  'quota-room':
    'The quota has room for {pods} of the {wanted} pods that a Job runs at once here; the others wait until those end. The next pod: {said}',
  'assumed-facts': 'in force in the namespace: {facts}',
  'facts-in-force': 'In force in this namespace, as far as it is known:',
  'account-pulls': 'Images are pulled with what this ServiceAccount brings, where the pod names no imagePullSecrets: {secrets}',
} as const satisfies MessageTable;
