import type { Seconds } from '../../../server/protocol/requests.ts';
import type { Place } from './places.ts';
import type { PodLives } from './pod-lives.ts';
import type { JobLine } from './segments.ts';

/** A line of the timeline. */
export type Row =
  | { readonly kind: 'job'; readonly key: string; readonly job: JobLine; readonly fold: Fold }
  /** Several places, folded into one line or standing below it. */
  | { readonly kind: 'group'; readonly key: string; readonly places: readonly Place[]; readonly first: number; readonly fold: Fold }
  | { readonly kind: 'place'; readonly key: string; readonly place: Place; readonly number: number; readonly depth: 0 | 1 };

/** Which lines of pods are shown: all, those with a failure, or those with a pod at the playhead. */
export type Filter = 'all' | 'failed' | 'running';

/** Whether the lines below it are shown; `fixed` where there are none. */
export type Fold = 'open' | 'closed' | 'fixed';

interface Wanted {
  readonly filter: Filter;
  /** The playhead. */
  readonly second: Seconds;
  /** The keys of what was folded or unfolded by hand. */
  readonly toggled: readonly string[];
}

/** With more lines than this they are grouped. */
const mostLines = 40;
const sizes = [10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000, 10_000, 25_000, 50_000];

/** All lines from top to bottom. Of a Job its own line is not among them: it always stays in sight. */
export function rowsOf(
  jobs: readonly JobLine[],
  places: readonly Place[],
  lives: PodLives,
  isCronJob: boolean,
  wanted: Wanted,
): readonly Row[] {
  const shown = places.map((place, number) => ({ place, number })).filter(({ place }) => isWanted(place, lives, wanted));
  if (isCronJob)
    return jobs.flatMap((job) =>
      jobRows(
        job,
        shown.filter(({ place }) => place.job === job.ordinal),
        places.length,
        wanted,
      ),
    );
  if (wanted.filter !== 'all' || shown.length <= mostLines) return shown.map((one) => placeRow(one, 0));
  const size = sizes.find((one) => shown.length / one <= mostLines) ?? shown.length;
  return Array.from({ length: Math.ceil(shown.length / size) }, (_, at) => shown.slice(at * size, (at + 1) * size)).flatMap((group) =>
    groupRows(group, wanted),
  );
}

interface Numbered {
  readonly place: Place;
  /** Among all places. */
  readonly number: number;
}

function isWanted({ pods }: Place, { failed, created, ended }: PodLives, { filter, second }: Wanted): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'failed':
      return pods.some((pod) => failed[pod] === 1);
    case 'running':
      return pods.some((pod) => (created[pod] ?? 0) <= second && (ended[pod] ?? Infinity) > second);
  }
}

function jobRows(job: JobLine, places: readonly Numbered[], all: number, { filter, toggled }: Wanted): readonly Row[] {
  if (filter !== 'all' && places.length === 0) return [];
  const key = `job ${job.ordinal}`;
  const isOpen = (all <= mostLines || filter !== 'all') !== toggled.includes(key);
  const foldable: Fold = isOpen ? 'open' : 'closed';
  const fold: Fold = places.length === 0 ? 'fixed' : foldable;
  return [{ kind: 'job', key, job, fold }, ...(isOpen ? places.map((one) => placeRow(one, 1)) : [])];
}

function groupRows(group: readonly Numbered[], { toggled }: Wanted): readonly Row[] {
  const first = group[0]?.number ?? 0;
  const key = `group ${first}`;
  const isOpen = toggled.includes(key);
  const places = group.map(({ place }) => place);
  return [{ kind: 'group', key, places, first, fold: isOpen ? 'open' : 'closed' }, ...(isOpen ? group.map((one) => placeRow(one, 1)) : [])];
}

function placeRow({ place, number }: Numbered, depth: 0 | 1): Row {
  return { kind: 'place', key: `place ${place.job} ${place.index ?? number}`, place, number, depth };
}

/** Where the line of a pod is among the rows; that of its group, or its Job, where it is folded away. */
export function rowOf(rows: readonly Row[], pod: number): number | undefined {
  const own = rows.findIndex((row) => row.kind === 'place' && row.place.pods.includes(pod));
  if (own >= 0) return own;
  const group = rows.findIndex((row) => row.kind === 'group' && row.places.some(({ pods }) => pods.includes(pod)));
  return group >= 0 ? group : undefined;
}
