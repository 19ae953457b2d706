import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type NodePath, valueAt, withValueAt } from '../../server/plain/node-path.ts';
import { runs } from '../property-runs.ts';

describe('a value with something else at a path', () => {
  test.each<[unknown, NodePath, unknown, unknown]>([
    [{ a: 1, b: 2 }, ['a'], 3, { a: 3, b: 2 }],
    [{ a: 1, b: 2 }, ['a'], undefined, { b: 2 }],
    [{ a: [1, 2] }, ['a', 0], 3, { a: [3, 2] }],
    [undefined, ['a', 'b'], 1, { a: { b: 1 } }],
    [{ a: 'text' }, ['a', 'b'], 1, { a: { b: 1 } }],
    [{}, ['a', 2, 'b'], 1, { a: [{}, {}, { b: 1 }] }],
    [{}, ['a', 1], 'x', { a: ['x', 'x'] }],
    [{ a: 1 }, [], 2, 2],
  ])('%j at %j: %j', (value, path, replacement, expected) => {
    expect(withValueAt(value, path, replacement)).toEqual(expected);
  });

  test('has it there, and is another value than before', () => {
    const segment = fc.oneof(fc.constantFrom('a', 'b', '__proto__', 'constructor'), fc.nat(3));
    fc.assert(
      fc.property(fc.object({ key: fc.constantFrom('a', 'b') }), fc.array(segment, { minLength: 1, maxLength: 4 }), (value, path) => {
        const before = structuredClone(value);
        expect(valueAt(withValueAt(value, path, 'new'), path)).toBe('new');
        expect(value).toEqual(before);
      }),
      runs(200),
    );
  });
});
