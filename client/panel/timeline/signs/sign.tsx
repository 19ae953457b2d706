import type { DrawnState } from '../../../../server/simulator/timeline/drawn-state.ts';

/** Strokes in a square of 16 by 16; drawn, as not every font has such signs. */
const signs: Readonly<Record<DrawnState, string>> = {
  waiting: 'M8 2.5a5.5 5.5 0 1 0 .01 0M8 5v3.2l2.2 1.4',
  starting: 'M8 2.5v6M5 6l3 3 3-3M3.5 12.5h9',
  initialising: 'M4 8h.01M8 8h.01M12 8h.01',
  'not-ready': 'M5 3.5v9l7-4.5z',
  running: 'M5 3.5v9l7-4.5z',
  'backing-off': 'M12.6 8.6a4.7 4.7 0 1 1-1.3-3.9l1.3 1.2M12.7 2.6v3.3H9.4',
  stopping: 'M4.5 4.5h7v7h-7z',
  succeeded: 'M3 8.6l3.3 3.3L13 4.6',
  failed: 'M4 4l8 8M12 4l-8 8',
  suspended: 'M5.8 4v8M10.2 4v8',
};

/** A sign beside the text that says the same: it is not read out. */
export function Sign({ state }: { state: DrawnState }) {
  return (
    <svg class={`sign ${state}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={signs[state]} />
    </svg>
  );
}
