import { type Connection, type InitializeResult, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyzer } from '../application/analysis.ts';
import { userClock } from '../language/reading/user-clock.ts';
import { answersFrom } from './answers.ts';
import { capabilitiesFor } from './capabilities.ts';
import { answerCodeLenses } from './code-lenses.ts';
import { editorBehind } from './editor.ts';
import { filesBeside, type ReadFirst } from './files-beside.ts';
import { followPatches } from './follow-patches.ts';
import { followSettings } from './follow-settings.ts';
import { answerLanguageRequests } from './language-features.ts';
import { listenToDocuments } from './listen-to-documents.ts';
import { answerOwnRequests } from './own-requests.ts';
import { publishDiagnostics } from './publish-diagnostics.ts';
import { answerSimulations } from './simulate-request.ts';
import { type RunSimulation, simulateInPlace } from './simulation-runner.ts';
import { offeredEdits } from './typing/offered-edits.ts';

/** What depends on where the server runs. */
interface Platform {
  readonly simulate?: RunSimulation | undefined;
  /** For editors that do not read files for the server. */
  readonly readFirst?: ReadFirst;
}

/**
 * Serves one editor. Every answer is made from the latest text; a crash in a feature is logged and answered with nothing,
 * so that the editor goes on.
 */
export function serve(connection: Connection, { simulate = simulateInPlace, readFirst }: Platform = {}): void {
  const documents = new TextDocuments(TextDocument);
  const analyzer = createAnalyzer(() => userClock().now);
  const editor = editorBehind(connection);
  const files = filesBeside(connection, documents, readFirst);

  const settings = followSettings(connection, documents, editor, (uris) => {
    uris.forEach(publishSoon);
    editor.refresh();
  });
  const patches = followPatches(connection, documents, editor, files.readFirst, (concerns, isOther) => {
    documents.keys().filter(concerns).forEach(publishSoon);
    if (isOther) editor.refresh();
  });
  const { settingsOf, settingsFor } = settings;
  const { isPatch, know } = patches;
  const answers = answersFrom(connection, documents, analyzer, { settingsOf, isPatch });
  const offered = offeredEdits();
  const { publishSoon, noteChange } = publishDiagnostics(connection, documents, answers, patches, offered);

  connection.onInitialize((params): InitializeResult => {
    editor.initialize(params.capabilities);
    settings.initialize(params);
    files.initialize(params);
    return { serverInfo: { name: 'kubejob' }, capabilities: capabilitiesFor(editor.can) };
  });
  connection.onInitialized(() => {
    settings.watch();
    patches.watch();
  });
  documents.onDidClose(({ document: { uri } }) => {
    analyzer.forget(uri);
    offered.forget(uri);
  });

  answerLanguageRequests(connection, documents, editor, answers, offered);
  answerCodeLenses(connection, documents, editor, answers);
  answerOwnRequests(connection, analyzer, answers, { settingsOf, settingsFor, know, publishSoon });
  answerSimulations(connection, documents, answers, { simulate, settingsOf, isPatch, readFirst: files.readFirst });

  listenToDocuments(connection, documents, publishSoon, noteChange);
  connection.listen();
}
