import { scaleUtc } from 'd3-scale';
import type { Seconds } from '../../server/simulator/time.ts';

export interface Tick {
  readonly t: Seconds;
  /** From the left edge, in percent. */
  readonly left: number;
  readonly label: string;
}

/** Ticks at round times, as many as find room in `width` pixels. */
export function ticks(end: Seconds, width: number): Tick[] {
  const scale = scaleUtc([new Date(0), new Date(end * 1000)], [0, 100]);
  const count = Math.max(2, Math.floor(width / 90));
  return scale.ticks(count).map((date) => ({ t: date.getTime() / 1000, left: scale(date), label: duration(date.getTime() / 1000) }));
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
