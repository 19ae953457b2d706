import type { NamespaceFacts } from '../../admission/namespace-facts.ts';
import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import type { ExistingObject } from '../../kubernetes/references/existing-object.ts';
import type { Scenario } from '../../simulator/scenario/scenario.ts';
import { readScenario } from '../../simulator/scenario/scenario-reader.ts';
import { applyEdits } from '../../simulator/what-if/apply-edits.ts';
import type { WhatIf } from '../../simulator/what-if/what-if-edit.ts';
import { isBroken } from '../../validation/judge/judge.ts';
import { isAdvice } from '../../validation/judge/judged-finding.ts';
import type { Analysis, ObjectInText } from '../analysis.ts';
import { exportedObject } from '../findings/exported-object.ts';
import { factsAbout } from '../findings/facts-in-force.ts';
import { findingsOf } from '../findings/object-findings.ts';
import { causesAmong, type LocatedFinding } from '../located-finding.ts';
import { locateFaults } from '../scenario/scenario-findings.ts';
import { readSource, type ScenarioFile, type ScenarioSource, scenarioSource } from '../scenario/scenario-source.ts';
import { existingObjects } from './existing-objects.ts';

/** What the simulation of an object begins with, or why there is none. */
export type Acceptance = Accepted | Refused | Unfinished;

export interface Accepted {
  readonly status: 'accepted';
  readonly object: Job | CronJob;
  readonly scenario: Scenario;
  /** Where a scenario stands, also one that is left aside; undefined where there is none. */
  readonly scenarioFrom: ScenarioSource['from'] | undefined;
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
export function objectNamed({ objects, carried }: Analysis, name?: string): ObjectInText | undefined {
  const ofCarriers = carried.filter(({ judged }) => judged.object !== undefined);
  const named = [...objects, ...ofCarriers].filter(({ judged }) => name === undefined || judged.name === name);
  return named.find(({ judged }) => judged.kind !== null) ?? named[0];
}

/**
 * Whether an object can be simulated. Its scenario is the file, where there is one, otherwise the comment that counts for it, with
 * what somebody changes by hand.
 */
export function accept(
  analysis: Analysis,
  object: ObjectInText,
  scenarioFile: ScenarioFile | undefined,
  whatIf: WhatIf = { edits: [] },
): Acceptance {
  const { body } = object.source.document;
  const { object: decoded, filledInLater } = object.judged;
  const problems = causesAmong(findingsOf(object, analysis)).filter(
    // What was read from a cluster is played as what it was made from.
    ({ finding }) => finding.severity === 'error' && !isAdvice(finding) && finding.code !== 'exported-object',
  );
  const unfinished = (why: Unfinished['why']): Unfinished => {
    return { status: 'unfinished', why, message: analysis.texts(`not-simulated-${why}`), problems };
  };
  const exported = exportedObject(object, analysis.settings.kubernetesVersion);
  if (object.partial) return unfinished('patch');
  if (isBroken(body)) return unfinished(body.templated ? 'template' : 'unreadable');
  if (problems.length) return { status: 'refused', what: 'object', file: analysis.text.uri, problems };
  if (filledInLater) return unfinished('template');
  if (!decoded) return unfinished('unreadable');
  const source = scenarioSource(analysis, object, scenarioFile);
  const reading = scenarioFor(analysis, object, source, whatIf);
  if ('problems' in reading) return { status: 'refused', what: 'scenario', ...reading };
  const { scenario } = reading;
  const existing = existingObjects(decoded, analysis);
  const played = exported?.object ?? decoded;
  return { status: 'accepted', object: played, scenario, scenarioFrom: source?.from, facts: factsAbout(object, analysis), existing };
}

type ScenarioInForce = { readonly scenario: Scenario } | Pick<Refused, 'file' | 'problems'>;

function scenarioFor(
  analysis: Analysis,
  object: ObjectInText,
  source: ScenarioSource | undefined,
  { edits, withoutScenario }: WhatIf,
): ScenarioInForce {
  const read = readSource(withoutScenario === true ? undefined : source, analysis);
  if ('problems' in read) return read;
  if (edits.length === 0) return read;
  const edited = readScenario(applyEdits(read.assumed, edits));
  if ('scenario' in edited) return edited;
  const faults = edited.findings.map((finding) => ({ finding, start: 0, end: 0 }));
  const place = { start: 0, document: object.source.document.index, object };
  return { file: analysis.text.uri, problems: locateFaults(faults, place, analysis) };
}
