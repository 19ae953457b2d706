import { bad, type Finding } from '../../kubernetes/finding/finding.ts';
import { parseManifests } from '../../manifest/parse.ts';
import type { Scenario } from '../../simulator/scenario/scenario.ts';
import { readScenario } from '../../simulator/scenario/scenario-reader.ts';
import { locate } from '../locate.ts';

/** What is wrong in a scenario's text; offsets count from its beginning. */
export interface ScenarioFault {
  /** Its path begins at the scenario. */
  readonly finding: Finding;
  readonly start: number;
  readonly end: number;
}

export type ScenarioText = ReadScenario | { readonly faults: readonly ScenarioFault[] };

export interface ReadScenario {
  readonly scenario: Scenario;
  /** The scenario as it is written: the plain value; undefined where nothing is. */
  readonly written: unknown;
}

/** Reads a scenario file, or the text of a scenario in comments. A text without content is the empty scenario. */
export function readScenarioText(text: string): ScenarioText {
  const [document] = parseManifests(text).documents;
  if (!document) return { scenario: {}, written: undefined };
  const { start, body } = document;
  const placed = (finding: Finding): ScenarioFault => {
    const range = locate(body, finding.at);
    return { finding: { ...finding, reason: 'Scenario' }, start: start + range.start, end: start + range.end };
  };
  const broken = body.problems.map(({ code, args, range }) =>
    placed(bad(undefined, 'Scenario', code, { args, at: { path: [], part: 'value', range } })),
  );
  if (broken.length) return { faults: broken };
  const reading = readScenario(body.value);
  return 'scenario' in reading ? { ...reading, written: body.value } : { faults: reading.findings.map(placed) };
}
