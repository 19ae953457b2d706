import type { Seconds } from '../../../server/protocol/requests.ts';
import type { View } from './view.ts';

/** Zooming goes no further than a second, and in long runs than a scroll bar can follow. */
const closest: Seconds = 1;
const mostTimes = 5000;

export function wholeRun(end: Seconds): View {
  return { from: 0, to: end };
}

export function isWhole({ from, to }: View, end: Seconds): boolean {
  return from <= 0 && to >= end;
}

export function isClosest(view: View, end: Seconds): boolean {
  return span(view) <= shortest(end) * 1.001;
}

export function span({ from, to }: View): Seconds {
  return to - from;
}

/** Shows `1 / factor` of what is shown; `at`, from 0 on the left to 1 on the right, stays where it is. */
export function zoomed(view: View, factor: number, at: number, end: Seconds): View {
  const wide = Math.min(end, Math.max(shortest(end), span(view) / factor));
  const from = view.from + at * (span(view) - wide);
  return fitted({ from, to: from + wide }, end);
}

/** Moves by seconds, no further than the run goes. */
export function moved({ from, to }: View, by: Seconds, end: Seconds): View {
  return fitted({ from: from + by, to: to + by }, end);
}

/** A stretch with some room on both sides. */
export function around(from: Seconds, to: Seconds, end: Seconds): View {
  const wide = Math.max(shortest(end), (to - from) * 1.25);
  const middle = (from + to) / 2;
  return fitted({ from: middle - wide / 2, to: middle + wide / 2 }, end);
}

/** The same width where there is room for it, within the run: its end may have changed. */
export function fitted(view: View, end: Seconds): View {
  const wide = Math.min(span(view), end);
  const from = Math.max(0, Math.min(view.from, end - wide));
  return { from, to: from + wide };
}

function shortest(end: Seconds): Seconds {
  return Math.min(end, Math.max(closest, end / mostTimes));
}
