import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import { type Analysis, createAnalyzer } from './analysis.ts';
import { locateFindings } from './diagnostics.ts';
import { fixesOf } from './fixes-of.ts';

/** More than this many faults are left to a second time. */
const mostRounds = 200;

/**
 * Takes the preferred fix of every error and warning, one after the other, because one may make another needless.
 * A fix that leaves as many faults as there were is not taken.
 */
export function fixAll(analysis: Analysis): TextEdit[] {
  const { text, settings } = analysis;
  const analyzer = createAnalyzer();
  const read = (content: string) => analyzer.analyse(TextDocument.create(text.uri, text.languageId, 0, content), settings);
  const faults = (one: Analysis) => locateFindings(one).filter(({ finding }) => finding.severity !== 'info');
  let current = text.getText();
  let left = faults(read(current));
  for (let round = 0; round < mostRounds; round++) {
    const analysed = read(current);
    const better = faults(analysed)
      .map((located) => fixesOf(analysed, located).find(({ preferred }) => preferred))
      .flatMap((fix) => {
        if (!fix) return [];
        const content = TextDocument.applyEdits(analysed.text, [...fix.edits]);
        const rest = faults(read(content));
        return rest.length < left.length ? [{ content, rest }] : [];
      })[0];
    if (!better) break;
    current = better.content;
    left = better.rest;
  }
  return changed(text, current);
}

/** One edit of the lines that differ; none where nothing does. */
function changed(text: TextDocument, after: string): TextEdit[] {
  const before = text.getText();
  if (before === after) return [];
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before[before.length - 1 - end] === after[after.length - 1 - end])
    end++;
  const range = { start: text.positionAt(start), end: text.positionAt(before.length - end) };
  return [{ range, newText: after.slice(start, after.length - end) }];
}
