import {
  type CancellationToken,
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  type SemanticTokens,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, createAnalyzer } from '../application/analysis.ts';
import { nestFile } from '../application/findings/lost-indentation.ts';
import { objectSummaries } from '../application/object-ranges.ts';
import { section } from '../application/setting-list.ts';
import { defaultSettings, readSettings, type Settings } from '../application/settings.ts';
import type { SimulateParams, SimulateResult } from '../application/simulation/answer.ts';
import { codeActions, resolveCodeAction } from '../language/code-actions/code-actions.ts';
import { codeLenses, nextRunOf } from '../language/code-lens.ts';
import { semanticTokens } from '../language/colours/semantic-tokens.ts';
import { complete } from '../language/completion/complete.ts';
import { diagnosticsOf } from '../language/diagnostics.ts';
import { hover } from '../language/hover.ts';
import { inlayHints } from '../language/inlay-hints.ts';
import { foldingRanges } from '../language/moving-about/folding.ts';
import { documentLinks } from '../language/moving-about/links.ts';
import { definition, highlights, prepareRename, references, rename } from '../language/moving-about/references.ts';
import { selectionRanges } from '../language/moving-about/selection.ts';
import { documentSymbols } from '../language/moving-about/symbols.ts';
import { surroundings } from '../language/reading/surroundings.ts';
import { render } from '../messages/render.ts';
import { capabilitiesFor, resolvesEdits } from './capabilities.ts';
import { followPatches } from './follow-patches.ts';
import { latestSimulation } from './latest-simulation.ts';
import type { ReadFirst } from './patch-files.ts';
import {
  type CheckParams,
  type CheckResult,
  type CommittedParams,
  checkRequest,
  committedRequest,
  type NestParams,
  type NestResult,
  nestRequest,
  type ObjectsParams,
  type ObjectsResult,
  objectsRequest,
  simulateRequest,
} from './requests.ts';
import { type RunSimulation, simulateInPlace } from './simulation-runner.ts';

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
  const analyzer = createAnalyzer(() => surroundings().now);
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  let client: InitializeParams['capabilities'] = {};
  let locale = 'en';
  let settings: Settings = defaultSettings;
  let lensTimer: ReturnType<typeof setTimeout> | undefined;
  /** Of documents in folders with settings of their own. */
  const ownSettings = new Map<string, Settings>();

  const patches = followPatches(connection, documents, readFirst, (concerns, isOther) => {
    for (const { uri } of documents.all()) if (concerns(uri)) publishSoon(uri);
    if (isOther) refresh();
  });

  function guarded<T>(what: string, otherwise: T, work: () => T): T {
    try {
      return work();
    } catch (error) {
      report(what, error);
      return otherwise;
    }
  }

  function report(what: string, error: unknown): void {
    connection.console.error(`${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }

  /** Answers a request about a document; `otherwise` when it is not open. */
  function answer<P extends { textDocument: { uri: string } }, T>(what: string, otherwise: T, work: (analysis: Analysis, params: P) => T) {
    return (params: P): T => about(params.textDocument.uri, what, otherwise, (analysis) => work(analysis, params));
  }

  function about<T>(uri: string, what: string, otherwise: T, work: (analysis: Analysis) => T): T {
    const text = documents.get(uri);
    return text ? guarded(what, otherwise, () => work(analyzer.analyse(text, settingsOf(uri), patches.isPatch(uri)))) : otherwise;
  }

  function publish(uri: string): void {
    waiting.delete(uri);
    const version = documents.get(uri)?.version;
    if (version === undefined || patches.isAwaited(uri)) return;
    const diagnostics = about(uri, 'Diagnostics', [], diagnosticsOf);
    void connection.sendDiagnostics({ uri, version, diagnostics });
  }

  /** After what has already arrived: of changes that come in a burst the latest wins. */
  function publishSoon(uri: string): void {
    clearTimeout(waiting.get(uri));
    waiting.set(
      uri,
      setTimeout(() => publish(uri), 0),
    );
  }

  function settingsOf(uri: string): Settings {
    return ownSettings.get(uri) ?? settings;
  }

  function use(value: unknown): void {
    settings = readSettings(value, locale);
    ownSettings.clear();
    for (const { uri } of documents.all()) {
      publishSoon(uri);
      void askForOwnSettings(uri);
    }
    refresh();
  }

  /** What an editor does not ask for again by itself. */
  function refresh(): void {
    if (client.workspace?.codeLens?.refreshSupport) void connection.sendRequest(CodeLensRefreshRequest.type);
    if (client.workspace?.inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh();
    if (client.workspace?.diagnostics?.refreshSupport) void connection.languages.diagnostics.refresh();
  }

  async function askForSettings(): Promise<void> {
    if (client.workspace?.configuration) use(await connection.workspace.getConfiguration(section));
  }

  /** Folders of a workspace may have settings of their own. */
  async function settingsFor(uri: string): Promise<Settings> {
    if (!client.workspace?.configuration) return settings;
    return readSettings(await connection.workspace.getConfiguration({ scopeUri: uri, section }), locale);
  }

  async function askForOwnSettings(uri: string): Promise<void> {
    const own = await settingsFor(uri);
    if (JSON.stringify(own) === JSON.stringify(settingsOf(uri))) return;
    ownSettings.set(uri, own);
    publishSoon(uri);
    refresh();
  }

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities;
    const options: unknown = params.initializationOptions;
    locale = text(options, 'locale') ?? params.locale ?? 'en';
    settings = readSettings(member(options, 'settings') ?? options, locale);
    patches.initialize(params);
    return { serverInfo: { name: 'kubejob' }, capabilities: capabilitiesFor(client) };
  });

  connection.onInitialized(() => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section });
    patches.watch();
    void askForSettings();
  });

  connection.onDidChangeConfiguration(({ settings: changed }: { settings: unknown }) => {
    if (client.workspace?.configuration) void askForSettings();
    else use(member(changed, section) ?? changed);
  });

  documents.onDidOpen(({ document: { uri } }) => void askForOwnSettings(uri));
  documents.onDidChangeContent(({ document }) => publishSoon(document.uri));
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
    analyzer.forget(uri);
    ownSettings.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  connection.languages.diagnostics.on(async ({ textDocument: { uri } }) => {
    await patches.know(uri);
    return { kind: DocumentDiagnosticReportKind.Full, items: about(uri, 'Diagnostics', [], diagnosticsOf) };
  });
  connection.onHover(answer('Hover', null, (analysis, { position }) => hover(analysis, position, surroundings())));
  connection.onCodeAction(
    answer('Code actions', [], (analysis, { range, context }) => codeActions(analysis, range, context, { resolve: resolvesEdits(client) })),
  );
  connection.onCodeActionResolve((action) => {
    const uri = text(action.data, 'uri');
    return uri === undefined ? action : about(uri, 'Code action', action, (analysis) => resolveCodeAction(analysis, action));
  });
  connection.onCompletion(
    answer('Completion', [], (analysis, { position }) =>
      complete(analysis, position, { snippets: client.textDocument?.completion?.completionItem?.snippetSupport ?? false }),
    ),
  );
  connection.onCodeLens(
    answer('Code lenses', [], (analysis) => {
      const now = surroundings();
      const due = nextRunOf(analysis, now);
      clearTimeout(lensTimer);
      // The next run that a lens names is over then.
      if (due !== undefined) lensTimer = setTimeout(refresh, Math.min(due - now.now + 1000, 2 ** 31 - 1));
      return codeLenses(analysis, now);
    }),
  );
  connection.onDocumentSymbol(answer('Symbols', [], documentSymbols));
  connection.onFoldingRanges(answer('Folding', [], foldingRanges));
  connection.onSelectionRanges(answer('Selection', [], (analysis, { positions }) => selectionRanges(analysis, positions)));
  connection.onDocumentLinks(answer('Links', [], documentLinks));
  connection.onDefinition(answer('Definition', [], (analysis, { position }) => definition(analysis, position)));
  connection.onReferences(
    answer('References', [], (analysis, { position, context }) => references(analysis, position, context.includeDeclaration)),
  );
  connection.onDocumentHighlight(answer('Highlights', [], (analysis, { position }) => highlights(analysis, position)));
  connection.onPrepareRename(answer('Rename', null, (analysis, { position }) => prepareRename(analysis, position)));
  connection.onRenameRequest(answer('Rename', null, (analysis, { position, newName }) => rename(analysis, position, newName)));
  connection.languages.semanticTokens.on(answer('Colours', noTokens, (analysis) => ({ data: semanticTokens(analysis) })));
  connection.languages.inlayHint.on(answer('Inlay hints', [], (analysis, { range }) => inlayHints(analysis, range)));
  connection.onRequest(
    objectsRequest,
    ({ uri }: ObjectsParams): ObjectsResult => ({ objects: about(uri, 'Objects', [], objectSummaries) }),
  );

  const simulateLatest = latestSimulation(simulate);
  connection.onRequest<SimulateResult, void>(
    simulateRequest,
    async (params: SimulateParams, token: CancellationToken): Promise<SimulateResult> => {
      const { uri } = params;
      const text = documents.get(uri)?.getText();
      if (text === undefined) return { status: 'gone' };
      try {
        return await simulateLatest({ text, settings: settingsOf(uri), params, partial: patches.isPatch(uri) }, token);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        report('Simulation', error);
        throw new ResponseError(LSPErrorCodes.RequestFailed, render('simulation-failed', {}, settingsOf(uri).language));
      }
    },
  );

  /** Of a text that is not open. */
  function analyseOnce(uri: string, content: string, own = settings): Analysis {
    const analysis = analyzer.analyse(TextDocument.create(uri, '', 0, content), own, patches.isPatch(uri));
    analyzer.forget(uri);
    return analysis;
  }

  connection.onRequest(checkRequest, async ({ uri, text: content }: CheckParams): Promise<CheckResult> => {
    const [own] = await Promise.all([settingsFor(uri), patches.know(uri)]);
    return { diagnostics: guarded('Check', [], () => diagnosticsOf(analyseOnce(uri, content, own))) };
  });
  connection.onRequest(nestRequest, ({ text: content }: NestParams): NestResult => {
    return { text: guarded('Paste', null, () => nestFile(analyseOnce('pasted:', content)) ?? null) };
  });

  connection.onRequest(committedRequest, ({ uri, text: content }: CommittedParams) => {
    analyzer.setCommitted(uri, content ?? undefined);
    publishSoon(uri);
    return null;
  });

  documents.listen({
    ...connection,
    onDidChangeTextDocument: (handler) =>
      connection.onDidChangeTextDocument((params) => {
        handler(params);
        // A new version of the same text is a change as well, which TextDocuments passes over.
        const { uri, version } = params.textDocument;
        const document = documents.get(uri);
        if (!document || document.version === version) return;
        TextDocument.update(document, [], version);
        publishSoon(uri);
      }),
  });
  connection.listen();
}

const noTokens: SemanticTokens = { data: [] };

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined;
}

function text(value: unknown, name: string): string | undefined {
  const found = member(value, name);
  return typeof found === 'string' ? found : undefined;
}
