import type { Seconds } from '../../../server/protocol/requests.ts';

/** The second of the run for which kubectl's output is shown. */
export interface Chosen {
  /** Undefined: its end. */
  readonly second: Seconds | undefined;
  readonly choose: (second: Seconds) => void;
}
