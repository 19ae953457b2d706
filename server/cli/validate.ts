import { causesAmong } from '../application/located-finding.ts';
import { defaultSettings, type Settings } from '../application/settings/settings.ts';
import { chartsAt, isBelow } from '../files/charts-at.ts';
import { kustomizationsBeside } from '../files/kustomizations-beside.ts';
import { type FoundFile, manifestsAt } from '../files/manifests-at.ts';
import { shownName } from '../files/shown-name.ts';
import type { KubernetesVersion } from '../kubernetes/versions.ts';
import { render } from '../messages/render.ts';
import { counted } from '../messages/table/counted.ts';
import { type FactsOption, factsOfCall } from './facts.ts';
import type { JudgedCharts } from './judge/judge-charts.ts';
import { judgeInThreads } from './judge/judge-in-threads.ts';
import { type Format, reportIn, showsDetails } from './report/formats.ts';
import { inPages, type Report } from './report/report.ts';
import type { FileFindings } from './report/reported-finding.ts';
import { type ExitStatus, exitStatus, type Streams } from './streams/streams.ts';

export interface ValidateOptions {
  readonly kubernetesVersion: KubernetesVersion;
  readonly format: Format;
  readonly advice: Settings['advice'];
  /** Render charts below the paths, too, not only those that a path names. */
  readonly helm?: boolean;
  /** Files of values for charts. */
  readonly values?: readonly string[];
  readonly facts?: FactsOption;
  /** No file to read is no fault. */
  readonly allowEmpty?: boolean;
  /** Files without a Job or CronJob are one. */
  readonly requireJobs?: boolean;
}

const noCharts: JudgedCharts = { results: [], asTheyStand: [], refused: [] };

/** `kubejob validate`. What is found in a file is written as soon as the file is judged. */
export async function validate(paths: readonly string[], options: ValidateOptions, streams: Streams): Promise<ExitStatus> {
  const { kubernetesVersion } = options;
  const advice = judgedAdvice(options);
  const settings: Settings = { ...defaultSettings, kubernetesVersion, advice, namespaceFacts: options.facts !== false };
  const charts = chartsAt(paths, options.helm ?? false);
  const { files: found, unread } = manifestsAt(paths.filter((path) => !charts.includes(path)));
  const known = factsOfCall(options.facts, found, kustomizationsBeside(), charts);
  if ('unread' in known) {
    streams.error(`kubejob: ${known.unread}\n`);
    return exitStatus.couldNotRun;
  }
  const { facts, files } = known;
  const rendered =
    charts.length > 0
      ? await (await import('./judge/judge-charts.ts')).judgeCharts(charts, options.values ?? [], settings, facts)
      : noCharts;
  for (const chart of rendered.asTheyStand) streams.error(`kubejob: ${shownName(chart)}: ${render('chart-no-helm', {})}\n`);
  const judged = charts.filter((chart) => !rendered.asTheyStand.includes(chart));
  const literal = manifestsAt(rendered.asTheyStand.filter((chart) => paths.includes(chart)));
  const loose = together(files, literal.files).filter(({ file, named }) => named || !judged.some((chart) => isBelow(file, chart)));

  const page = inPages(streams.out);
  const written = await reportIn(options.format, page.write, streams.colours);
  const report = options.format === 'json' ? written : forPeople(written, options.advice);
  let [wasRead, isGood] = [true, true];
  const judgedSoFar = { files: 0, objects: 0 };
  const refuse = (reason: string) => {
    wasRead = false;
    streams.error(`kubejob: ${reason}\n`);
  };
  for (const reason of [...unread, ...literal.unread, ...rendered.refused]) refuse(reason);
  for await (const judgedFile of inOrder(
    rendered.results,
    judgeInThreads(loose, { settings, facts, details: showsDetails(options.format) }),
  )) {
    if ('unread' in judgedFile) refuse(judgedFile.unread);
    else {
      const result = rendered.asTheyStand.some((chart) => isBelow(judgedFile.file, chart)) ? withoutTemplateNote(judgedFile) : judgedFile;
      isGood &&= !result.findings.some(({ severity }) => severity === 'error');
      judgedSoFar.files += 1;
      judgedSoFar.objects += result.objects;
      report.add(result);
    }
  }
  report.end();
  page.flush();
  const nothing = wasRead && isGood ? nothingJudged(judgedSoFar, options) : undefined;
  if (nothing) streams.error(`kubejob: ${nothing.says}\n`);
  if (!wasRead || nothing?.isFault) return exitStatus.couldNotRun;
  return isGood ? exitStatus.good : exitStatus.faults;
}

/** A run that found nothing to judge says so: in CI a wrong path must not look like success. */
function nothingJudged(
  { files, objects }: { readonly files: number; readonly objects: number },
  { allowEmpty = false, requireJobs = false }: ValidateOptions,
): { readonly says: string; readonly isFault: boolean } | undefined {
  if (files === 0) return { says: 'no file to read', isFault: !allowEmpty };
  return objects === 0 ? { says: `${counted(files, 'file', 'files')}, no Job or CronJob`, isFault: requireJobs } : undefined;
}

/** That a chart's templates are no manifests is said of the chart, once. */
function withoutTemplateNote(result: FileFindings): FileFindings {
  return { ...result, findings: result.findings.filter(({ code }) => code !== 'template') };
}

/** Each file once, sorted by name. */
function together(one: readonly FoundFile[], other: readonly FoundFile[]): readonly FoundFile[] {
  if (other.length === 0) return one;
  const files = new Map([...other, ...one].map((file) => [file.file, file]));
  return [...files.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Practices are judged where they are not shown, too: JSON marks them, and the text says how many there are. */
function judgedAdvice({ advice }: ValidateOptions): Settings['advice'] {
  return advice === 'pitfalls' ? 'all' : advice;
}

/** What was found in charts between what is found in files, by their names. */
async function* inOrder<Judged extends object>(charts: readonly FileFindings[], files: AsyncIterable<Judged | FileFindings>) {
  const waiting = [...charts].sort((a, b) => (a.file < b.file ? -1 : 1));
  for await (const result of files) {
    while ('file' in result && waiting[0] && waiting[0].file < result.file) yield* waiting.splice(0, 1);
    yield result;
  }
  yield* waiting;
}

/** Only JSON has what follows from something else, and practices that nobody asked for. */
function forPeople(report: Report, advice: Settings['advice']): Report {
  return {
    add(result) {
      const causes = causesAmong(result.findings);
      const findings = advice === 'pitfalls' ? causes.filter(({ practice }) => !practice) : causes;
      report.leaveOut?.(causes.length - findings.length);
      report.add({ ...result, findings });
    },
    end: report.end,
  };
}
