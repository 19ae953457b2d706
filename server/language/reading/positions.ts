import type { Position, Range } from 'vscode-languageserver-types';

/** Whether two ranges have a place in common, be it where one ends and the other begins. */
export function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

/** Whether a position is in a range or at an end of it. */
export function contains(range: Range, position: Position): boolean {
  return touches(range, { start: position, end: position });
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
