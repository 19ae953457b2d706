import type { Position, Range, SelectionRange } from 'vscode-languageserver-types';
import type { Analysis } from '../../application/analysis.ts';
import { textRange } from '../../manifest/source.ts';
import { contains } from '../reading/positions.ts';

/** From the caret outwards: the value, its field, the object around it, and so on up to the file. */
export function selectionRanges(analysis: Analysis, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => {
    const { text, file } = analysis;
    const offset = text.offsetAt(position);
    const ranges: Range[] = [{ start: text.positionAt(0), end: text.positionAt(text.getText().length) }];
    const document = file.documents.findLast(({ start, body }) => start <= offset && offset <= start + body.text.length);
    if (document) {
      const source = { text, document };
      const { body } = document;
      /** A block goes on to the line that follows it; nobody selects that line break. */
      const add = (start: number, end: number) => {
        ranges.push(textRange(source, { start, end: start + body.text.slice(start, end).trimEnd().length }));
      };
      add(0, body.text.length);
      const { path } = body.pathAt(offset - document.start);
      for (let length = 1; length <= path.length; length++) {
        const at = path.slice(0, length);
        const key = body.keyRange(at);
        const value = body.valueRange(at);
        if (key && value) add(Math.min(key.start, value.start), Math.max(key.end, value.end));
        if (value) add(value.start, value.end);
        if (key && length === path.length) add(key.start, key.end);
      }
    }
    return nested(
      ranges.filter((range) => contains(range, position)),
      position,
    );
  });
}

/** Each within the one before it, no two alike. */
function nested(ranges: readonly Range[], position: Position): SelectionRange {
  let result: SelectionRange = { range: { start: position, end: position } };
  let outer: SelectionRange | undefined;
  for (const range of ranges) {
    if (outer && (!contains(outer.range, range.start) || !contains(outer.range, range.end) || same(outer.range, range))) continue;
    outer = outer ? { range, parent: outer } : { range };
    result = outer;
  }
  return result;
}

function same(a: Range, b: Range): boolean {
  return contains(a, b.start) && contains(a, b.end) && contains(b, a.start) && contains(b, a.end);
}
