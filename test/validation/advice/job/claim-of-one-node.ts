import { jobWith } from '../../../manifests.ts';
import type { Cases } from '../advised.ts';

const volumes = 'volumes: [{name: data, persistentVolumeClaim: {claimName: reports}}]';
const withClaim = (spec: string, modes: string, { namespace = '', name = 'reports', pod = volumes } = {}) =>
  `${jobWith({ spec, pod })}---\napiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: ${name}${namespace}}\nspec: {accessModes: [${modes}]}\n`;

export const cases: Cases = {
  called: [
    [withClaim('parallelism: 3', 'ReadWriteOnce'), 'reports', 'One node at a time can use the claim reports, so of 3 pods'],
    [
      withClaim('parallelism: 3\ncompletions: 2', 'ReadWriteOncePod'),
      'reports',
      'One pod at a time can use the claim reports, so of 2 pods',
    ],
  ],
  silent: [
    withClaim('parallelism: 3', 'ReadWriteMany'),
    withClaim('parallelism: 3', 'ReadWriteOnce, ReadOnlyMany'),
    withClaim('parallelism: 1\ncompletions: 5', 'ReadWriteOnce'),
    withClaim('parallelism: 3\ncompletions: 1', 'ReadWriteOnce'),
    withClaim('parallelism: 3', 'ReadWriteOnce', { name: 'others' }),
    withClaim('parallelism: 3', 'ReadWriteOnce', { namespace: ', namespace: elsewhere' }),
    withClaim('parallelism: 3', 'ReadWriteOnce', { pod: 'volumes: [{name: data, emptyDir: {}}]' }),
    withClaim('parallelism: 3', ''),
    jobWith({ spec: 'parallelism: 3', pod: volumes }),
  ],
};
