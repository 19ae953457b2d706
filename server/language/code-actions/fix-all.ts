import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import { type Analysis, createAnalyzer } from '../../application/analysis.ts';
import { objectFindings } from '../../application/findings/object-findings.ts';
import { causesAmong } from '../../application/located-finding.ts';
import type { Fix } from '../fixes/fix.ts';
import { fixesOf } from '../fixes/index.ts';
import { touches } from '../reading/positions.ts';
import { difference } from '../writing/text-change.ts';

/** More than this many faults are left to a second time. */
const mostRounds = 200;

/**
 * Takes the preferred fix of every error and warning, one after the other, because one may make another needless.
 * A fix that leaves as many faults as there were is not taken.
 */
export function fixAll(analysis: Analysis): TextEdit[] {
  const { text, settings, partial } = analysis;
  const analyzer = createAnalyzer();
  const read = (content: string) => analyzer.analyse(TextDocument.create(text.uri, text.languageId, 0, content), settings, partial);
  const faults = (one: Analysis) => causesAmong(objectFindings(one)).filter(({ finding }) => finding.severity !== 'info');
  let current = text.getText();
  let left = faults(read(current));
  for (let round = 0; round < mostRounds && left.length > 0; round++) {
    const better = firstBetter(read(current), left.length);
    if (!better) break;
    current = better.content;
    left = better.rest;
  }
  const change = difference(text.getText(), current);
  return change ? [{ range: { start: text.positionAt(change.start), end: text.positionAt(change.end) }, newText: change.text }] : [];

  function firstBetter(analysed: Analysis, count: number) {
    const fixes = faults(analysed).flatMap((located) =>
      fixesOf(analysed, located)
        .filter(({ preferred }) => preferred)
        .slice(0, 1),
    );
    for (const edits of fixes.length ? candidates(fixes) : []) {
      const content = TextDocument.applyEdits(analysed.text, [...edits]);
      const rest = faults(read(content));
      if (rest.length < count) return { content, rest };
    }
    return undefined;
  }
}

/** All fixes that do not touch each other at once, where that helps; otherwise the first that does. */
function candidates(fixes: readonly Fix[]): readonly (readonly TextEdit[])[] {
  const together: TextEdit[] = [];
  for (const { edits } of fixes)
    if (!edits.some((one) => together.some((other) => touches(one.range, other.range)))) together.push(...edits);
  return [together, ...fixes.map(({ edits }) => edits)];
}
