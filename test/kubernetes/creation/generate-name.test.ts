import { expect, test } from 'vitest';
import { resolveName } from '../../../server/kubernetes/creation/generate-name.ts';

test('a name goes before generateName', () => {
  expect(resolveName({ name: 'a', generateName: 'b-' })).toBe('a');
  expect(resolveName({ generateName: 'b-' }, '12345')).toBe('b-12345');
  expect(resolveName({ name: '', generateName: '' })).toBe('');
  expect(resolveName(undefined)).toBe('');
});

test('the base is cut so that 63 characters remain', () => {
  expect(resolveName({ generateName: 'a'.repeat(70) }, '12345')).toBe(`${'a'.repeat(58)}12345`);
});
