import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { documentSymbols } from '../language/moving-about/symbols.ts';
import type { Answers } from './answers.ts';
import type { ScenarioFiles } from './scenario-files.ts';
import { keepLast, whicheverSays } from './typing/keep-last.ts';

/** Answers with outlines, which say of each Job what its lens says. While nothing can be read they are the last ones. */
export function answerOutlines(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  { about }: Answers,
  scenarios: ScenarioFiles,
): void {
  const outline = keepLast(documents, (analysis) => documentSymbols(analysis, scenarios.of(analysis.text.uri)), whicheverSays);
  connection.onDocumentSymbol(async ({ textDocument: { uri } }) => {
    if (about(uri, 'Symbols', false, ({ objects }) => objects.length > 0)) await scenarios.look(uri);
    return about(uri, 'Symbols', [], outline);
  });
}
