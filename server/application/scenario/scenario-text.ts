import type { TextDocument } from 'vscode-languageserver-textdocument';
import { startOfLine } from '../../manifest/lines.ts';
import { parseManifests } from '../../manifest/parse.ts';
import type { MessageArguments } from '../../messages/table/message-table.ts';
import type { Scenario } from '../../simulator/scenario/scenario.ts';
import { scenarioComment } from '../../simulator/scenario/scenario-comment.ts';
import { readScenario } from '../../simulator/scenario/scenario-reader.ts';
import { locate } from '../locate.ts';

/** What is wrong in a scenario's text; offsets count from its beginning. */
export interface ScenarioProblem {
  readonly start: number;
  readonly end: number;
  readonly code: string;
  readonly args: MessageArguments;
}

export type ScenarioText = { readonly scenario: Scenario } | { readonly problems: readonly ScenarioProblem[] };

/** The text of a scenario, and where it stands in its file. */
export interface ScenarioSource {
  readonly text: string;
  readonly start: number;
  /** It stands in a manifest's first comment, whose signs are blanked out. */
  readonly comment: boolean;
}

/** The scenario that an offset of a file is in: the whole of a scenario file, the comment at the head of a manifest; otherwise undefined. */
export function scenarioSourceAt(file: Pick<TextDocument, 'uri' | 'getText'>, offset: number): ScenarioSource | undefined {
  const content = file.getText();
  if (isScenarioFile(file.uri)) return { text: content, start: 0, comment: false };
  if (!content.includes('kubejob-scenario')) return undefined;
  const comment = scenarioComment(content);
  if (!comment) return undefined;
  const { text, start } = comment;
  return start <= offset && offset <= start + text.length && /^[ \t]*#/.test(content.slice(startOfLine(content, offset), offset))
    ? { text, start, comment: true }
    : undefined;
}

/** By its name: `NAME.scenario.yaml`. */
export function isScenarioFile(uri: string): boolean {
  return /\.scenario\.ya?ml$/i.test(uri);
}

/** Reads a scenario file, or the text of a scenario in comments. A text without content is the empty scenario. */
export function readScenarioText(text: string): ScenarioText {
  const [document] = parseManifests(text).documents;
  if (!document) return { scenario: {} };
  const { start, body } = document;
  const broken = body.problems.map(({ code, args, range }) => ({ start: start + range.start, end: start + range.end, code, args }));
  if (broken.length) return { problems: broken };
  const reading = readScenario(body.value);
  if ('scenario' in reading) return reading;
  return {
    problems: reading.findings.map(({ at, code, args }) => {
      const range = locate(body, at);
      return { start: start + range.start, end: start + range.end, code, args };
    }),
  };
}

/** The scenario in the first comment of a manifest, its offsets counted in the manifest; undefined where there is none. */
export function readScenarioComment(manifest: string): ScenarioText | undefined {
  const comment = scenarioComment(manifest);
  if (!comment) return undefined;
  const reading = readScenarioText(comment.text);
  if ('scenario' in reading) return reading;
  return {
    problems: reading.problems.map((problem) => ({ ...problem, start: problem.start + comment.start, end: problem.end + comment.start })),
  };
}
