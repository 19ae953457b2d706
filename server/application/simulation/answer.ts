import type { Seconds } from '../../simulator/engine/time.ts';
import type { RunInNumbers } from '../../simulator/many-runs.ts';
import type { Run } from '../../simulator/run/run.ts';
import type { WrittenRun } from '../../simulator/run/written/written-run.ts';
import type { Action } from '../../simulator/scenario/scenario.ts';
import type { StatedControls } from '../../simulator/what-if/stated-controls.ts';
import type { WhatIf } from '../../simulator/what-if/what-if-edit.ts';
import type { ObjectId } from '../object-id.ts';
import type { ScenarioFile } from '../scenario/scenario-source.ts';
import type { Calendar } from './calendar.ts';

export type { Calendar };

export interface SimulateParams extends ObjectId {
  readonly uri: string;
  /** A scenario file; without it the scenario in the document's comments counts, if there is one. */
  readonly scenario?: ScenarioFile;
  /** What somebody changed by hand. */
  readonly whatIf?: WhatIf;
  /** The text is what a cluster told of it: what happened is answered, and nothing simulated. */
  readonly explain?: true;
  /** The wall clock at the beginning, in milliseconds since 1970; absent: the scenario's. */
  readonly startAt?: number;
  /** Watched up to here; absent: as long as there is something to see. */
  readonly until?: Seconds;
}

export interface LikelihoodParams extends SimulateParams {
  /** The share of container runs that fail, from 0 to 1. */
  readonly failureRate: number;
}

/** How an object comes out by chance, of a CronJob each of its runs. */
export type LikelihoodResult =
  | {
      readonly status: 'known';
      readonly sentence: string;
      readonly failureRate: number;
      /** A run opens as a simulation with its seed and this failure rate. */
      readonly runs: readonly RunInNumbers[];
    }
  /**
   * It cannot be simulated as it stands, or chance has no part in it, and the sentence is empty; or it has too many pods to be tried
   * often, or fails by what it does, which that says.
   */
  | { readonly status: 'unknown'; readonly sentence: string };

/** An action that could not be done at its second, and why, in a sentence. */
export interface RefusedAction {
  readonly t: Seconds;
  /** Its place among the actions of the run. */
  readonly action: number;
  readonly text: string;
}

/** What of a scenario and of edits by hand counts in a run. */
export interface InForce {
  /** Where the scenario stands, also where it is left aside; null where there is none. */
  readonly scenario: 'file' | 'comment' | null;
  readonly controls: StatedControls;
  /** How long the command of the first container runs that says so, in seconds; null where none does. */
  readonly assumedRunTime: Seconds | null;
  /** More pods than these are never there at once, of a CronJob's each run. */
  readonly mostAtOnce: number;
}

/** What a run takes for granted, in a sentence, and the control that changes it, where one does. */
export interface Assumed {
  readonly text: string;
  readonly control?: Control;
}

export type Control = 'runTime' | 'failureRate' | 'room';

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
      readonly assumptions: readonly Assumed[];
      /** Why things happened, in sentences: `reasonsOf` reads them into the run. */
      readonly reasons: readonly string[];
      /** What of the scenario's actions was refused, and why. */
      readonly refusals: readonly RefusedAction[];
      readonly inForce: InForce;
      /** Of a CronJob what its runs came to at the same time; then what bounds it whatever the containers do, and what it needs of the cluster then, a sentence each. */
      readonly worst: readonly string[];
      /** What somebody does meanwhile, whether it is accepted or not. */
      readonly actions: readonly Action[];
      /** Of a CronJob. */
      readonly calendar?: Calendar;
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

type Simulated = Extract<SimulateResult, { readonly status: 'simulated' }>;

/** The same as it is sent to the page. */
export type SentResult = (Omit<Simulated, 'run'> & { readonly run: WrittenRun }) | Exclude<SimulateResult, Simulated>;
