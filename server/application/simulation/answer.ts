import type { Seconds } from '../../simulator/engine/time.ts';
import type { Run } from '../../simulator/run/run.ts';
import type { ObjectId } from '../object-id.ts';
import type { ScenarioFile } from './accept.ts';

export interface SimulateParams extends ObjectId {
  readonly uri: string;
  /** A scenario file; without it the scenario in the document's comments counts, if there is one. */
  readonly scenario?: ScenarioFile;
}

/** Why something happened in a run, in a sentence; `pod` is the ordinal of the pod that it is about. */
export interface ReasonInRun {
  readonly t: Seconds;
  readonly pod?: number;
  readonly text: string;
}

/** A problem and where it stands; lines and columns count from 0. */
export interface ProblemInFile {
  /** The manifest, or its scenario. */
  readonly uri: string;
  readonly line: number;
  readonly character: number;
  readonly message: string;
}

export type SimulateResult =
  | {
      readonly status: 'simulated';
      readonly kind: 'Job' | 'CronJob';
      readonly name: string;
      /** What happened; `at(run, t)` tells what kubectl prints at any moment of it. */
      readonly run: Run;
      /** The outcome in one sentence. */
      readonly outcome: string;
      readonly assumptions: readonly string[];
      readonly reasons: readonly ReasonInRun[];
    }
  | {
      /** The API server would not accept the object, or the scenario cannot be played. */
      readonly status: 'refused';
      readonly kind: 'Job' | 'CronJob';
      readonly name: string | null;
      readonly what: 'object' | 'scenario';
      readonly problems: readonly ProblemInFile[];
    }
  | {
      /** Not yet a manifest: a patch, a template, or no YAML as it stands. Nothing was asked of the API server. */
      readonly status: 'unfinished';
      readonly kind: 'Job' | 'CronJob';
      readonly name: string | null;
      /** What is to be done first, in a sentence. */
      readonly message: string;
      readonly problems: readonly ProblemInFile[];
    }
  | { readonly status: 'gone' };
