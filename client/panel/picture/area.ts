import type { Seconds } from '../../../server/protocol/requests.ts';
import type { View } from '../axis/view.ts';
import type { PodLives } from './pod-lives.ts';

/** How many pods were in what state in each of equal stretches of time. */
export interface Area {
  /** The most at a time: where a large Job has a moment between its waves, it would be seen here and there by chance. */
  readonly running: Float64Array;
  /** Ended up to then, and not deleted since. */
  readonly succeeded: Float64Array;
  readonly failed: Float64Array;
  /** The most that run at once, and that have ended: 1 at least. */
  readonly mostRunning: number;
  readonly mostEnded: number;
}

/** Of these pods, in `bins` stretches of the view. */
export function areaOf(lives: PodLives, pods: Iterable<number>, view: View, bins: number): Area {
  const [succeeded, failed] = [new Float64Array(bins + 1), new Float64Array(bins + 1)];
  const [begins, ends]: [number[], number[]] = [[], []];
  const size = (view.to - view.from) / bins;
  const bin = (t: Seconds) => Math.max(0, Math.min(bins, Math.floor((t - view.from) / size)));
  const add = (counts: Float64Array, from: Seconds, to: Seconds) => {
    if (from > view.to || to < view.from) return;
    const [first, last] = [bin(from), Math.max(bin(from) + 1, bin(to))];
    counts[first] = (counts[first] ?? 0) + 1;
    if (last <= bins) counts[last] = (counts[last] ?? 0) - 1;
  };
  for (const pod of pods) {
    const ended = lives.ended[pod] ?? Infinity;
    begins.push(lives.created[pod] ?? 0);
    ends.push(ended);
    if (ended === Infinity) continue;
    if (lives.succeeded[pod] === 1) add(succeeded, ended, lives.deleted[pod] ?? Infinity);
    if (lives.failed[pod] === 1) add(failed, ended, lives.deleted[pod] ?? Infinity);
  }
  for (const counts of [succeeded, failed]) sumUp(counts);
  const running = mostAtATime(Float64Array.from(begins).sort(), Float64Array.from(ends).sort(), view, bins);
  const mostRunning = running.reduce((high, count) => Math.max(high, count), 1);
  const mostEnded = succeeded.reduce((high, count, at) => Math.max(high, count + (failed[at] ?? 0)), 1);
  return { running, succeeded: succeeded.subarray(0, bins), failed: failed.subarray(0, bins), mostRunning, mostEnded };
}

/** Both in order. What ends in the moment in which it begins counts there. */
function mostAtATime(begins: Float64Array, ends: Float64Array, view: View, bins: number): Float64Array {
  let [begun, ended] = [0, 0];
  const follow = (until: Seconds): number => {
    let most = begun - ended;
    for (let next = Math.min(begins[begun] ?? Infinity, ends[ended] ?? Infinity); next < until; ) {
      if (begins[begun] === next) begun++;
      else ended++;
      most = Math.max(most, begun - ended);
      next = Math.min(begins[begun] ?? Infinity, ends[ended] ?? Infinity);
    }
    return most;
  };
  follow(view.from);
  return Float64Array.from({ length: bins }, (_, bin) => follow(view.from + ((bin + 1) / bins) * (view.to - view.from)));
}

function sumUp(counts: Float64Array): void {
  for (let at = 1; at < counts.length; at++) counts[at] = (counts[at] ?? 0) + (counts[at - 1] ?? 0);
}

/** An SVG path of steps in a box of `bins` by 1, for the layer that lies on the ones below it. */
export function stepPath(layer: Float64Array, below: readonly Float64Array[], most: number): string {
  const base = layer.map((_, at) => below.reduce((sum, counts) => sum + (counts[at] ?? 0), 0));
  const level = (count: number) => Math.round((1 - count / most) * 10_000) / 10_000;
  const up = stretchesOf(base.map((count, at) => count + (layer[at] ?? 0)));
  const down = stretchesOf(base).reverse();
  const steps = [...up.map(({ count, to }) => `V${level(count)}H${to}`), ...down.map(({ count, from }) => `V${level(count)}H${from}`)];
  return `M0 ${level(base[0] ?? 0)}${steps.join('')}Z`;
}

/** Of equal numbers. */
function stretchesOf(counts: Float64Array): { readonly count: number; readonly from: number; readonly to: number }[] {
  const begins = [...counts.keys()].filter((at) => at === 0 || counts[at] !== counts[at - 1]);
  return begins.map((from, place) => ({ count: counts[from] ?? 0, from, to: begins[place + 1] ?? counts.length }));
}
