import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createListTable } from '../../../server/simulator/watch/table.ts';
import { runs } from '../../property-runs.ts';

test('each list of numbers stands once, copied, in the order in which it first came', () => {
  // Numbers that differ by a multiple of 31 at neighbouring places have the same hash.
  const lists = fc.array(fc.array(fc.constantFrom(0, 1, 31, 62, -31, 0.5), { maxLength: 4 }), { maxLength: 30 });
  fc.assert(
    fc.property(lists, (all) => {
      const table = createListTable();
      const reused: number[] = [];
      const places = all.map((list) => {
        reused.length = 0;
        reused.push(...list);
        return table.place(reused);
      });
      expect(places.map((place) => table.rows[place])).toEqual(all);
      expect(new Set(table.rows.map((row) => row.join())).size).toBe(table.rows.length);
      expect(table.numbers).toBe(table.rows.flat().length);
      expect(places.filter((place, at) => !places.slice(0, at).includes(place))).toEqual([...table.rows.keys()]);
    }),
    runs(200),
  );
});
