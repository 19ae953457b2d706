import { TextDocument } from 'vscode-languageserver-textdocument';
import { isRecord } from '../../plain/record.ts';
import { readScenario } from '../../simulator/scenario/scenario-reader.ts';
import type { Analysis, ObjectInText } from '../analysis.ts';
import type { LocatedFinding } from '../located-finding.ts';
import { type ReadScenario, readScenarioText } from './read-scenario-text.ts';
import { locateFaults } from './scenario-findings.ts';
import { type ScenarioInFile, scenarioCommentFor } from './scenarios-in-file.ts';

/** A scenario file: one that was asked for, or the one beside the manifest. */
export interface ScenarioFile {
  /** As it is named to the user: its path or its address. */
  readonly file: string;
  readonly text: string;
}

/** The scenario that counts for an object, and where it stands. */
export interface ScenarioSource extends Omit<ScenarioInFile, 'comment'> {
  readonly from: 'file' | 'comment';
  readonly file: TextDocument;
}

/** That of the file, where there is one, otherwise that of the comment that counts for the object; undefined where there is none. */
export function scenarioSource(analysis: Analysis, object: ObjectInText, own: ScenarioFile | undefined): ScenarioSource | undefined {
  if (own) {
    const file = TextDocument.create(own.file, 'yaml', 0, own.text);
    return { from: 'file', file, text: own.text, start: 0, document: 0, object };
  }
  const comment = scenarioCommentFor(analysis, object);
  return comment && { ...comment, from: 'comment', file: analysis.text, object };
}

export interface FaultyScenario {
  /** The file in which the problems stand. */
  readonly file: string;
  readonly problems: readonly LocatedFinding[];
}

/** A scenario with what a configuration says for all of them. */
interface AssumedScenario extends ReadScenario {
  /** What holds altogether, as it would be written; a field of the scenario itself takes the place of the same one of the configuration. */
  readonly assumed: unknown;
}

/** The scenario, read; without one that of the configuration, or the empty scenario. */
export function readSource(
  source: ScenarioSource | undefined,
  { texts, settings }: Pick<Analysis, 'texts' | 'settings'>,
): AssumedScenario | FaultyScenario {
  if (!source) return withDefaults({ scenario: {}, written: undefined }, settings.scenario);
  const reading = readScenarioText(source.text);
  if ('scenario' in reading) return withDefaults(reading, settings.scenario);
  return { file: source.file.uri, problems: locateFaults(reading.faults, source, { text: source.file, texts }) };
}

function withDefaults(read: ReadScenario, defaults: Readonly<Record<string, unknown>>): AssumedScenario {
  const { written } = read;
  if (Object.keys(defaults).length === 0) return { ...read, assumed: written };
  const assumed = { ...defaults, ...(isRecord(written) ? written : {}) };
  const together = readScenario(assumed);
  // Each of them is right by itself; where both together are not, the scenario alone counts.
  return 'scenario' in together ? { scenario: together.scenario, written, assumed } : { ...read, assumed: written };
}
