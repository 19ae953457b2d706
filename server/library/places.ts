import type { Range } from 'vscode-languageserver-types';
import type { Place } from './api.ts';

/** A range as callers of the library count: lines and columns from 1. */
export function placeOf({ start, end }: Range): Place {
  return { line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}
