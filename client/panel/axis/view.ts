import type { Seconds } from '../../../server/protocol/requests.ts';

/** A stretch of the run. */
export interface View {
  readonly from: Seconds;
  readonly to: Seconds;
}
