import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range, TextEdit } from 'vscode-languageserver-types';

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

/** Where in a text the `|` of a part of it stands; the part without it must be there once. */
export function caretIn(text: string, part: string): Position {
  const { text: clean, offset } = withCaret(part);
  const at = text.indexOf(clean);
  if (at < 0 || text.includes(clean, at + 1)) throw new Error(`${clean} is not there once`);
  return TextDocument.create('', 'yaml', 1, text).positionAt(at + offset);
}

/** The line where a range begins, and in it what the range holds: `name: «data»`. */
export function shown(text: string, { start, end }: Range): string {
  const line = text.split('\n')[start.line] ?? '';
  const last = end.line === start.line ? end.character : line.length;
  return `${line.slice(0, start.character)}«${line.slice(start.character, last)}»${line.slice(last)}`.trim();
}

export function apply(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('', 'yaml', 1, text), [...edits]);
}
