import { TextDocument } from 'vscode-languageserver-textdocument';
import type { NamespaceFacts } from '../../admission/namespace-facts.ts';
import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import type { ExistingObject } from '../../kubernetes/references/existing-object.ts';
import type { Scenario } from '../../simulator/scenario/scenario.ts';
import { isBroken } from '../../validation/judge/judge.ts';
import type { Analysis, ObjectInText } from '../analysis.ts';
import { factsAbout } from '../findings/facts-in-force.ts';
import { objectFindings } from '../findings/object-findings.ts';
import { causesAmong, type LocatedFinding } from '../located-finding.ts';
import { readScenarioText } from '../scenario/read-scenario-text.ts';
import { locateFaults } from '../scenario/scenario-findings.ts';
import { type ScenarioInFile, scenarioCommentFor } from '../scenario/scenarios-in-file.ts';
import { existingObjects } from './existing-objects.ts';

/** A scenario file: one that was asked for, or the one beside the manifest. */
export interface ScenarioFile {
  /** As it is named to the user: its path or its address. */
  readonly file: string;
  readonly text: string;
}

/** What the simulation of an object begins with, or why there is none. */
export type Acceptance = Accepted | Refused | Unfinished;

export interface Accepted {
  readonly status: 'accepted';
  readonly object: Job | CronJob;
  readonly scenario: Scenario;
  /** What is in force in its namespace; undefined where nothing is known of it. */
  readonly facts: NamespaceFacts | undefined;
  /** What its pods name and what stands in the same file. */
  readonly existing: readonly ExistingObject[];
}

/** The API server would not accept the object, or the scenario cannot be played. */
export interface Refused {
  readonly status: 'refused';
  readonly what: 'object' | 'scenario';
  /** The file in which the problems stand: the manifest, or its scenario. */
  readonly file: string;
  readonly problems: readonly LocatedFinding[];
}

/** Not yet a manifest: nobody could ask the API server about it. */
export interface Unfinished {
  readonly status: 'unfinished';
  /** It is a patch of an object elsewhere, a template whose values are filled in later, or no YAML or JSON as it stands. */
  readonly why: 'patch' | 'template' | 'unreadable';
  /** What is to be done first, in a sentence. */
  readonly message: string;
  readonly problems: readonly LocatedFinding[];
}

/** Of several objects the one that is called so; without a name the first that is known to be a Job or CronJob. */
export function objectNamed({ objects }: Analysis, name?: string): ObjectInText | undefined {
  const named = objects.filter(({ judged }) => name === undefined || judged.name === name);
  return named.find(({ judged }) => judged.kind !== null) ?? named[0];
}

/** Whether an object can be simulated. Its scenario is the file, where there is one, otherwise the comment that counts for it. */
export function accept(analysis: Analysis, object: ObjectInText, scenarioFile: ScenarioFile | undefined): Acceptance {
  const { body } = object.source.document;
  const { object: decoded, filledInLater } = object.judged;
  const problems = causesAmong(objectFindings(analysis)).filter((one) => one.object === object && one.finding.severity === 'error');
  const unfinished = (why: Unfinished['why']): Unfinished => {
    return { status: 'unfinished', why, message: analysis.texts(`not-simulated-${why}`), problems };
  };
  if (object.partial) return unfinished('patch');
  if (isBroken(body)) return unfinished(body.templated ? 'template' : 'unreadable');
  if (problems.length) return { status: 'refused', what: 'object', file: analysis.text.uri, problems };
  if (filledInLater) return unfinished('template');
  if (!decoded) return unfinished('unreadable');
  const reading = scenarioFor(analysis, object, scenarioFile);
  if ('problems' in reading) return { status: 'refused', what: 'scenario', ...reading };
  const existing = existingObjects(decoded, analysis);
  return { status: 'accepted', object: decoded, scenario: reading.scenario, facts: factsAbout(object, analysis), existing };
}

type ScenarioInForce = { readonly scenario: Scenario } | Pick<Refused, 'file' | 'problems'>;

function scenarioFor(analysis: Analysis, object: ObjectInText, own: ScenarioFile | undefined): ScenarioInForce {
  if (own) {
    const text = TextDocument.create(own.file, 'yaml', 0, own.text);
    return readAt({ text: own.text, start: 0, document: 0, object }, { ...analysis, text });
  }
  const comment = scenarioCommentFor(analysis, object);
  return comment ? readAt({ ...comment, object }, analysis) : { scenario: {} };
}

/** The scenario at a place of a file. */
function readAt(place: Omit<ScenarioInFile, 'comment'>, file: Pick<Analysis, 'text' | 'texts'>): ScenarioInForce {
  const reading = readScenarioText(place.text);
  if ('scenario' in reading) return reading;
  return { file: file.text.uri, problems: locateFaults(reading.faults, place, file) };
}
