/** Jobs that were created one after the other: the ordinal of the first, and how many. */
export type Neighbours = readonly [first: number, count: number];

/** The Jobs that a CronJob's status calls active, in the order in which they were added: there may be very many. */
export interface ActiveJobs<Job> extends Iterable<Job> {
  readonly size: number;
  /** The same Jobs, in the same order. */
  readonly neighbours: readonly Neighbours[];
  /** How often Jobs were added or deleted, whether or not they were there. */
  readonly changes: number;
  has(job: Job): boolean;
  add(job: Job): void;
  delete(job: Job): void;
}

export function createActiveJobs<Job extends { readonly ordinal: number }>(): ActiveJobs<Job> {
  const jobs = new Set<Job>();
  const neighbours: Neighbours[] = [];
  let changes = 0;
  return {
    get size() {
      return jobs.size;
    },
    get changes() {
      return changes;
    },
    neighbours,
    has: (job) => jobs.has(job),
    add(job) {
      changes++;
      if (jobs.has(job)) return;
      jobs.add(job);
      const [first = 0, count = 0] = neighbours.at(-1) ?? [];
      if (count > 0 && first + count === job.ordinal) neighbours[neighbours.length - 1] = [first, count + 1];
      else neighbours.push([job.ordinal, 1]);
    },
    delete(job) {
      changes++;
      if (jobs.delete(job)) takeOut(neighbours, job.ordinal);
    },
    [Symbol.iterator]: () => jobs.values(),
  };
}

function takeOut(neighbours: Neighbours[], ordinal: number): void {
  const place = neighbours.findIndex(([first, count]) => first <= ordinal && ordinal < first + count);
  const [first = 0, count = 0] = neighbours[place] ?? [];
  const before: Neighbours = [first, ordinal - first];
  const after: Neighbours = [ordinal + 1, first + count - ordinal - 1];
  neighbours.splice(place, 1, ...[before, after].filter((some) => some[1] > 0));
}
