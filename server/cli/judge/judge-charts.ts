import { join, resolve } from 'node:path';
import { type Analysis, createAnalyzer } from '../../application/analysis.ts';
import { type BuiltFinding, byPlace, type DeliveredFinding, type HowToJudgeBuilt } from '../../application/charts/built-verdict.ts';
import { chartFindings } from '../../application/charts/chart-findings.ts';
import { unrenderedFindings } from '../../application/charts/unrendered.ts';
import { renderedFor } from '../../application/configuration/versions-of-chart.ts';
import { type AllFacts, factsAt } from '../../application/facts/facts-at.ts';
import type { Settings } from '../../application/settings/settings.ts';
import type { ChartOptions, ChartRender } from '../../charts/chart-tools.ts';
import { readFile } from '../../files/read-file.ts';
import { chartText, renderChart } from '../../files/render-chart.ts';
import { shownName } from '../../files/shown-name.ts';
import { render } from '../../messages/render.ts';
import { type FileFindings, type RelatedPlace, reported } from '../report/reported-finding.ts';
import { settingsByFile } from './settings-by-file.ts';

/** What came of charts: verdicts by template, and what is to be told of those that could not be rendered. */
export interface JudgedCharts {
  readonly results: readonly FileFindings[];
  /** Charts that helm is missing for: their templates are judged as they stand. */
  readonly asTheyStand: readonly string[];
  /** Why charts were not judged, in helm's words. */
  readonly refused: readonly string[];
}

/** Renders charts with the user's helm, one after the other, and judges what comes out. */
export async function judgeCharts(
  charts: readonly string[],
  values: readonly string[],
  settings: Settings,
  facts: AllFacts,
  { findingsOf, begun = () => {} }: HowToBuild = {},
): Promise<JudgedCharts> {
  const knownAt = factsAt(facts);
  const settingsAt = settingsByFile(settings);
  const judged: JudgedCharts[] = [];
  for (const chart of charts) {
    begun(chart);
    const here = settingsAt(join(chart, 'Chart.yaml'));
    const asked = chartOptions(chart, values, here);
    const rendered = await renderChart(chart, asked);
    const ofChart = {
      settings: here,
      facts: knownAt(join(resolve(chart), 'Chart.yaml'), undefined),
      findingsOf: askedOf(chart, findingsOf),
    };
    judged.push(outcome(chart, asked.values, rendered, ofChart));
  }
  return {
    results: judged.flatMap(({ results }) => results),
    asTheyStand: judged.flatMap(({ asTheyStand }) => asTheyStand),
    refused: judged.flatMap(({ refused }) => refused),
  };
}

/** How a chart is rendered: with the values that a call names, or else those of the configuration. */
export function chartOptions(chart: string, values: readonly string[], settings: Settings): ChartOptions {
  const asked = values.length > 0 ? values : settings.helm.valuesFiles.map((file) => join(chart, file));
  return { helm: 'helm', values: asked, kubeVersion: renderedFor(settings) };
}

const nothing: JudgedCharts = { results: [], asTheyStand: [], refused: [] };

export interface HowToBuild {
  /** What is asked of each document that comes of a folder, as `HowToJudgeBuilt` has it. */
  readonly findingsOf?: (analysis: Analysis, folder: string) => readonly DeliveredFinding[];
  /** Is told of each chart or kustomization before a tool builds it, which may take long. */
  readonly begun?: (folder: string) => void;
}

/** What is asked of documents, for those of one folder. */
export function askedOf(folder: string, findingsOf: HowToBuild['findingsOf']): HowToJudgeBuilt['findingsOf'] {
  return findingsOf && ((analysis) => findingsOf(analysis, folder));
}

function outcome(chart: string, values: readonly string[], rendered: ChartRender, how: HowToJudgeBuilt): JudgedCharts {
  switch (rendered.status) {
    case 'no-helm':
      return { ...nothing, asTheyStand: [chart] };
    case 'stopped':
      return { ...nothing, refused: [`${shownName(chart)}: ${render(`chart-${rendered.why}`, {})}`] };
    case 'refused':
      return { ...nothing, refused: [shownName(`${chart}: helm: ${rendered.message}`)] };
    case 'rendered':
      return { ...nothing, results: byFile(chart, values, rendered, how) };
  }
}

function byFile(
  chart: string,
  values: readonly string[],
  { documents, templates }: Extract<ChartRender, { status: 'rendered' }>,
  how: HowToJudgeBuilt,
) {
  const outside = new Set(values);
  const text = (file: string) => (outside.has(file) ? textOf(file) : chartText(chart, file));
  const valuesFiles = ['values.yaml', ...values];
  const { objects, findings: ofRendered } = chartFindings(documents, { text, valuesFiles }, how, createAnalyzer(Date.now));
  // Where something else is asked of what was rendered there is nothing to ask of the rest.
  const ofOthers = how.findingsOf ? [] : unrenderedFindings(templates, documents, text, how, Date.now);
  const findings = [...ofRendered, ...ofOthers].sort(byPlace);
  const files = [...new Set(findings.map(({ file }) => file))];
  const inChart = (file: string) => (outside.has(file) ? file : join(chart, file));
  const lineOf = ({ file, range }: BuiltFinding) => (text(file) ?? '').split(/\r?\n/)[range.start.line] ?? '';
  const inTemplate = (one: BuiltFinding) => ({
    ...reported({ ...one, related: inValues(one, inChart) }),
    details: { line: lineOf(one) },
  });
  const results = files.map(
    (file): FileFindings => ({
      file: inChart(file),
      objects: 0,
      ofChart: true,
      findings: findings.filter((one) => one.file === file).map(inTemplate),
    }),
  );
  // The Jobs count for the chart as a whole: one template may make many, or none.
  return [{ file: chart, objects, findings: [] }, ...results];
}

function textOf(file: string): string | undefined {
  const read = readFile(file);
  return 'text' in read ? read.text : undefined;
}

/** The lines of values files that went into the template's line stand beside what was found there. */
function inValues({ values }: BuiltFinding, inChart: (file: string) => string): readonly RelatedPlace[] {
  return values.map(({ file, range }) => ({ file: inChart(file), range, message: render('chart-value', {}) }));
}
