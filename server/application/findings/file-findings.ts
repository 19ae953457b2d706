import type { Analysis } from '../analysis.ts';
import { byPosition, type LocatedFinding } from '../located-finding.ts';
import { scenarioFindings } from '../scenario/scenario-findings.ts';
import { objectFindings } from './object-findings.ts';

/**
 * Everything that is to be said of a file, be it a manifest or a scenario, in the order of the text: the same for editors and the
 * command line. What only follows from something else is among it; `causesAmong` is what people are shown.
 */
export function fileFindings(analysis: Analysis): readonly LocatedFinding[] {
  const ofObjects = objectFindings(analysis);
  const ofScenarios = scenarioFindings(analysis);
  return ofScenarios.length > 0 ? [...ofScenarios, ...ofObjects].sort(byPosition) : ofObjects;
}
