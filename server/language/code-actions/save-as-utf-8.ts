import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types';
import type { Analysis } from '../../application/analysis.ts';
import { encodingFinding, isToldOf } from '../../application/findings/encoding-finding.ts';
import { linesMeant, notUtf8Shown } from '../../manifest/bytes/shown-text.ts';
import type { DecodedText } from '../../manifest/bytes/text-of-bytes.ts';
import { diagnosticOf } from '../diagnostics.ts';
import { touches } from '../reading/positions.ts';

/** What is known of how a text is stored, and what the editor does about it. */
export interface SavingAsUtf8 {
  /** The file, where not all of its bytes are UTF-8. */
  readonly stored?: DecodedText | undefined;
  /** The editor's command that saves a document as UTF-8, given its address. */
  readonly saveCommand?: string | undefined;
}

/**
 * Puts in the letters that bytes were meant to be which are not UTF-8, and has the editor save them, where it can be asked to. Nothing
 * where a byte is not known; an editor that shows the letters has to save them itself.
 */
export function saveAsUtf8(analysis: Analysis, range: Range, { stored, saveCommand }: SavingAsUtf8): CodeAction[] {
  const { text, texts } = analysis;
  const shown = text.getText();
  const notUtf8 = stored && notUtf8Shown(stored, shown);
  if (!notUtf8 || !isToldOf(notUtf8, analysis)) return [];
  const finding = encodingFinding(analysis, notUtf8);
  const lines = touches(finding.range, range) ? linesMeant(stored, shown) : undefined;
  if (!lines || (lines.length === 0 && saveCommand === undefined)) return [];
  const edits = lines.map(({ start, end, text: newText }) => ({
    range: { start: text.positionAt(start), end: text.positionAt(end) },
    newText,
  }));
  const title = texts(saveCommand === undefined ? 'fix-letters-meant' : 'fix-save-as-utf-8');
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(finding, text)],
      isPreferred: true,
      ...(edits.length > 0 ? { edit: { changes: { [text.uri]: edits } } } : {}),
      ...(saveCommand === undefined ? {} : { command: { title, command: saveCommand, arguments: [text.uri] } }),
    },
  ];
}
