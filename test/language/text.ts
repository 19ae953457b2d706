import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, TextEdit } from 'vscode-languageserver-types';
import { type Analysis, createAnalyzer } from '../../server/application/analysis.ts';
import { defaultSettings, type Settings } from '../../server/application/settings.ts';
import { semanticTokens, tokenLegend } from '../../server/language/colours/semantic-tokens.ts';

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

/** What is coloured in a text, each with its kind: `main variable declaration`. */
export function tokensOf(text: string): readonly string[] {
  const data = semanticTokens(analysisOf(text));
  const lines = text.split('\n');
  const tokens: string[] = [];
  for (let index = 0, line = 0, character = 0; index < data.length; index += 5) {
    const [down = 0, right = 0, length = 0, type = 0, modifier = 0] = data.slice(index, index + 5);
    character = down === 0 ? character + right : right;
    line += down;
    tokens.push(`${lines[line]?.slice(character, character + length)} ${tokenLegend.tokenTypes[type]}${modifier ? ' declaration' : ''}`);
  }
  return tokens;
}
