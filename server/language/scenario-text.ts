import { parseManifests } from '../manifest/parse.ts';
import type { MessageArguments } from '../messages/messages.ts';
import type { Scenario } from '../simulator/scenario.ts';
import { scenarioComment } from '../simulator/scenario-comment.ts';
import { readScenario } from '../simulator/scenario-reader.ts';
import { locate } from './locate.ts';

/** What is wrong in a scenario's text; offsets count from its beginning. */
export interface ScenarioProblem {
  readonly start: number;
  readonly end: number;
  readonly code: string;
  readonly args: MessageArguments;
}

export type ScenarioText = { readonly scenario: Scenario } | { readonly problems: readonly ScenarioProblem[] };

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
