import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import { type Analysis, createAnalyzer } from '../../application/analysis.ts';
import { objectFindings } from '../../application/findings/object-findings.ts';
import { causesAmong, type ObjectFinding } from '../../application/located-finding.ts';
import { oncePer } from '../../plain/once-per.ts';
import type { Fix } from '../fixes/fix.ts';
import { fixesOf } from '../fixes/index.ts';
import { touches } from '../reading/positions.ts';
import { lineChanges } from '../writing/line-changes.ts';

/** More than this many faults are left to a second time. */
const mostRounds = 200;

/**
 * Takes the preferred fix of every error and warning, one after the other, because one may make another needless. A fix that
 * leaves as many faults as there were is not taken, nor one that puts in what somebody has to choose. An edit for each place.
 * `codes` are those of the findings that are wanted mended; without any, all are.
 */
export function fixAll({ text, ...how }: Analysis, codes: readonly string[] = []): TextEdit[] {
  const read = reader({ text, ...how });
  let reached = read(text.getText());
  for (let round = 0; round < mostRounds; round++) {
    const better = firstBetter(reached, read, codes);
    if (!better) break;
    reached = better;
  }
  return lineChanges(text.getText(), reached.text.getText()).map((change) => ({
    range: { start: text.positionAt(change.start), end: text.positionAt(change.end) },
    newText: change.text,
  }));
}

/** Whether there is anything that all of it would mend. */
export const mendsSomething = oncePer(
  (analysis: Analysis) => analysis,
  (analysis) => firstBetter(analysis, reader(analysis), []) !== undefined,
);

type Reader = (content: string) => Analysis;

/** Reads other contents of the same file. */
function reader({ text, settings, partial }: Analysis): Reader {
  const analyzer = createAnalyzer();
  return (content) => analyzer.analyse(TextDocument.create(text.uri, text.languageId, 0, content), settings, partial);
}

function faultsIn(analysis: Analysis): readonly ObjectFinding[] {
  return causesAmong(objectFindings(analysis)).filter(({ finding }) => finding.severity !== 'info');
}

/** The text after fixes that leave fewer faults than there are: all at once, or the first that does. */
function firstBetter(analysis: Analysis, read: Reader, codes: readonly string[]): Analysis | undefined {
  const faults = faultsIn(analysis);
  const wanted = codes.length > 0 ? faults.filter(({ finding }) => codes.includes(finding.code)) : faults;
  const fixes = wanted.flatMap((located) =>
    fixesOf(analysis, located)
      .filter(({ preferred, onlyAsked }) => preferred && !onlyAsked)
      .slice(0, 1),
  );
  for (const edits of fixes.length ? candidates(fixes) : []) {
    const rest = read(TextDocument.applyEdits(analysis.text, [...edits]));
    if (faultsIn(rest).length < faults.length) return rest;
  }
  return undefined;
}

/** All fixes that do not touch each other at once, where that helps; otherwise the first that does. */
function candidates(fixes: readonly Fix[]): readonly (readonly TextEdit[])[] {
  const together: TextEdit[] = [];
  for (const { edits } of fixes)
    if (!edits.some((one) => together.some((other) => touches(one.range, other.range)))) together.push(...edits);
  return [together, ...fixes.map(({ edits }) => edits)];
}
