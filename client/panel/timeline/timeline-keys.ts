import type { View } from '../axis/view.ts';
import { moved, span, wholeRun, zoomed } from '../axis/zoom.ts';

/** How many lanes a key goes on, `page` of them being in sight; undefined for keys that do not choose a lane. */
export function laneStep(key: string, page: number, count: number): number | undefined {
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -count, End: count };
  return Object.hasOwn(steps, key) ? steps[key] : undefined;
}

/** The part of the run that a key shows next; undefined for keys that change nothing of it. */
export function viewAfterKey(key: string, view: View, end: number): View | undefined {
  switch (key) {
    case '+':
    case '=':
      return zoomed(view, 2, 0.5, end);
    case '-':
      return zoomed(view, 1 / 2, 0.5, end);
    case '0':
      return wholeRun(end);
    case 'ArrowRight':
      return moved(view, span(view) / 8, end);
    case 'ArrowLeft':
      return moved(view, -span(view) / 8, end);
    default:
      return undefined;
  }
}
