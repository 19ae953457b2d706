import { expect, test } from 'vitest';
import { clusterVersion } from '../../../server/application/settings/cluster-version.ts';

const printed = (gitVersion: string) =>
  JSON.stringify({ clientVersion: { gitVersion: 'v1.35.2' }, serverVersion: { major: '1', minor: '33+', gitVersion } }, null, 2);

test.each([
  ['v1.33.4', '1.33'],
  ['v1.32.9-eks-3025e55', '1.32'],
  ['v1.31.6-gke.1064001', '1.31'],
  ['v1.34.1+k3s1', '1.34'],
  ['v1.27.16', '1.29'],
  ['v1.40.0', '1.37'],
])('a cluster of %s is judged as by %s', (said, version) => {
  expect(clusterVersion(printed(said))).toEqual({ said, version });
});

test.each([['{"clientVersion":{"gitVersion":"v1.35.2"}}'], ['no JSON: {'], [''], [printed('devel')]])('%s says nothing', (text) => {
  expect(clusterVersion(text)).toBeUndefined();
});
