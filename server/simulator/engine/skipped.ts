/** What is counted since the create request, but was not lived, as it would only have repeated what was. */
export interface Skipped {
  /** In microseconds, as instants are. */
  readonly time: number;
  /** How many were created. */
  readonly jobs: number;
  readonly pods: number;
  /** How many completions a Job without a CronJob got. */
  readonly completions: number;
}

export const nothingSkipped: Skipped = { time: 0, jobs: 0, pods: 0, completions: 0 };

export function plus(a: Skipped, b: Skipped): Skipped {
  return {
    time: a.time + b.time,
    jobs: a.jobs + b.jobs,
    pods: a.pods + b.pods,
    completions: a.completions + b.completions,
  };
}

export function times(count: number, { time, jobs, pods, completions }: Skipped): Skipped {
  return { time: count * time, jobs: count * jobs, pods: count * pods, completions: count * completions };
}
