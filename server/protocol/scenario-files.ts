import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ScenarioFile } from '../application/scenario/scenario-source.ts';
import { whileOpen } from './documents/while-open.ts';
import { type ReadFirst, scenarioBeside } from './files-beside.ts';

/** The scenarios beside open manifests, as they were when they were looked for last. */
export interface ScenarioFiles {
  /** Looks for the one beside a text again. */
  look(uri: string): Promise<void>;
  of(uri: string): ScenarioFile | undefined;
}

export function scenarioFiles(documents: TextDocuments<TextDocument>, readFirst: ReadFirst): ScenarioFiles {
  const known = whileOpen<ScenarioFile | undefined>(documents);
  return {
    async look(uri) {
      await known.keep(uri, scenarioBeside(uri, readFirst));
    },
    of: known.of,
  };
}
