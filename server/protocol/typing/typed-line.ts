import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Diagnostic } from 'vscode-languageserver-types';

type Changes = readonly TextDocumentContentChangeEvent[];

/** The line that somebody types in: all changes are in it, and none ends it. Undefined of a whole text, and of changes of several lines. */
export function typedLine(changes: Changes): number | undefined {
  const lines = changes.map((change) => {
    if (!('range' in change) || /[\r\n]/.test(change.text)) return undefined;
    const { start, end } = change.range;
    return start.line === end.line ? start.line : undefined;
  });
  return lines.every((line) => line === lines[0]) ? lines[0] : undefined;
}

/** Diagnostics without those on lines that changes touch. */
export function elsewhere(diagnostics: readonly Diagnostic[], changes: Changes): readonly Diagnostic[] {
  const isTouched = ({ range }: Diagnostic) =>
    changes.some(
      (change) => !('range' in change) || (change.range.start.line <= range.end.line && range.start.line <= change.range.end.line),
    );
  return diagnostics.filter((one) => !isTouched(one));
}

/** Diagnostics of a text that was changed, where what they speak of stands now; none of a text that is another one. */
export function movedAlong(diagnostics: readonly Diagnostic[], changes: Changes): readonly Diagnostic[] {
  return changes.reduce<readonly Diagnostic[]>((moved, change) => {
    if (!('range' in change)) return [];
    const { start, end } = change.range;
    const by = change.text.split('\n').length - 1 - (end.line - start.line);
    if (by === 0) return moved;
    const line = (one: number) => (one > start.line ? Math.max(start.line, one + by) : one);
    return moved.map((one) => ({
      ...one,
      range: { start: { ...one.range.start, line: line(one.range.start.line) }, end: { ...one.range.end, line: line(one.range.end.line) } },
    }));
  }, diagnostics);
}
