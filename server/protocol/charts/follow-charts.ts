import type { Connection, InitializeParams, TextDocumentContentChangeEvent, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { chartFindings } from '../../application/charts/chart-findings.ts';
import type { KnownFacts } from '../../application/facts/known-facts.ts';
import type { Settings } from '../../application/settings/settings.ts';
import type { ChartRender, ChartTools } from '../../charts/chart-tools.ts';
import { chartDiagnostic, withRendered } from '../../language/chart-diagnostics.ts';
import { textsIn } from '../../messages/render.ts';
import { valueAt } from '../../plain/node-path.ts';
import { elsewhere, movedAlong } from '../typing/typed-line.ts';
import {
  type ChartParams,
  type ChartResult,
  chartRenderedNotification,
  chartRequest,
  type RenderedParams,
  type RenderedResult,
  renderedRequest,
  trustNotification,
} from './chart-requests.ts';
import { type ChartState, newChart, placeInChart, renderedText } from './chart-state.ts';

interface Around {
  settingsOf(uri: string): Settings;
  settingsFor(uri: string): Promise<Settings>;
  factsOf(uri: string): KnownFacts;
  publishSoon(uri: string): void;
  onFault(error: unknown): void;
}

export interface FollowedCharts {
  /** What is to be shown of a text in which these were found. */
  withRendered(uri: string, found: readonly Diagnostic[]): readonly Diagnostic[];
  /** To be told of each change of a text. */
  noteChange(uri: string, changes: readonly TextDocumentContentChangeEvent[]): void;
  /** Other settings are in force for these texts. */
  settingsChanged(uris: readonly string[]): void;
  /** Notes whether the user's helm may run: only where the editor says that the workspace is trusted. */
  initialize(params: InitializeParams): void;
}

/**
 * Renders the charts of open files with the user's helm: when a file of one is opened and when one is saved, never while typing. A
 * run that is under way is stopped by the next. Without `tools`, and in a workspace that is not trusted, nothing is run.
 */
export function followCharts(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  tools: ChartTools | undefined,
  around: Around,
): FollowedCharts {
  const charts = new Map<string, ChartState>();
  let isTrusted = false;
  const chartOf = (uri: string) => (isTrusted ? tools?.chartOf(uri) : undefined);
  const openIn = (chart: string) => documents.keys().filter((uri) => chartOf(uri) === chart);
  const update = (chart: string, change: Partial<ChartState>) => charts.set(chart, { ...(charts.get(chart) ?? newChart), ...change });

  function render(chart: string, uri: string): void {
    if (!tools) return;
    charts.get(chart)?.running?.abort();
    const running = new AbortController();
    update(chart, { running, ready: renderNow(tools, chart, uri, running).catch(around.onFault) });
  }

  async function renderNow(by: ChartTools, chart: string, uri: string, running: AbortController): Promise<void> {
    const settings = await around.settingsFor(uri);
    const { path, valuesFiles } = settings.helm;
    if (!settings.validate) return;
    const rendered = await by.render(chart, { helm: path, values: valuesFiles, signal: running.signal });
    if (running.signal.aborted || !charts.has(chart)) return;
    update(chart, { running: undefined, ...judged(by, chart, rendered, uri, settings) });
    for (const open of openIn(chart)) around.publishSoon(open);
    void connection.sendNotification(chartRenderedNotification, { chart });
  }

  function judged(by: ChartTools, chart: string, rendered: ChartRender, uri: string, settings: Settings): Partial<ChartState> {
    const texts = textsIn(settings.language);
    if (rendered.status === 'no-helm')
      return { status: 'no-helm', message: texts('chart-no-helm', {}), documents: [], diagnostics: new Map() };
    if (rendered.status === 'rendered') {
      const { documents: made } = rendered;
      const { findings } = chartFindings(
        made,
        (file) => by.text(chart, file),
        ['values.yaml', ...settings.helm.valuesFiles],
        settings,
        around.factsOf(uri),
        Date.now,
      );
      const told = findings
        .filter(({ isConsequence }) => !isConsequence)
        .map((one) => [by.uriOf(chart, one.file), chartDiagnostic(one, texts, (file) => by.uriOf(chart, file))] as const);
      const files = new Set([...made.map(({ template }) => by.uriOf(chart, template)), ...told.map(([file]) => file)]);
      const diagnostics = new Map([...files].map((file) => [file, told.flatMap(([of, one]) => (of === file ? [one] : []))]));
      return { status: 'rendered', message: undefined, documents: made, diagnostics };
    }
    const message =
      rendered.status === 'refused' ? texts('chart-refused', { words: rendered.message }) : texts(`chart-${rendered.why}`, {});
    const place = placeInChart(message);
    const [file = uri, line = 0] = place ? [by.uriOf(chart, place.file), place.line] : [uri, 0];
    const range = { start: { line, character: 0 }, end: { line, character: 1000 } };
    const diagnostic: Diagnostic = { range, severity: DiagnosticSeverity.Warning, code: 'chart-refused', source: 'kubejob', message };
    return { status: rendered.status, message, documents: [], diagnostics: new Map([[file, [diagnostic]]]) };
  }

  function look(uri: string): void {
    const chart = chartOf(uri);
    if (chart !== undefined && !charts.has(chart)) render(chart, uri);
  }

  documents.onDidOpen(({ document: { uri } }) => look(uri));
  documents.onDidSave(({ document: { uri } }) => {
    const chart = chartOf(uri);
    if (chart !== undefined) render(chart, uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    const chart = chartOf(uri);
    if (chart === undefined || openIn(chart).some((other) => other !== uri)) return;
    charts.get(chart)?.running?.abort();
    charts.delete(chart);
  });
  connection.onNotification(trustNotification, () => {
    isTrusted = true;
    for (const uri of documents.keys()) look(uri);
  });
  connection.onRequest(renderedRequest, async ({ uri, line }: RenderedParams): Promise<RenderedResult> => {
    const chart = chartOf(uri);
    if (chart === undefined || !tools) return { rendered: null, message: null };
    look(uri);
    await charts.get(chart)?.ready;
    const { documents: made = [], message = null } = charts.get(chart) ?? {};
    return { rendered: made.length > 0 ? renderedText(made, tools.fileOf(chart, uri), line) : null, message };
  });
  connection.onRequest(chartRequest, ({ uri }: ChartParams): ChartResult => {
    const chart = chartOf(uri);
    if (chart === undefined || !tools) return { chart: null };
    const { status = 'unknown', message = null } = charts.get(chart) ?? {};
    return { chart: { uri: chart, status, message, values: around.settingsOf(uri).helm.valuesFiles, offered: tools.valuesFiles(chart) } };
  });

  return {
    withRendered(uri, found) {
      const rendered = charts.get(chartOf(uri) ?? '')?.diagnostics.get(uri);
      if (!rendered) return found;
      return rendered.some(({ code }) => code === 'chart-refused') ? [...found, ...rendered] : withRendered(found, rendered);
    },
    noteChange(uri, changes) {
      const chart = chartOf(uri);
      const state = charts.get(chart ?? '');
      const before = state?.diagnostics.get(uri);
      if (chart === undefined || !before || changes.length === 0) return;
      update(chart, { diagnostics: new Map(state?.diagnostics).set(uri, movedAlong(elsewhere(before, changes), changes)) });
    },
    settingsChanged(uris) {
      const changed = new Map(uris.flatMap((uri) => (charts.has(chartOf(uri) ?? '') ? [[chartOf(uri) ?? '', uri] as const] : [])));
      for (const [chart, uri] of changed) render(chart, uri);
    },
    initialize({ initializationOptions }) {
      isTrusted = valueAt(initializationOptions, ['trusted']) === true;
    },
  };
}
