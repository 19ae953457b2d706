import type { Diagnostic } from 'vscode-languageserver-types';
import type { Seconds } from '../simulator/engine/time.ts';
import type { SimulationResult } from '../simulator/recording/recording.ts';

export type { KubernetesVersion } from '../kubernetes/versions.ts';
export type { Seconds };

/** Which object of a text document is meant: its place among the documents of the file, and in a List. */
export interface ObjectId {
  readonly document: number;
  readonly item?: number;
}

export interface ObjectSummary extends ObjectId {
  readonly kind: 'Job' | 'CronJob';
  readonly name: string | null;
  /** Lines count from 0; the last line is the last of the object's text. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** Request: the Jobs and CronJobs of an open document, in order. */
export const objectsRequest = 'kubejob/objects';
export interface ObjectsParams {
  readonly uri: string;
}
export interface ObjectsResult {
  readonly objects: readonly ObjectSummary[];
}

/** Request: simulate one object of an open document. Cancellable; the latest wins. */
export const simulateRequest = 'kubejob/simulate';
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

/** Request: the diagnostics of a text that is not open in the editor. */
export const checkRequest = 'kubejob/check';
export interface CheckParams {
  readonly uri: string;
  readonly text: string;
}
export interface CheckResult {
  readonly diagnostics: readonly Diagnostic[];
}

/** Request, answered with null: tells the text of an open document as it was committed last; null where git does not know it. */
export const committedRequest = 'kubejob/committed';
export interface CommittedParams {
  readonly uri: string;
  readonly text: string | null;
}

/** Request: a text about to be pasted, its manifests nested again if they lost their indentation; null where none has. */
export const nestRequest = 'kubejob/nest';
export interface NestParams {
  readonly text: string;
}
export interface NestResult {
  readonly text: string | null;
}

/**
 * Request to an editor whose `initializationOptions` say `readsFiles`: the text of the first of these files that there is,
 * null where there is none. Another editor is not asked: the server reads `file:` addresses itself.
 */
export const readFirstRequest = 'kubejob/readFirst';
export interface ReadFirstParams {
  readonly uris: readonly string[];
}
export interface ReadFirstResult {
  readonly text: string | null;
}
