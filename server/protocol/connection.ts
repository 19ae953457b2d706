import { type Connection, type InitializeResult, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../../package.json';
import { createAnalyzer } from '../application/analysis.ts';
import { asFilledIn } from '../application/settings/settings.ts';
import type { ChartTools } from '../charts/chart-tools.ts';
import type { KustomizeTools } from '../charts/kustomize-tools.ts';
import type { AskCluster } from '../cluster/questions.ts';
import { userClock } from '../language/reading/user-clock.ts';
import { actionAbilities } from './action-abilities.ts';
import { answersFrom } from './answers.ts';
import { followBuilds } from './builds/follow-builds.ts';
import { followTrust } from './builds/trust.ts';
import { capabilitiesFor } from './capabilities.ts';
import { answerCharts, chartSource } from './charts/chart-source.ts';
import { versionsOfCharts } from './charts/versions-of-charts.ts';
import { answerCluster } from './cluster/answer-cluster.ts';
import { answerCodeLenses } from './code-lenses.ts';
import { configuredSettings } from './configured-settings.ts';
import { followCommits, type ReadCommitted } from './documents/follow-commits.ts';
import { listenToDocuments } from './documents/listen-to-documents.ts';
import { editorBehind } from './editor.ts';
import { filesBeside, type StoredFiles } from './files-beside.ts';
import { followFacts } from './follow-facts.ts';
import { followPatches } from './follow-patches.ts';
import { followSettings } from './follow-settings.ts';
import { answerLanguageRequests } from './language-features.ts';
import { answerOutlines } from './outlines.ts';
import { overlaySource } from './overlays/overlay-source.ts';
import { answerOwnRequests } from './own-requests.ts';
import type { ReadNearby } from './patch-files.ts';
import { publishDiagnostics } from './publish-diagnostics.ts';
import { scenarioFiles } from './scenario-files.ts';
import { answerSimulateCommand, type KeepText } from './simulate-command.ts';
import { answerSimulations } from './simulate-request.ts';
import { type RunSimulation, simulateInPlace } from './simulation/simulation-runner.ts';
import { answerTests } from './simulation-tests.ts';
import { followStoredBytes } from './stored-bytes.ts';
import { answerRefused } from './transport/lifecycle.ts';
import { offeredEdits } from './typing/offered-edits.ts';
import { watchFiles } from './watch-files.ts';

/** What depends on where the server runs. */
interface Platform {
  readonly simulate?: RunSimulation | undefined;
  /** For editors that do not read files for the server. */
  readonly stored?: StoredFiles;
  /** What may say something of a file in whatever folder, where the server can look around. */
  readonly readNearby?: () => ReadNearby;
  /** Where the user's helm can run. */
  readonly charts?: ChartTools;
  /** Where their kubectl or kustomize can. */
  readonly overlays?: KustomizeTools;
  /** Where it can ask their cluster. */
  readonly askCluster?: AskCluster;
  /** Where it can ask their git. */
  readonly readCommitted?: ReadCommitted;
  /** Where a text can be kept for an editor to open. */
  readonly keepText?: KeepText;
}

/**
 * Serves one editor. Every answer is made from the latest text; a crash in a feature is logged and answered with nothing,
 * so that the editor goes on.
 */
export function serve(
  connection: Connection,
  { simulate = simulateInPlace, stored = {}, readNearby, charts, overlays, askCluster, readCommitted, keepText }: Platform = {},
): void {
  const documents = new TextDocuments(TextDocument);
  const analyzer = createAnalyzer(() => userClock().now);
  const editor = editorBehind(connection);
  const files = filesBeside(connection, documents, stored);

  const settings = followSettings(connection, documents, editor, (uris) => {
    uris.forEach(publishSoon);
    uris.forEach(facts.opened);
    builds.settingsChanged(uris);
    editor.refresh();
  });
  const onPatches = (concerns: (uri: string) => boolean, isOther: boolean) => {
    documents.keys().filter(concerns).forEach(publishSoon);
    if (!isOther) return;
    editor.refresh();
    builds.nearbyChanged(concerns);
  };
  const patches = followPatches(documents, files.readFirst, onPatches, readNearby);
  const facts = followFacts(documents, {
    ...patches,
    files,
    isWanted: (uri) => settings.settingsOf(uri).namespaceFacts,
    onChange() {
      documents.keys().forEach(publishSoon);
      editor.refresh();
    },
    onFault: (error) => answers.report('Facts', error),
  });
  const watcher = watchFiles(connection, editor, (uris) => {
    uris.forEach(patches.stored);
    chartVersions.changed(uris);
    facts.changed(uris);
    bytes.changed(uris);
    commits.changed(uris);
  });
  const chartVersions = versionsOfCharts(charts);
  documents.onDidSave(({ document: { uri } }) => chartVersions.changed([uri]));
  const configured = configuredSettings(facts, chartVersions);
  const settingsFor = async (uri: string) => configured(await settings.settingsFor(uri), uri);
  const { isPatch, around, know } = patches;
  const settingsOf = (uri: string) => asFilledIn(configured(settings.settingsOf(uri), uri), around(uri));
  const { factsOf } = facts;
  const answers = answersFrom(connection, documents, analyzer, { settingsOf, isPatch, factsOf });
  const bytes = followStoredBytes(documents, files, {
    onChange(uri) {
      publishSoon(uri);
      editor.refresh();
    },
    onFault: (error) => answers.report('Bytes', error),
  });
  const abilities = actionAbilities(editor, facts, bytes);
  const offered = offeredEdits();
  const sources = [
    ...(charts ? [chartSource(connection, charts, factsOf)] : []),
    ...(overlays ? [overlaySource(connection, overlays, { factsOf, know, nearbyOf: patches.nearbyOf })] : []),
  ];
  const trust = followTrust(connection);
  const commits = followCommits(documents, readCommitted, {
    isAllowed: trust.isGiven,
    onCommitted(uri, text) {
      analyzer.setCommitted(uri, text);
      publishSoon(uri);
      editor.refresh();
    },
    onFault: (error) => answers.report('Commits', error),
  });
  trust.onGiven(() => commits.changed(documents.keys()));
  const builds = followBuilds(connection, documents, sources, {
    trust,
    settingsFor,
    publishSoon: (uri) => publishSoon(uri),
    onFault: (error) => answers.report('Builds', error),
  });
  answerCluster(connection, askCluster, trust, () => settingsOf(''));
  if (charts) answerCharts(connection, charts, builds, settingsOf);
  const { publishSoon, noteChange } = publishDiagnostics(connection, documents, answers, { patches, offered, builds, bytes });

  const { readyBuilds } = builds;
  const simulated = answerSimulations(connection, documents, answers, {
    ...{ simulate, settingsOf, isPatch, factsOf, readyBuilds },
    readFirst: files.readFirst,
  });
  const simulateCommands = answerSimulateCommand(connection, { editor, simulate: simulated, keepText, settingsOf });

  connection.onInitialize((params): InitializeResult => {
    editor.initialize(params.capabilities);
    settings.initialize(params);
    files.initialize(params);
    abilities.initialize(params);
    trust.initialize(params);
    commits.initialize(params);
    simulateCommands.initialize(params);
    return { serverInfo: { name: 'kubejob', version }, capabilities: capabilitiesFor(editor.can, simulateCommands.commands) };
  });
  connection.onInitialized(() => {
    settings.watch();
    watcher.watch(files.aroundWorkspace());
  });
  documents.onDidClose(({ document: { uri } }) => {
    analyzer.forget(uri);
    offered.forget(uri);
  });

  answerLanguageRequests(connection, documents, editor, answers, offered, abilities);
  const scenarios = scenarioFiles(documents, files.readFirst);
  answerCodeLenses(connection, documents, editor, answers, scenarios, simulateCommands.isAnswered);
  answerOutlines(connection, documents, answers, scenarios);
  answerTests(connection, documents, answers, { readFirst: files.readFirst, settingsFor, facts });
  answerOwnRequests(connection, analyzer, answers, {
    configurationOf: facts.configurationOf,
    settingsOf,
    settingsFor,
    know,
    factsReady: facts.ready,
    publishSoon,
  });

  answerRefused(connection);
  listenToDocuments(connection, documents, publishSoon, noteChange);
  connection.listen();
}
