import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Analysis } from '../../application/analysis.ts';

interface Line {
  readonly number: number;
  readonly column: number;
  readonly mark: boolean;
}

/** Ranges to fold, by indentation: below each key and dash, each document, and comments of more than one line. */
export function foldingRanges({ text }: Analysis): FoldingRange[] {
  const lines = text.getText().split(/\r\n|\r|\n/);
  const ranges: FoldingRange[] = comments(lines);
  const open: Line[] = [];
  let last = -1;
  const close = (column: number) => {
    while (open.length) {
      const top = open.at(-1);
      if (!top || top.column < column) return;
      open.pop();
      if (last > top.number) ranges.push({ startLine: top.number, endLine: last });
    }
  };
  lines.forEach((content, number) => {
    if (content.trim() === '') return;
    const mark = /^---(\s|$)/.test(content);
    const column = mark ? -1 : columnOf(content);
    // The items of a list may stand at the column of its key; they are below it all the same.
    const dash = /^\s*-(\s|$)/.test(content);
    if (dash && !mark) closeDash(column);
    else close(column);
    open.push({ number, column: dash ? column + 0.5 : column, mark });
    last = number;
  });
  close(-2);
  return ranges.sort((a, b) => a.startLine - b.startLine);

  function closeDash(column: number): void {
    close(column + 0.5);
  }
}

function columnOf(line: string): number {
  return /^[\s\uFEFF]*/.exec(line)?.[0].length ?? 0;
}

function comments(lines: readonly string[]): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  let start: number | undefined;
  for (let number = 0; number <= lines.length; number++) {
    const comment = /^\s*#/.test(lines[number] ?? '');
    if (comment) start ??= number;
    else {
      if (start !== undefined && number - 1 > start) ranges.push({ startLine: start, endLine: number - 1, kind: FoldingRangeKind.Comment });
      start = undefined;
    }
  }
  return ranges;
}
