import type { NamelessText } from '../objects/text.ts';
import { kindsOf } from '../watch/named.ts';
import { sums } from './columns.ts';
import type { NamedColumns } from './run.ts';

/** The names that texts leave out, found by change. */
export interface NamedReading {
  /** What the names of a change are made of, in the order of its texts. */
  values(change: number): readonly number[];
}

interface Columns<Step> {
  readonly step: readonly number[];
  readonly steps: readonly Step[];
  readonly named: NamedColumns;
}

const none: readonly number[] = [];

/** `textsOf` gives the texts of a step in the order in which their names were written. */
export function readNamed<Step>({ step, steps, named }: Columns<Step>, textsOf: (step: Step) => readonly NamelessText[]): NamedReading {
  const kinds = steps.map((one) => kindsOf(textsOf(one)));
  const columns = new Map(Array.from(new Set(kinds.flat()), (kind) => [kind, [...sums(named[kind] ?? [])].reverse()]));
  /** The values of all changes one after the other, and where those of each begin. */
  const values: number[] = [];
  const from = new Uint32Array(step.length);
  for (const [change, place] of step.entries()) {
    from[change] = values.length;
    for (const kind of kinds[place] ?? []) values.push(columns.get(kind)?.pop() ?? 0);
  }
  return {
    values(change) {
      const count = kinds[step[change] ?? -1]?.length ?? 0;
      const first = from[change] ?? 0;
      return count === 0 ? none : values.slice(first, first + count);
    },
  };
}
