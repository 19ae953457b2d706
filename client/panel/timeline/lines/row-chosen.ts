import type { View } from '../../axis/view.ts';
import { around } from '../../axis/zoom.ts';
import type { Picture } from '../../picture/picture.ts';
import { type Row, rowOf } from '../../picture/rows.ts';
import type { Selected } from '../../state/page-state.ts';

/** What is chosen with a row. */
export function chosenBy(row: Row): Selected {
  switch (row.kind) {
    case 'job':
      return { kind: 'Job', ordinal: row.job.ordinal };
    case 'group':
      return { kind: 'Group', ordinal: row.first };
    case 'place':
      return { kind: 'Pod', ordinal: row.place.pods[0] ?? 0 };
  }
}

/** The row of what is chosen, by its place; the first, where that is not shown. */
export function activeRow(rows: readonly Row[], selected: Selected | undefined): number {
  if (selected?.kind === 'Pod') return rowOf(rows, selected.ordinal) ?? 0;
  const isIt = (row: Row) =>
    (selected?.kind === 'Group' && row.kind === 'group' && row.first === selected.ordinal) ||
    (selected?.kind === 'Job' && row.kind === 'job' && row.job.ordinal === selected.ordinal);
  return Math.max(0, rows.findIndex(isIt));
}

/** From the first change of a row to its last. */
export function closeUp(row: Row, { lives, end }: Picture): View {
  if (row.kind === 'job') {
    const { segments, deleted } = row.job;
    const last = segments.at(-1);
    return around(segments[0]?.from ?? 0, deleted ?? (last?.last ? last.from : last?.to) ?? end, end);
  }
  const pods = row.kind === 'place' ? row.place.pods : row.places.flatMap((place) => place.pods);
  const from = pods.reduce((least, pod) => Math.min(least, lives.created[pod] ?? 0), end);
  const to = pods.reduce((most, pod) => Math.max(most, Math.min(end, lives.ended[pod] ?? end)), 0);
  return around(from, to, end);
}
