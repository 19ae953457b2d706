/** Seconds apart that people count in; beyond a day, whole days. */
const steps: readonly number[] = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200];
const day = 86_400;

export interface RoundTimes {
  /** Seconds between two of them. */
  readonly step: number;
  /** In seconds, ascending, with at most one decimal. */
  readonly times: readonly number[];
}

/** The round times from one second to another, as near to `most` parts as people's own steps allow, and never more. */
export function roundTimes(from: number, to: number, most: number): RoundTimes {
  const wide = to - from;
  const step = steps.find((size) => wide / size <= most) ?? Math.ceil(wide / day / most) * day;
  const first = Math.ceil(from / step - 1e-6);
  const count = Math.max(0, Math.floor(to / step + 1e-6) - first + 1);
  return { step, times: Array.from({ length: count }, (_, at) => Math.round((first + at) * step * 10) / 10) };
}
