import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Analysis } from '../../application/analysis.ts';

/** A line below which others lie, further to the right. */
interface Foldable {
  readonly number: number;
  readonly column: number;
}

/** Ranges to fold, by indentation: below each key and dash, each document, and comments of more than one line. */
export function foldingRanges({ text }: Analysis): FoldingRange[] {
  const lines = text.getText().split(/\r\n|\r|\n/);
  const ranges: FoldingRange[] = comments(lines);
  const open: Foldable[] = [];
  let last = -1;
  const close = (column: number) => {
    for (let top = open.at(-1); top && top.column >= column; top = open.at(-1)) {
      open.pop();
      if (last > top.number) ranges.push({ startLine: top.number, endLine: last });
    }
  };
  lines.forEach((content, number) => {
    // A comment may stand at any column, whatever it stands in.
    if (content.trim() === '' || isComment(content)) return;
    const column = columnOf(content);
    close(column);
    open.push({ number, column });
    last = number;
  });
  close(document);
  return ranges.sort((a, b) => a.startLine - b.startLine);
}

/** The column of what separates documents: all else lies below it. */
const document = -1;

/** The items of a list may stand at the column of its key; they are below it all the same. */
function columnOf(line: string): number {
  if (/^---(\s|$)/.test(line)) return document;
  const column = /^[\s\uFEFF]*/.exec(line)?.[0].length ?? 0;
  return /^\s*-(\s|$)/.test(line) ? column + 0.5 : column;
}

function isComment(line: string): boolean {
  return /^\s*#/.test(line);
}

function comments(lines: readonly string[]): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  let start: number | undefined;
  for (let number = 0; number <= lines.length; number++) {
    if (isComment(lines[number] ?? '')) {
      start ??= number;
      continue;
    }
    if (start !== undefined && number - 1 > start) ranges.push({ startLine: start, endLine: number - 1, kind: FoldingRangeKind.Comment });
    start = undefined;
  }
  return ranges;
}
