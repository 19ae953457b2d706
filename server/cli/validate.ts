import { causesAmong } from '../application/located-finding.ts';
import { defaultSettings, type Settings } from '../application/settings/settings.ts';
import { chartsAt, isBelow } from '../files/charts-at.ts';
import { kustomizationsBeside } from '../files/kustomizations-beside.ts';
import { type ManifestsRead, manifestsAt } from '../files/manifests-at.ts';
import type { KubernetesVersion } from '../kubernetes/versions.ts';
import { render } from '../messages/render.ts';
import { type FactsOption, factsOfCall } from './facts.ts';
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
  readonly facts?: FactsOption;
}

const noCharts: JudgedCharts = { results: [], asTheyStand: [], refused: [] };

/** `kubejob validate`. */
export async function validate(paths: readonly string[], options: ValidateOptions, streams: Streams): Promise<ExitStatus> {
  const settings: Settings = { ...defaultSettings, kubernetesVersion: options.kubernetesVersion, advice: judgedAdvice(options) };
  const charts = chartsAt(paths, options.helm ?? false);
  const read = manifestsAt(paths.filter((path) => !charts.includes(path)));
  const facts = factsOfCall(options.facts, read.files, kustomizationsBeside());
  if ('unread' in facts) {
    streams.error(`kubejob: ${facts.unread}\n`);
    return exitStatus.couldNotRun;
  }
  const rendered =
    charts.length > 0 ? await (await import('./judge-charts.ts')).judgeCharts(charts, options.values ?? [], settings, facts) : noCharts;
  for (const chart of rendered.asTheyStand) streams.error(`kubejob: ${chart}: ${render('chart-no-helm', {})}\n`);
  const { files, unread } = together(read, manifestsAt(rendered.asTheyStand.filter((chart) => paths.includes(chart))));
  const refused = [...unread, ...rendered.refused];
  for (const reason of refused) streams.error(`kubejob: ${reason}\n`);
  const judged = charts.filter((chart) => !rendered.asTheyStand.includes(chart));
  const loose = files.filter(({ file, named }) => named || !judged.some((chart) => isBelow(file, chart)));
  const results = [...(await judgeInThreads(loose, settings, facts)), ...rendered.results].sort((a, b) => (a.file < b.file ? -1 : 1));
  streams.out(await report(results, options, streams));
  if (refused.length > 0) return exitStatus.couldNotRun;
  return results.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? exitStatus.faults : exitStatus.good;
}

/** Each file once, sorted by name. */
function together(one: ManifestsRead, other: ManifestsRead): ManifestsRead {
  if (other.files.length === 0) return { files: one.files, unread: [...one.unread, ...other.unread] };
  const files = new Map([...other.files, ...one.files].map((file) => [file.file, file]));
  return { files: [...files.values()].sort((a, b) => (a.file < b.file ? -1 : 1)), unread: [...one.unread, ...other.unread] };
}

/** Practices are judged where they are not shown, too: JSON marks them, and the text says how many there are. */
function judgedAdvice({ advice }: ValidateOptions): Settings['advice'] {
  return advice === 'pitfalls' ? 'all' : advice;
}

/** Only JSON has what follows from something else. */
async function report(judged: readonly FileFindings[], { format, advice }: ValidateOptions, streams: Streams): Promise<string> {
  if (format === 'json') return jsonReport(judged);
  const results = advice === 'pitfalls' ? judged.map(withoutPractices) : judged;
  const shown = results.map((one) => ({ ...one, findings: causesAmong(one.findings) }));
  switch (format) {
    case 'github':
      return githubReport(shown);
    case 'sarif':
      return (await import('./sarif-report.ts')).sarifReport(shown);
    case 'text':
      return textReport(shown, streams.colours, count(judged) - count(results));
  }
}

function withoutPractices(result: FileFindings): FileFindings {
  return { ...result, findings: result.findings.filter(({ practice }) => !practice) };
}

function count(results: readonly FileFindings[]): number {
  return results.reduce((sum, { findings }) => sum + findings.length, 0);
}
