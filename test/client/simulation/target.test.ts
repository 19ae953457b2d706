import { describe, expect, it } from 'vitest';
import { findTarget } from '../../../client/simulation/target.ts';
import type { ObjectSummary } from '../../../server/application/object-id.ts';

const object = (document: number, name: string, item?: number): ObjectSummary => ({
  document,
  ...(item === undefined ? {} : { item }),
  kind: 'Job',
  name,
  firstLine: 0,
  lastLine: 0,
});
const target = { document: 1, kind: 'Job', name: 'b' } as const;

describe('findTarget', () => {
  it('finds the object by its name when it has moved', () => {
    expect(findTarget(target, [object(0, 'a'), object(3, 'b')])).toEqual(object(3, 'b'));
  });
  it('takes the nearest of several with its name', () => {
    expect(findTarget(target, [object(0, 'b'), object(4, 'b', 1), object(5, 'b')])).toEqual(object(0, 'b'));
  });
  it('takes what stands in its place when it was renamed', () => {
    expect(findTarget(target, [object(0, 'a'), object(1, 'c')])).toEqual(object(1, 'c'));
  });
  it('finds nothing when it was removed', () => {
    expect(findTarget(target, [object(0, 'a')])).toBeUndefined();
  });
});
