import { setFlagsFromString } from 'node:v8';

/** In characters: while such a text is judged the heap is kept small; of a shorter one there is not so much. */
export const veryLongText = 2 ** 20;

/**
 * Has the engine sweep its heap when it has grown by a fifth, and keep its room for what is young, where a lot is to be judged and
 * nearly all of it let go again. Left to itself it grows with the memory of the machine, to several times of what is in use. Costs a
 * tenth of the time.
 */
export function keepHeapSmall(): void {
  sweepWhenGrownBy(20);
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** Of a simulation, and of what is said of a long text, nearly all is kept, so that sweeping more often than by this costs time for nothing. */
export function keepHeapBounded(): void {
  sweepWhenGrownBy(75);
}

/** Of the whole process, as the engine's flag is: what was asked for many files is not loosened for a long one among them. */
let least = Infinity;

function sweepWhenGrownBy(percent: number): void {
  least = Math.min(least, percent);
  setFlagsFromString(`--heap-growing-percent=${least}`);
}
