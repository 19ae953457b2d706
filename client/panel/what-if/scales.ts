import type { Seconds } from '../../../server/protocol/requests.ts';

/** The places of a slider, in order: what each of them stands for. */
export const runTimes: readonly Seconds[] = [
  1, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 450, 600, 900, 1_200, 1_800, 2_700, 3_600, 5_400, 7_200, 10_800, 21_600, 43_200,
  86_400,
];
export const failureRates: readonly number[] = [0, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** Room for pods, up to what the Job would ever have at once; the last place, null, is without a bound. */
export function rooms(mostAtOnce: number): readonly (number | null)[] {
  const most = Math.max(1, mostAtOnce);
  const step = Math.ceil(most / 50);
  const counts = Array.from({ length: Math.ceil(most / step) }, (_, at) => Math.min(most, 1 + at * step));
  return [...counts, null];
}

/** The place whose value is nearest, on a scale on which ratios count. */
export function placeOf(value: number, scale: readonly number[]): number {
  const distance = (one: number) => Math.abs(Math.log1p(one * 100) - Math.log1p(value * 100));
  return scale.reduce((best, one, at) => (distance(one) < distance(scale[best] ?? 0) ? at : best), 0);
}
