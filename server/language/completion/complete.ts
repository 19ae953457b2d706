import type { CompletionItem, Position } from 'vscode-languageserver-types';
import type { Analysis } from '../../application/analysis.ts';
import { columnOf } from '../../manifest/lines.ts';
import { lineOf } from '../../manifest/source.ts';
import { recordOf } from '../fields/field-records.ts';
import { completeEmpty } from './complete-empty.ts';
import { completeIgnore } from './complete-ignore.ts';
import { manifestOffers } from './manifest/manifest-offers.ts';
import { partOfList } from './manifest/part-of-list.ts';
import { completionPlace } from './manifest/place.ts';
import { writeOffers } from './offers/write.ts';
import { completeScenario } from './scenario/complete-scenario.ts';

/** What the editor can take. */
export interface CompletionAbilities {
  readonly snippets: boolean;
}

/** What can be typed at a position, in half-typed and broken documents too; nothing in what is none of ours. */
export function complete(analysis: Analysis, position: Position, { snippets }: CompletionAbilities): CompletionItem[] {
  const inScenario = completeScenario(analysis, position, snippets);
  if (inScenario) return inScenario;
  const rules = completeIgnore(analysis, position);
  if (rules) return rules;
  if (isProse(analysis, position)) return [];
  const found = completionPlace(analysis, position);
  if (found === 'unknown') return [];
  if (found === 'empty') return completeEmpty(analysis, position, snippets);
  const { place, caret, first } = found;
  const offers = manifestOffers(place, analysis);
  const isList = recordOf(place.known).value?.isList === true && caret.position === 'value';
  const part = isList ? partOfList(caret, lineOf(analysis.text, position.line)) : undefined;
  if (!part) return writeOffers(offers, { caret, first, snippets });
  const values = offers.values?.filter(({ value }) => !part.others.includes(value)) ?? [];
  return writeOffers({ values }, { caret: part.caret, first, snippets });
}

/** In a comment, or in the lines of a block scalar. */
function isProse(analysis: Analysis, position: Position): boolean {
  const line = analysis.text.getText({ start: { line: position.line, character: 0 }, end: position });
  if (/^\s*#|\s#/.test(line.replace(/"[^"]*"|'[^']*'/g, ''))) return true;
  const offset = analysis.text.offsetAt(position);
  const document = analysis.file.documents.findLast(({ start, body }) => start <= offset && offset <= start + body.text.length);
  if (!document) return false;
  const { path, onKey } = document.body.pathAt(offset - document.start);
  const range = document.body.valueRange(path);
  if (onKey || !range || document.body.scalarSource(path)?.style !== 'block') return false;
  const column = /^ */.exec(line)?.[0].length ?? 0;
  const key = document.body.keyRange(path);
  const keyColumn = key ? columnOf(document.body.text, key.start) : 0;
  return offset - document.start > range.start && offset - document.start <= range.end && column > keyColumn;
}
