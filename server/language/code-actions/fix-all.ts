import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import { type Analysis, createAnalyzer } from '../../application/analysis.ts';
import { analysisInPieces, isReadInPieces } from '../../application/analysis-in-pieces.ts';
import { nothingKnown } from '../../application/facts/known-facts.ts';
import { objectFindings } from '../../application/findings/object-findings.ts';
import { causesAmong, type ObjectFinding } from '../../application/located-finding.ts';
import { oncePer } from '../../plain/once-per.ts';
import type { Fix } from '../fixes/fix.ts';
import { fixesOf } from '../fixes/index.ts';
import { touches } from '../reading/positions.ts';
import { lineChanges } from '../writing/line-changes.ts';

/** More than this many faults are left to a second time. */
const mostRounds = 200;

/** What is fixed: a text, and how it is read. */
type Fixed = Pick<Analysis, 'text' | 'settings' | 'partial'>;

/**
 * Takes the preferred fix of every error and warning, one after the other, because one may make another needless. A fix that
 * leaves as many faults as there were is not taken, nor one that puts in what somebody has to choose. An edit for each place.
 * `codes` are those of the findings that are wanted mended; without any, all are.
 */
export function fixAll({ text, ...how }: Fixed, codes: readonly string[] = []): TextEdit[] {
  const read = reader({ text, ...how });
  let reached = lookedOver(read(text.getText()), codes);
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
  (analysis) => firstBetter(lookedOver([analysis], []), reader(analysis), []) !== undefined,
);

/** Reads other contents of the same file: a long one piece by piece, as more than one of its kind would take too much memory. */
type Reader = (content: string) => Iterable<Analysis>;

function reader({ text: { uri, languageId }, settings, partial }: Fixed): Reader {
  const analyzer = createAnalyzer();
  return (content) => {
    const text = TextDocument.create(uri, languageId, 0, content);
    if (!isReadInPieces(content, settings)) return [analyzer.analyse(text, settings, partial)];
    return analysisInPieces({ text, settings, partial, facts: nothingKnown });
  };
}

/** What is known of a content when it was looked over; nothing else of it is kept. */
interface LookedOver {
  readonly text: TextDocument;
  readonly faults: number;
  /** Those of the preferred fix of each that is wanted mended. */
  readonly fixes: readonly (readonly TextEdit[])[];
}

function lookedOver(pieces: Iterable<Analysis>, codes: readonly string[]): LookedOver {
  const fixes: (readonly TextEdit[])[] = [];
  let [faults, text] = [0, TextDocument.create('', '', 0, '')];
  for (const analysis of pieces) {
    const found = faultsIn(analysis);
    const wanted = codes.length > 0 ? found.filter(({ finding }) => codes.includes(finding.code)) : found;
    for (const one of wanted)
      fixes.push(
        ...fixesOf(analysis, one)
          .filter(isTaken)
          .slice(0, 1)
          .map(({ edits }) => edits),
      );
    faults += found.length;
    text = analysis.text;
  }
  return { text, faults, fixes };
}

function isTaken({ preferred, onlyAsked }: Fix): boolean {
  return preferred === true && !onlyAsked;
}

function faultsIn(analysis: Analysis): readonly ObjectFinding[] {
  return causesAmong(objectFindings(analysis)).filter(({ finding }) => finding.severity !== 'info');
}

/** The content after fixes that leave fewer faults than there are: all at once, or the first that does. */
function firstBetter({ text, faults, fixes }: LookedOver, read: Reader, codes: readonly string[]): LookedOver | undefined {
  for (const edits of fixes.length ? candidates(fixes) : []) {
    const rest = lookedOver(read(TextDocument.applyEdits(text, [...edits])), codes);
    if (rest.faults < faults) return rest;
  }
  return undefined;
}

/** All fixes that do not touch each other at once, where that helps; otherwise the first that does. */
function candidates(fixes: readonly (readonly TextEdit[])[]): readonly (readonly TextEdit[])[] {
  const together: TextEdit[] = [];
  for (const edits of fixes) if (!edits.some((one) => together.some((other) => touches(one.range, other.range)))) together.push(...edits);
  return [together, ...fixes];
}
