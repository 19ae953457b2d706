import type { Diagnostic, Position, Range } from 'vscode-languageserver-types';
import type { ToolAnswer } from '../agent/tools/tool.ts';
import type { FieldId } from '../application/field-places.ts';
import type { ObjectSummary } from '../application/object-id.ts';
import type { SentResult } from '../application/simulation/answer.ts';
import type { NewManifest } from '../language/completion/new-manifests.ts';
import type { VerdictReport } from '../language/fixes/verdict-report.ts';
import type { DecodedText, NotUtf8 } from '../manifest/bytes/text-of-bytes.ts';
import type { Seconds } from '../simulator/engine/time.ts';
import { clusterRecordRequest, clusterVersionRequest } from './cluster/cluster-requests.ts';

export type { ObjectSummary, Seconds };

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
export type {
  Assumed,
  Calendar,
  LikelihoodParams,
  LikelihoodResult,
  ProblemInFile,
  RefusedAction,
  SimulateParams,
  SimulateResult,
} from '../application/simulation/answer.ts';
export type { WhatIf, WhatIfEdit } from '../simulator/what-if/what-if-edit.ts';
/** The command of the lens above an object: the address of its document, and which object of it is meant. */
export const simulateCommand = 'kubejob.simulate';
/** The answer, with the address of the scenario beside the manifest, where that counts. */
export type SimulateAnswer = SentResult & { readonly scenario?: string };

/** Request: how an object of an open document comes out by chance. Cancellable; the latest wins. */
export const likelihoodRequest = 'kubejob/likelihood';

/** Request: the scenario that a simulation assumes, as a file that says it by itself. Its parameters are `SimulateParams`. */
export const scenarioTextRequest = 'kubejob/scenarioText';
export interface ScenarioTextResult {
  /** The address of the scenario file, whether it is there already or not. */
  readonly uri: string;
  /** Null where the scenario in force is faulty, or the object is gone. */
  readonly text: string | null;
}
/** Request: where a field of an object stands in an open document, or the nearest above it that is there; null where the object is gone. */
export const fieldPlaceRequest = 'kubejob/fieldPlace';
export interface FieldPlaceParams extends FieldId {
  readonly uri: string;
}
export type FieldPlaceResult = Range | null;

/** Request: the field at a place of an open document; null where no Job or CronJob is. */
export const fieldAtRequest = 'kubejob/fieldAt';
export interface FieldAtParams {
  readonly uri: string;
  readonly position: Position;
}
export type FieldAtResult = FieldId | null;

/** Request, without parameters: whole manifests to begin with. */
export const newManifestsRequest = 'kubejob/newManifests';
export interface NewManifestsResult {
  readonly manifests: readonly NewManifest[];
}

/** Request: the diagnostics of a text that is not open in the editor. */
export const checkRequest = 'kubejob/check';
export interface CheckParams {
  readonly uri: string;
  readonly text: string;
  /** The first of its bytes that are not UTF-8, where there are any. */
  readonly notUtf8?: NotUtf8;
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
 * Request to an editor whose `initializationOptions` say `readsFiles`: the first of these files that there is, null where
 * there is none. Another editor is not asked: the server reads `file:` addresses itself.
 */
export const readFirstRequest = 'kubejob/readFirst';
export interface ReadFirstParams {
  readonly uris: readonly string[];
}
export interface FileText {
  readonly uri: string;
  readonly text: string;
}
/** A file as its bytes have it, read as kubectl reads them. */
export interface StoredFile extends FileText, DecodedText {}
export type ReadFirstResult = StoredFile | null;

/**
 * Request to such an editor: the files of its workspace in which the pattern, of a regular expression, matches. They are those that
 * the command line reads of a folder; very large ones, and those beyond a few thousand, may be left out.
 */
export const filesHoldingRequest = 'kubejob/filesHolding';
export interface FilesHoldingParams {
  readonly pattern: string;
}
export interface FilesHoldingResult {
  readonly files: readonly FileText[];
}

/** Request: what is in force in the namespaces that the objects of an open document live in, a line for each; none where nothing is known. */
export const factsRequest = 'kubejob/facts';
export interface FactsParams {
  readonly uri: string;
}
export interface FactsResult {
  readonly facts: readonly string[];
}

/** Request: which `.kubejob.yaml` speaks of an open document, and what of it settings take the place of. */
export const configurationRequest = 'kubejob/configuration';
export interface ConfigurationParams {
  readonly uri: string;
}
export interface ConfigurationResult {
  /** The address of the file; null where there is none. */
  readonly file: string | null;
  /** The version in force, or the range of them. */
  readonly versions: string;
  /** The names of the settings that somebody has set though the file says them, too. */
  readonly overridden: readonly string[];
}

/** Request: the tests of a `NAME.test.yaml`, open or stored; none where it is faulty. */
export const testsRequest = 'kubejob/tests';
export interface TestsParams {
  readonly uri: string;
}
export interface TestsResult {
  readonly tests: readonly { readonly name: string; readonly sentences: readonly { readonly sentence: string; readonly range: Range }[] }[];
}

/** Request: plays the tests of such a file; with the reason where it cannot. */
export const runTestsRequest = 'kubejob/runTests';
export interface RunTestsResult {
  readonly results: readonly {
    readonly test: string;
    readonly scenario: string | null;
    readonly sentence: string;
    readonly range: Range;
    readonly status: 'passed' | 'failed' | 'not-run';
    readonly happened: string;
    readonly rows: readonly string[];
  }[];
  readonly reason: string | null;
  /** The addresses of all files on which this depends, those among them that there are not yet. */
  readonly dependsOn: readonly string[];
}

/** Request: what a tool of agents answers to what an agent sent; null where there is no such tool. */
export const toolRequest = 'kubejob/tool';
export interface ToolParams {
  readonly name: string;
  readonly input: unknown;
}
export type ToolResult = ToolAnswer | null;

/** The editor's command that shows a report of a wrong verdict; an editor that has it says `reportsVerdicts` when it starts. */
export const reportVerdictCommand = 'kubejob.reportWrongVerdict';

/** What that command is given. */
export type ReportVerdictParams = VerdictReport;

/** The editor's command that saves a document as UTF-8, given its address; an editor that has it says `savesAsUtf8` when it starts. */
export const saveAsUtf8Command = 'kubejob.saveAsUtf8';

/** Where in the parameters of a request of ours the text stands that says what it is about; nowhere of other requests. */
export function neededOf(method: string): readonly string[] {
  if (!method.startsWith('kubejob/')) return [];
  return Object.hasOwn(neededOtherwise, method) ? (neededOtherwise[method] ?? []) : ['uri'];
}

const neededOtherwise: Readonly<Record<string, readonly string[]>> = {
  [nestRequest]: ['text'],
  [toolRequest]: ['name'],
  [clusterRecordRequest]: ['namespace'],
  [clusterVersionRequest]: [],
  [newManifestsRequest]: [],
};
