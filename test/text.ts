import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, TextEdit } from 'vscode-languageserver-types';

/**
 * A text as it stands between backquotes on lines of its own: without the first line break, what the last line holds,
 * and the indentation that its lines have in common. A text that begins on the line of its backquote stays as it is.
 */
export function unindented(text: string): string {
  if (!text.startsWith('\n')) return text;
  const lines = text.slice(1).replace(/ *$/, '').split('\n');
  const common = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/[^ ]/)));
  return lines.map((line) => line.slice(common)).join('\n');
}

/** The lines of a text, each moved to the right; empty ones stay empty. */
export function indented(text: string, columns: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(columns));
}

/** A text without its `|`, and where that stood. */
export function withCaret(marked: string): { text: string; position: Position; offset: number } {
  const whole = unindented(marked);
  const offset = whole.indexOf('|');
  if (offset < 0) throw new Error('the text has no | for the caret');
  const text = whole.slice(0, offset) + whole.slice(offset + 1);
  return { text, offset, position: TextDocument.create('', 'yaml', 1, text).positionAt(offset) };
}

export function apply(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('', 'yaml', 1, text), [...edits]);
}
