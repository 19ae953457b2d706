import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import type { Finding } from '../kubernetes/finding/finding.ts';

/** What is wrong in a file of ours that holds no objects; offsets count from the beginning of the text. */
export interface TextFault {
  readonly finding: Finding;
  readonly start: number;
  readonly end: number;
}

/** Where a fault stands in its text; lines and columns count from 0. */
export function rangeOfFault({ start, end }: TextFault, text: TextDocument): Range {
  return { start: text.positionAt(start), end: text.positionAt(end) };
}
