import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, TextEdit } from 'vscode-languageserver-types';
import { type Analysis, createAnalyzer } from '../../server/language/analysis.ts';
import { defaultSettings, type Settings } from '../../server/language/settings.ts';

/** The analysis of a text that is open in an editor. */
export function analysisOf(text: string, settings: Partial<Settings> = {}, uri = 'file:///manifests/job.yaml'): Analysis {
  return createAnalyzer().analyse(TextDocument.create(uri, 'yaml', 1, text), { ...defaultSettings, ...settings });
}

/** A text without its `|`, and where that stood. */
export function withCaret(text: string): { text: string; position: Position; offset: number } {
  const offset = text.indexOf('|');
  if (offset < 0) throw new Error('the text has no | for the caret');
  const clean = text.slice(0, offset) + text.slice(offset + 1);
  return { text: clean, offset, position: TextDocument.create('', 'yaml', 1, clean).positionAt(offset) };
}

export function apply(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('', 'yaml', 1, text), [...edits]);
}
