import { scaleLinear } from 'd3-scale';
import type { Seconds } from '../../../server/protocol/requests.ts';
import type { View } from '../state/page-state.ts';

export interface Tick {
  readonly t: Seconds;
  /** From the left edge, in percent. */
  readonly left: number;
  readonly label: string;
}

/** Seconds between ticks that people count in; beyond a day, whole days. */
const steps: readonly Seconds[] = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200];
const day: Seconds = 86_400;

/** Ticks at round times, at most one for every 70 pixels of `width`, for every 90 where labels are long. */
export function ticks({ from, to }: View, width: number): Tick[] {
  const wide = to - from;
  const scale = scaleLinear([from, to], [0, 100]);
  const most = Math.max(1, Math.floor(width / (to > 3600 && wide < to ? 90 : 70)));
  const step = steps.find((size) => wide / size <= most) ?? Math.ceil(wide / day / most) * day;
  const first = Math.ceil(from / step - 1e-6);
  return Array.from({ length: Math.max(0, Math.floor(to / step + 1e-6) - first + 1) }, (_, at) => {
    const t = Math.round((first + at) * step * 10) / 10;
    return { t, left: scale(t), label: exactDuration(t) };
  });
}

const units: readonly (readonly [string, number])[] = [
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
];

/** Seconds in words that every language reads: `0s`, `7.1s`, `1m 40s`, `2h 5m`. Below a minute with at most one decimal. */
export function duration(seconds: Seconds): string {
  if (seconds < 60) return `${Math.round(seconds * 10) / 10}s`;
  let rest = Math.round(seconds);
  const parts: string[] = [];
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    if (count > 0) parts.push(`${count}${unit}`);
    rest -= count * size;
  }
  if (rest > 0) parts.push(`${rest}s`);
  return parts.slice(0, 2).join(' ');
}

/** As `duration`, with every unit that counts: `2h 15m 3.5s`. */
export function exactDuration(seconds: Seconds): string {
  let rest = Math.round(seconds * 10) / 10;
  if (rest < 60) return `${rest}s`;
  const parts: string[] = [];
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    if (count > 0) parts.push(`${count}${unit}`);
    rest = Math.round((rest - count * size) * 10) / 10;
  }
  if (rest > 0) parts.push(`${rest}s`);
  return parts.join(' ');
}
