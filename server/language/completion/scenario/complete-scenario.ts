import type { CompletionItem, Position } from 'vscode-languageserver-types';
import type { Analysis } from '../../../application/analysis.ts';
import type { ScenarioInFile } from '../../../application/scenario/scenarios-in-file.ts';
import { likelyKind } from '../../../kubernetes/fields/kind-in-text.ts';
import { caretAt } from '../../caret/caret.ts';
import { kindOf, objectValue } from '../../reading/place-at.ts';
import { ownTextAt } from '../../scenario/own-text-at.ts';
import { writeOffers } from '../offers/write.ts';
import { type ScenarioSubject, scenarioOffers } from './scenario-offers.ts';

/** What can be typed in a scenario, which is a file or a comment, in a file of tests or in a configuration; undefined outside of them. */
export function completeScenario(analysis: Analysis, position: Position, snippets: boolean): CompletionItem[] | undefined {
  const scenario = ownTextAt(analysis, analysis.text.offsetAt(position));
  if (!scenario) return undefined;
  const lines = scenario.text.split(/\r\n|\r|\n/);
  const first = analysis.text.positionAt(scenario.start).line;
  const line = lines[position.line - first] ?? '';
  if (/^\s*#|\s#/.test(line.slice(0, position.character).replace(/"[^"]*"|'[^']*'/g, ''))) return [];
  const caret = caretAt(lines, position.line - first, position.character);
  if (caret === 'nowhere') return [];
  const offers = scenarioOffers(caret, subjectOf(scenario), analysis, scenario.format);
  return writeOffers(offers, { caret, first, snippets, ...(scenario.comment ? { linePrefix: '#' } : {}) });
}

/** A comment is about the object below it; what a file is about stands elsewhere. */
function subjectOf({ object, text }: ScenarioInFile): ScenarioSubject {
  if (object) return { kind: kindOf(object), object: objectValue(object) };
  return { kind: likelyKind(text), object: undefined };
}
