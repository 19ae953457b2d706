import type { Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis, Analyzer } from '../application/analysis.ts';
import type { KnownFacts } from '../application/facts/known-facts.ts';
import type { Settings } from '../application/settings/settings.ts';
import { stackOf } from '../application/stack-of.ts';

/** Answers made from the latest text. A crash in one is logged and answered with nothing, so that the editor goes on. */
export interface Answers {
  /** What `work` makes of a document; `otherwise` when it is not open. `what` names it in the log. */
  about<T>(uri: string, what: string, otherwise: T, work: (analysis: Analysis) => T): T;
  /** The handler of a request about a document. */
  answer<Params extends { readonly textDocument: { readonly uri: string } }, T>(
    what: string,
    otherwise: T,
    work: (analysis: Analysis, params: Params) => T,
  ): (params: Params) => T;
  /** What `work` makes of a text that is not open. */
  aboutText<T>(
    text: { readonly uri: string; readonly content: string; readonly settings: Settings },
    what: string,
    otherwise: T,
    work: (analysis: Analysis) => T,
  ): T;
  report(what: string, error: unknown): void;
}

/** `how` says with which settings a text is read, whether as a patch, and what is known of its namespaces. */
export function answersFrom(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  analyzer: Analyzer,
  how: { settingsOf(uri: string): Settings; isPatch(uri: string): boolean; factsOf(uri: string): KnownFacts },
): Answers {
  function report(what: string, error: unknown): void {
    connection.console.error(`${what} failed: ${stackOf(error)}`);
  }
  function guarded<T>(what: string, otherwise: T, work: () => T): T {
    try {
      return work();
    } catch (error) {
      report(what, error);
      return otherwise;
    }
  }
  function about<T>(uri: string, what: string, otherwise: T, work: (analysis: Analysis) => T): T {
    const text = documents.get(uri);
    if (!text) return otherwise;
    return guarded(what, otherwise, () => work(analyzer.analyse(text, how.settingsOf(uri), how.isPatch(uri), how.factsOf(uri))));
  }
  return {
    report,
    about,
    answer: (what, otherwise, work) => (params) => about(params.textDocument.uri, what, otherwise, (analysis) => work(analysis, params)),
    aboutText: ({ uri, content, settings }, what, otherwise, work) =>
      guarded(what, otherwise, () => {
        const analysis = analyzer.analyse(TextDocument.create(uri, '', 0, content), settings, how.isPatch(uri), how.factsOf(uri));
        analyzer.forget(uri);
        return work(analysis);
      }),
  };
}
