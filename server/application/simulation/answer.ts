import type { Seconds } from '../../simulator/engine/time.ts';
import type { SimulationResult } from '../../simulator/recording/recording.ts';
import type { ObjectId } from '../object-id.ts';

export interface SimulateParams extends ObjectId {
  readonly uri: string;
  /** Watches no longer than this, so that the outputs are those of that second; without it, until nothing more can happen. */
  readonly until?: Seconds;
  /** The text of a scenario file; without it the scenario in the document's first comment counts, if there is one. */
  readonly scenario?: string;
}
/** Why something happened in a run, in a sentence; `pod` is the ordinal of the pod that it is about. */
export interface ReasonInRun {
  readonly t: Seconds;
  readonly pod?: number;
  readonly text: string;
}
export type SimulateResult =
  | {
      readonly status: 'simulated';
      readonly kind: 'Job' | 'CronJob';
      readonly name: string;
      readonly result: SimulationResult;
      /** The outcome in one sentence. */
      readonly outcome: string;
      readonly assumptions: readonly string[];
      readonly reasons: readonly ReasonInRun[];
      /** Of a CronJob: the name of the Job that each pod belongs to, by the pod's number. */
      readonly podJobs?: readonly string[];
      /** As kubectl prints them, at the end of the run. */
      readonly watch: string;
      readonly podsTable: string;
      readonly eventsTable: string;
    }
  | {
      /** The API server would not accept the object, or it is only a patch of one: there is nothing to simulate. */
      readonly status: 'refused';
      readonly kind: 'Job' | 'CronJob';
      readonly name: string | null;
      readonly problems: readonly { readonly line: number; readonly character: number; readonly message: string }[];
    }
  | { readonly status: 'gone' };
