import { defaultSettings, type Settings } from '../application/settings.ts';
import { chartsAt, isBelow } from '../files/charts-at.ts';
import { manifestsAt } from '../files/manifests-at.ts';
import type { KubernetesVersion } from '../kubernetes/versions.ts';
import { render } from '../messages/render.ts';
import type { FileFindings } from './file-findings.ts';
import { jsonReport } from './json-report.ts';
import type { JudgedCharts } from './judge-charts.ts';
import { judgeInThreads } from './judge-in-threads.ts';
import { type ExitCode, exitCodes, type Output } from './output.ts';
import { githubReport, textReport } from './reports.ts';

export interface ValidateOptions {
  readonly kubernetesVersion: KubernetesVersion;
  readonly format: 'text' | 'json' | 'sarif' | 'github';
  readonly advice: Settings['advice'];
  /** Render charts below the paths, too, not only those that a path names. */
  readonly helm?: boolean;
  /** Files of values for charts. */
  readonly values?: readonly string[];
}

const noCharts: JudgedCharts = { results: [], asTheyStand: [], refused: [] };

/** `kubejob validate`. */
export async function validate(paths: readonly string[], options: ValidateOptions, output: Output): Promise<ExitCode> {
  const settings: Settings = { ...defaultSettings, kubernetesVersion: options.kubernetesVersion, advice: options.advice };
  const charts = chartsAt(paths, options.helm ?? false);
  const rendered =
    charts.length > 0 ? await (await import('./judge-charts.ts')).judgeCharts(charts, options.values ?? [], settings) : noCharts;
  for (const chart of rendered.asTheyStand) output.error(`kubejob: ${chart}: ${render('chart-no-helm', {})}\n`);
  const { files, unread } = manifestsAt(paths);
  const refused = [...unread, ...rendered.refused];
  for (const reason of refused) output.error(`kubejob: ${reason}\n`);
  const judged = charts.filter((chart) => !rendered.asTheyStand.includes(chart));
  const loose = files.filter(({ file, named }) => named || !judged.some((chart) => isBelow(file, chart)));
  const results = [...(await judgeInThreads(loose, settings)), ...rendered.results].sort((a, b) => (a.file < b.file ? -1 : 1));
  output.out(await report(results, options.format, output));
  if (refused.length > 0) return exitCodes.couldNotRun;
  return results.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? exitCodes.faults : exitCodes.good;
}

async function report(results: readonly FileFindings[], format: ValidateOptions['format'], output: Output): Promise<string> {
  switch (format) {
    case 'json':
      return jsonReport(results);
    case 'github':
      return githubReport(results);
    case 'sarif':
      return (await import('./sarif-report.ts')).sarifReport(results);
    case 'text':
      return textReport(results, output.colours);
  }
}
