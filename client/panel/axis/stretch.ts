import type { Seconds } from '../../../server/protocol/requests.ts';
import type { View } from './view.ts';
import { span } from './zoom.ts';

/** Where a stretch of time lies on the axis, as far as it is in sight. */
export function stretchOf(from: Seconds, to: Seconds, view: View): { readonly left: string; readonly width: string } {
  const [start, stop] = [Math.max(from, view.from), Math.min(to, view.to)];
  return { left: leftOf(start, view), width: `${((stop - start) / span(view)) * 100}%` };
}

/** Where a second lies on the axis, whether in sight or not. */
export function leftOf(t: Seconds, view: View): string {
  return `${((t - view.from) / span(view)) * 100}%`;
}

export function isInSight(t: Seconds, view: View): boolean {
  return t >= view.from && t <= view.to;
}
