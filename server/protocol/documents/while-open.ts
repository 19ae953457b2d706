import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** What was answered about documents, each for as long as it is open. */
export interface WhileOpen<Answer> {
  /** Keeps an answer once it is there. False where the document was closed before, or somebody asked again: then it is too late. */
  keep(uri: string, answer: Promise<Answer>): Promise<boolean>;
  /** Undefined until there is an answer, and of what is not open. */
  of(uri: string): Answer | undefined;
  /** Forgets all answers, those too that are on their way. */
  clear(): void;
}

export function whileOpen<Answer>(documents: Pick<TextDocuments<TextDocument>, 'get' | 'onDidClose'>): WhileOpen<Answer> {
  const answers = new Map<string, Answer>();
  /** The latest that was asked for. */
  const awaited = new Map<string, Promise<Answer>>();
  documents.onDidClose(({ document: { uri } }) => {
    answers.delete(uri);
    awaited.delete(uri);
  });
  return {
    async keep(uri, answer) {
      if (!documents.get(uri)) return false;
      awaited.set(uri, answer);
      const found = await answer;
      if (awaited.get(uri) !== answer) return false;
      awaited.delete(uri);
      answers.set(uri, found);
      return true;
    },
    of: (uri) => answers.get(uri),
    clear() {
      answers.clear();
      awaited.clear();
    },
  };
}
