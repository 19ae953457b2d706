import { setFlagsFromString } from 'node:v8';

/**
 * Has the engine sweep its heap when it has grown by half, where a lot is to be judged and nearly all of it let go again. Left to
 * itself it grows with the memory of the machine, to several times of what is in use. Costs a tenth of the time.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=50');
}
