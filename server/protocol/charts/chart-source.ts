import type { Connection } from 'vscode-languageserver';
import { type Analyzer, createAnalyzer } from '../../application/analysis.ts';
import type { HowToJudgeBuilt } from '../../application/charts/built-verdict.ts';
import { chartFindings } from '../../application/charts/chart-findings.ts';
import { renderedFor } from '../../application/configuration/versions-of-chart.ts';
import type { KnownFacts } from '../../application/facts/known-facts.ts';
import { type Settings, versionsInWords } from '../../application/settings/settings.ts';
import type { ChartRender, ChartTools } from '../../charts/chart-tools.ts';
import type { RenderedDocument } from '../../charts/rendered-chart.ts';
import { diagnosticsByFile, refusal } from '../../language/build-diagnostics.ts';
import { type Texts, textsIn } from '../../messages/render.ts';
import { decodedAddress } from '../../plain/decoded-address.ts';
import { oncePerText } from '../../plain/once-per.ts';
import { type Build, type BuildSource, notBuilt } from '../builds/build-source.ts';
import { committedBuilds } from '../builds/committed-builds.ts';
import type { FollowedBuilds } from '../builds/follow-builds.ts';
import { type ChartParams, type ChartResult, chartRenderedNotification, chartRequest } from './chart-requests.ts';
import { placeInChart, renderedText } from './rendered-text.ts';

/** Of so many charts, those that were rendered last, what did not change is not judged again. */
const mostAnalyzers = 4;

/** Charts as what the user's helm makes manifests of, each by the address of its folder. */
export function chartSource(connection: Connection, tools: ChartTools, factsOf: (uri: string) => KnownFacts): BuildSource {
  const committed = committedBuilds();
  const analyzerOf = oncePerText(mostAnalyzers, () => createAnalyzer(Date.now));
  return {
    unitsOf(uri) {
      const chart = tools.chartOf(uri);
      return chart === undefined ? [] : [chart];
    },
    async build(chart, uri, settings, signal) {
      const { path, valuesFiles } = settings.helm;
      const options = { helm: path, values: valuesFiles, kubeVersion: renderedFor(settings) };
      const how = { commitOf: tools.commitOf, build: () => tools.committed(chart, { ...options, signal }) };
      const before = settings.immutableFields ? committed(chart, JSON.stringify(options), how, signal) : undefined;
      return tools.render(chart, { ...options, signal }, async (rendered) =>
        rendered.status === 'rendered'
          ? judged(tools, chart, rendered.documents, { settings, facts: factsOf(uri), committed: await before }, analyzerOf(chart))
          : notRendered(tools, chart, uri, rendered, textsIn(settings.language)),
      );
    },
    announce: (chart) => void connection.sendNotification(chartRenderedNotification, { chart }),
  };
}

function notRendered(
  tools: ChartTools,
  chart: string,
  uri: string,
  rendered: Exclude<ChartRender, { status: 'rendered' }>,
  texts: Texts,
): Build {
  if (rendered.status === 'no-helm') return notBuilt('no-helm', texts('chart-no-helm', {}));
  const message = rendered.status === 'refused' ? texts('chart-refused', { words: rendered.message }) : texts(`chart-${rendered.why}`, {});
  const place = placeInChart(message);
  const [file = uri, line = 0] = place ? [tools.uriOf(chart, place.file), place.line] : [];
  return notBuilt(rendered.status, message, new Map([[decodedAddress(file), [refusal('chart-refused', line, message)]]]));
}

function judged(tools: ChartTools, chart: string, documents: readonly RenderedDocument[], how: HowToJudgeBuilt, analyzer: Analyzer): Build {
  const { helm, language } = how.settings;
  const files = { text: (file: string) => tools.text(chart, file), valuesFiles: ['values.yaml', ...helm.valuesFiles] };
  const { findings } = chartFindings(documents, files, how, analyzer);
  const templates = documents.map(({ template }) => template);
  return {
    status: 'rendered',
    message: undefined,
    diagnostics: diagnosticsByFile(findings, templates, textsIn(language), (file) => tools.uriOf(chart, file)),
    text: (uri, line) => (documents.length > 0 ? renderedText(documents, tools.fileOf(chart, uri), line) : undefined),
  };
}

/** Answers which chart an open file belongs to, and with which values it is rendered. */
export function answerCharts(
  connection: Connection,
  tools: ChartTools,
  builds: Pick<FollowedBuilds, 'unitsOf' | 'buildOf'>,
  settingsOf: (uri: string) => Settings,
): void {
  connection.onRequest(chartRequest, ({ uri }: ChartParams): ChartResult => {
    const chart = tools.chartOf(uri);
    if (chart === undefined || !builds.unitsOf(uri).includes(chart)) return { chart: null };
    const { status = 'unknown', message = null } = builds.buildOf(chart) ?? {};
    const settings = settingsOf(uri);
    const { helm, kubeVersion } = settings;
    const kubernetes = kubeVersion === undefined ? null : { versions: versionsInWords(settings), kubeVersion };
    return { chart: { uri: chart, status, message, values: helm.valuesFiles, offered: tools.valuesFiles(chart), kubernetes } };
  });
}
