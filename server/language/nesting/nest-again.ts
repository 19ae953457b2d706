import type { Analysis } from '../../application/analysis.ts';
import { hasLostIndentation } from '../../application/findings/lost-indentation.ts';
import { likelyKind } from '../../kubernetes/fields/kind-in-text.ts';
import type { JobKind } from '../../kubernetes/kinds.ts';
import { lineBreakOf } from '../../manifest/lines.ts';
import { type PlacedLine, placeLines } from './place-lines.ts';
import { type Line, readLines } from './read-lines.ts';

/** A text with every manifest that lost its indentation nested again; undefined where none has. */
export function nestFile({ text, objects }: Pick<Analysis, 'text' | 'objects'>): string | undefined {
  const lost = objects.filter(({ source, judged }) => hasLostIndentation(source.document.body, judged));
  if (!lost.length) return undefined;
  // From the last to the first, so that the places of those before stay what they are.
  return lost.reduceRight((content, { source, judged }) => {
    const { start, body } = source.document;
    const nested = nestAgain(body.text, judged.kind ?? likelyKind(body.text));
    return content.slice(0, start) + nested + content.slice(start + body.text.length);
  }, text.getText());
}

/** Nests the lines of a manifest by what each field belongs to. Comments and empty lines go with the line that follows them. */
export function nestAgain(text: string, kind: JobKind): string {
  const lines = readLines(text);
  const placed = placeLines(lines, kind);
  const columns = columnsOf(placed);
  return lines.map((line, index) => written(line, placed[index], columns[index])).join(lineBreakOf(text));
}

/** Of each line, its own column or that of the next one that has a place. */
function columnsOf(placed: readonly (PlacedLine | undefined)[]): readonly number[] {
  let next = 0;
  const fromTheEnd = placed.toReversed().map((line) => {
    next = line?.column ?? next;
    return next;
  });
  return fromTheEnd.toReversed();
}

function written(line: Line, placed: PlacedLine | undefined, column = 0): string {
  const text = placed?.text ?? (line.kind === 'comment' ? line.text : '');
  return text === '' ? '' : `${' '.repeat(column)}${text}`;
}
