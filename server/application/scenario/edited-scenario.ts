import { rewriteYaml } from '../../manifest/write-yaml.ts';
import { applyEdits } from '../../simulator/what-if/apply-edits.ts';
import type { WhatIf } from '../../simulator/what-if/what-if-edit.ts';
import type { Analysis, ObjectInText } from '../analysis.ts';
import { readSource, type ScenarioFile, scenarioSource } from './scenario-source.ts';

/**
 * The text of a scenario file that says by itself what a simulation of the object assumes now: the scenario that counts for it,
 * with its comments, and the edits made by hand. Undefined where that scenario is faulty.
 */
export function editedScenario(
  analysis: Analysis,
  object: ObjectInText,
  file: ScenarioFile | undefined,
  { edits, withoutScenario }: WhatIf,
): string | undefined {
  const source = withoutScenario === true ? undefined : scenarioSource(analysis, object, file);
  const read = readSource(source, analysis);
  if ('problems' in read) return undefined;
  return rewriteYaml(source?.text ?? '', read.written ?? {}, applyEdits(read.assumed, edits));
}
