import type { Seconds } from '../../../server/protocol/requests.ts';
import type { Wait } from '../../../server/simulator/run/reasons/waits-of.ts';
import type { Run } from '../../../server/simulator/run/run.ts';
import type { View } from '../axis/view.ts';
import type { Place } from './places.ts';
import type { PodLives } from './pod-lives.ts';
import { podSegments, type Segment } from './segments.ts';

/** What is drawn on a line of pods, from left to right. */
export type Bar =
  | { readonly kind: 'state'; readonly pod: number; readonly segment: Segment }
  /** Nothing runs there because of the failure before, whose last state it takes the place of. */
  | {
      readonly kind: 'wait';
      readonly from: Seconds;
      readonly to: Seconds;
      readonly wait: Wait;
      readonly after: number;
      readonly failure: Segment | undefined;
    }
  /** Pods too short to be told apart at this width. */
  | { readonly kind: 'many'; readonly from: Seconds; readonly to: Seconds; readonly count: number; readonly failed: number };

interface Scene {
  readonly run: Run;
  readonly lives: PodLives;
  readonly waits: readonly Wait[];
  readonly view: View;
  /** Of the axis, in pixels. */
  readonly width: number;
  /** The last second of the axis. */
  readonly end: Seconds;
}

/** In pixels: pods that take less room than this are drawn together, where a line has more than a few of them. */
const narrow = 7;
const few = 6;

export function barsOf({ pods }: Place, scene: Scene): readonly Bar[] {
  const { lives, view, width } = scene;
  const pixels = width / (view.to - view.from);
  const bars: Bar[] = [];
  for (const [at, pod] of pods.entries()) {
    const next = pods[at + 1];
    const from = lives.created[pod] ?? 0;
    const until = next === undefined ? Infinity : (lives.created[next] ?? Infinity);
    if (until < view.from || from > view.to) continue;
    const lasts = Math.min(until, lives.ended[pod] ?? Infinity) - from;
    if (pods.length > few && lasts * pixels < narrow) {
      join(bars, { from, to: from + lasts, failed: lives.failed[pod] ?? 0 }, narrow / pixels);
      continue;
    }
    const segments = podSegments(scene.run, pod, scene.end);
    const shown = segments.filter(
      (one) => (one.to > one.from || one.last) && one.from < until && one.to >= view.from && one.from <= view.to,
    );
    const wait = next === undefined ? undefined : waitBetween(scene, lives.ended[pod] ?? Infinity, until);
    const failure = wait && shown.findLast(({ state }) => state === 'failed');
    const states = shown.filter((one) => one !== failure);
    bars.push(...states.map((segment) => ({ kind: 'state', pod, segment: cutAt(segment, until) }) as const));
    if (wait) bars.push({ kind: 'wait', from: failure?.from ?? lives.ended[pod] ?? until, to: until, wait, after: pod, failure });
  }
  return bars;
}

/** The next pod on the line begins then. */
function cutAt(segment: Segment, until: Seconds): Segment {
  return segment.to > until ? { ...segment, to: until, last: false } : segment;
}

/** Pods that follow close upon each other become one bar. */
function join(bars: Bar[], pod: { readonly from: Seconds; readonly to: Seconds; readonly failed: number }, close: Seconds): void {
  const before = bars.at(-1);
  if (before?.kind !== 'many' || pod.from - before.to > close) {
    bars.push({ kind: 'many', from: pod.from, to: pod.to, count: 1, failed: pod.failed });
    return;
  }
  bars[bars.length - 1] = { ...before, to: pod.to, count: before.count + 1, failed: before.failed + pod.failed };
}

/** The back-off for which nothing was created between two pods; the latest, where there were several. */
function waitBetween({ waits }: Scene, ended: Seconds, created: Seconds): Wait | undefined {
  if (created - ended < 1) return undefined;
  return waits.findLast((one) => one.for !== 'restart' && one.from < created && one.to > ended);
}
