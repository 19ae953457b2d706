import { TextDocument } from 'vscode-languageserver-textdocument';
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

/** The scenario, read; without one the empty scenario. */
export function readSource(source: ScenarioSource | undefined, { texts }: Pick<Analysis, 'texts'>): ReadScenario | FaultyScenario {
  if (!source) return { scenario: {}, written: undefined };
  const reading = readScenarioText(source.text);
  if ('scenario' in reading) return reading;
  return { file: source.file.uri, problems: locateFaults(reading.faults, source, { text: source.file, texts }) };
}
