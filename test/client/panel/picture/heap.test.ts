import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHeap } from '../../../../client/panel/picture/heap.ts';
import { runs } from '../../../property-runs.ts';

/** Numbers that go in, and now and then one that comes out. */
const steps = fc.array(fc.option(fc.nat(40), { nil: undefined, freq: 2 }), { maxLength: 60 });

test('the lowest number comes out first, in whatever order they went in', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const heap = createHeap();
      const inside: number[] = [];
      for (const step of taken) {
        if (step !== undefined) {
          heap.push(step);
          inside.push(step);
          continue;
        }
        inside.sort((a, b) => a - b);
        expect(heap.pop()).toBe(inside.shift());
      }
    }),
    runs(200),
  );
});
