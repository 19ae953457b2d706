import type { Analysis } from '../../application/analysis.ts';
import { type OwnFormat, ownFormatOf } from '../../application/own-files/own-file.ts';
import { type ScenarioInFile, scenarioAt } from '../../application/scenario/scenarios-in-file.ts';

/** A text of ours, which stands in a file of its own, or of a scenario in a manifest's comment. */
export interface OwnText extends ScenarioInFile {
  readonly format: OwnFormat;
}

/** The text of ours that an offset of a file is in; undefined elsewhere. */
export function ownTextAt(analysis: Analysis, offset: number): OwnText | undefined {
  const format = ownFormatOf(analysis);
  if (format) return { format, text: analysis.text.getText(), start: 0, comment: false, document: 0, object: undefined };
  const scenario = scenarioAt(analysis, offset);
  return scenario && { ...scenario, format: 'scenario' };
}
