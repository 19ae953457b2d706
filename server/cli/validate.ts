import { defaultSettings, type Settings } from '../application/settings/settings.ts';
import { chartsAt, isBelow } from '../files/charts-at.ts';
import { manifestsAt } from '../files/manifests-at.ts';
import type { KubernetesVersion } from '../kubernetes/versions.ts';
import { render } from '../messages/render.ts';
import { githubReport } from './github-report.ts';
import { jsonReport } from './json-report.ts';
import type { JudgedCharts } from './judge-charts.ts';
import { judgeInThreads } from './judge-in-threads.ts';
import type { FileFindings } from './reported-finding.ts';
import { type ExitStatus, exitStatus, type Streams } from './streams.ts';
import { textReport } from './text-report.ts';

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
export async function validate(paths: readonly string[], options: ValidateOptions, streams: Streams): Promise<ExitStatus> {
  const settings: Settings = { ...defaultSettings, kubernetesVersion: options.kubernetesVersion, advice: judgedAdvice(options) };
  const charts = chartsAt(paths, options.helm ?? false);
  const rendered =
    charts.length > 0 ? await (await import('./judge-charts.ts')).judgeCharts(charts, options.values ?? [], settings) : noCharts;
  for (const chart of rendered.asTheyStand) streams.error(`kubejob: ${chart}: ${render('chart-no-helm', {})}\n`);
  const judged = charts.filter((chart) => !rendered.asTheyStand.includes(chart));
  const { files, unread } = manifestsAt(paths.filter((path) => !judged.includes(path)));
  const refused = [...unread, ...rendered.refused];
  for (const reason of refused) streams.error(`kubejob: ${reason}\n`);
  const loose = files.filter(({ file, named }) => named || !judged.some((chart) => isBelow(file, chart)));
  const results = [...(await judgeInThreads(loose, settings)), ...rendered.results].sort((a, b) => (a.file < b.file ? -1 : 1));
  streams.out(await report(results, options, streams));
  if (refused.length > 0) return exitStatus.couldNotRun;
  return results.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? exitStatus.faults : exitStatus.good;
}

/** Practices are judged where they are not shown, too: JSON marks them, and the text says how many there are. */
function judgedAdvice({ advice }: ValidateOptions): Settings['advice'] {
  return advice === 'pitfalls' ? 'all' : advice;
}

async function report(judged: readonly FileFindings[], { format, advice }: ValidateOptions, streams: Streams): Promise<string> {
  if (format === 'json') return jsonReport(judged);
  const results = advice === 'pitfalls' ? judged.map(withoutPractices) : judged;
  switch (format) {
    case 'github':
      return githubReport(results);
    case 'sarif':
      return (await import('./sarif-report.ts')).sarifReport(results);
    case 'text':
      return textReport(results, streams.colours, count(judged) - count(results));
  }
}

function withoutPractices(result: FileFindings): FileFindings {
  return { ...result, findings: result.findings.filter(({ practice }) => !practice) };
}

function count(results: readonly FileFindings[]): number {
  return results.reduce((sum, { findings }) => sum + findings.length, 0);
}
