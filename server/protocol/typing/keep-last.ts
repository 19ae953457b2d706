import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../../application/analysis.ts';
import { isUnreadable } from '../../language/reading/unreadable-lines.ts';

/** Makes of an answer one that stays as it was last while a text cannot be read; `join` puts what was last together with what is known now. */
export function keepLast<Answer>(
  documents: TextDocuments<TextDocument>,
  answer: (analysis: Analysis) => Answer,
  join: (last: Answer, now: Answer) => Answer,
): (analysis: Analysis) => Answer {
  const last = new Map<string, Answer>();
  documents.onDidClose(({ document: { uri } }) => last.delete(uri));
  return (analysis) => {
    const { uri } = analysis.text;
    const now = answer(analysis);
    const before = last.get(uri);
    if (before !== undefined && analysis.file.documents.some(isUnreadable)) return join(before, now);
    last.set(uri, now);
    return now;
  };
}

/** What is known now, and what was known last where that is nothing. */
export function whicheverSays<Answer extends readonly unknown[]>(last: Answer, now: Answer): Answer {
  return now.length > 0 ? now : last;
}
