import { expect, test } from 'vitest';
import { statusDetail } from '../../../client/workspace/status-detail.ts';

const rules = ['team: Pod Security enforce=restricted', 'team: ResourceQuota team (pods 0/2)', 'team: LimitRange limits'];
const beside = { text: 'Namespace rules: 3', command: 'Leave aside' };

test.each([
  ['nothing', [], ''],
  ['what fits', ['team: ResourceQuota team'], 'team: ResourceQuota team'],
  ['two that fit', ['a: ResourceQuota a', 'a: LimitRange b'], 'a: ResourceQuota a · a: LimitRange b'],
  ['as many as fit', ['a: LimitRange b', ...rules], 'a: LimitRange b +3'],
  ['one, and the number of the others', rules, 'team: Pod Security enforce=restricted +2'],
  ['one that is too long', [`helm: ${'x'.repeat(80)}`], `helm: ${'x'.repeat(35)}…`],
])('%s', (_, parts, expected) => {
  expect(statusDetail(parts, beside)).toBe(expected);
});
