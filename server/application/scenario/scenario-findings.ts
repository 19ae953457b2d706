import type { Analysis } from '../analysis.ts';
import type { FileFinding, ObjectName } from '../located-finding.ts';
import { readScenarioText, type ScenarioFault } from './read-scenario-text.ts';
import { type ScenarioInFile, scenariosIn } from './scenarios-in-file.ts';

/** What is wrong with the scenarios in a manifest's comments, or with a file that is a scenario by its name. */
export function scenarioFindings(analysis: Analysis): readonly FileFinding[] {
  return scenariosIn(analysis).flatMap((scenario) => {
    const reading = readScenarioText(scenario.text);
    return 'faults' in reading ? locateFaults(reading.faults, scenario, analysis) : [];
  });
}

/** Puts the faults of a scenario on their ranges in the file that it stands in. */
export function locateFaults(
  faults: readonly ScenarioFault[],
  { start, document, object }: Pick<ScenarioInFile, 'start' | 'document' | 'object'>,
  { text, texts }: Pick<Analysis, 'text' | 'texts'>,
): readonly FileFinding[] {
  const about: ObjectName = { document, kind: object?.judged.kind ?? null, name: object?.judged.name ?? null };
  return faults.map((fault) => ({
    finding: fault.finding,
    about,
    range: { start: text.positionAt(start + fault.start), end: text.positionAt(start + fault.end) },
    message: texts(fault.finding.code, fault.finding.args),
    related: [],
  }));
}
