import { t } from '@vscode/l10n';
import { scaleLinear } from 'd3-scale';
import { roundTimes } from '../../../server/plain/round-times.ts';
import type { Seconds } from '../../../server/protocol/requests.ts';
import type { View } from './view.ts';

export interface Tick {
  readonly t: Seconds;
  /** From the left edge, in percent. */
  readonly left: number;
  readonly label: string;
}

/** `label`: how a second is written beside ticks so far apart. Ticks at round times, at most one for every 70 pixels of `width`, for every 90 where labels are long. */
export function ticks({ from, to }: View, width: number, label: (second: Seconds, step: Seconds) => string = exactDuration): Tick[] {
  const most = Math.max(1, Math.floor(width / (to > 3600 && to - from < to ? 90 : 70)));
  const scale = scaleLinear([from, to], [0, 100]);
  const { step, times } = roundTimes(from, to, most);
  return times.map((second) => ({ t: second, left: scale(second), label: label(second, step) }));
}

const units: readonly (readonly [(count: number) => string, number])[] = [
  [(days) => t('{0}d', days), 86_400],
  [(hours) => t('{0}h', hours), 3_600],
  [(minutes) => t('{0}m', minutes), 60],
];

/** Seconds in words: `0s`, `7.1s`, `1m 40s`, `2h 5m`. Below a minute with at most one decimal, above it the two largest units. */
export function duration(seconds: Seconds): string {
  const parts = partsOf(seconds < 60 ? Math.round(seconds * 10) / 10 : Math.round(seconds));
  return parts.slice(0, 2).join(' ');
}

/** As `duration`, with every unit that counts: `2h 15m 3.5s`. */
export function exactDuration(seconds: Seconds): string {
  return partsOf(Math.round(seconds * 10) / 10).join(' ');
}

/** From the largest unit to the smallest, those that count. */
function partsOf(seconds: Seconds): readonly string[] {
  const parts: string[] = [];
  let rest = seconds;
  for (const [words, size] of units) {
    const count = Math.floor(rest / size);
    if (count > 0) parts.push(words(count));
    rest = Math.round((rest - count * size) * 10) / 10;
  }
  return rest > 0 || parts.length === 0 ? [...parts, t('{0}s', rest)] : parts;
}
