import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHeap } from '../../../../client/panel/picture/heap.ts';
import { runs } from '../../../property-runs.ts';

/** Numbers that go in, each with its rank, and now and then one that comes out. */
const steps = fc.array(fc.option(fc.tuple(fc.nat(40), fc.nat(9)), { nil: undefined, freq: 2 }), { maxLength: 60 });

test('the lowest rank comes out first, and of equal ones the lowest number, in whatever order they went in', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const heap = createHeap();
      const inside: (readonly [number, number])[] = [];
      for (const step of taken) {
        if (step) {
          heap.push(...step);
          inside.push(step);
          continue;
        }
        inside.sort(([a, one], [b, other]) => one - other || a - b);
        expect(heap.lowest).toBe(inside[0]?.[1]);
        expect(heap.pop()).toBe(inside.shift()?.[0]);
      }
    }),
    runs(200),
  );
});
