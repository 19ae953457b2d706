import { join } from 'node:path';
import type { Analysis, ObjectInText } from '../application/analysis.ts';
import { configurationName } from '../application/configuration/configuration-name.ts';
import { fileFindings } from '../application/findings/file-findings.ts';
import { scenarioNames } from '../application/scenario/scenario-name.ts';
import { accept } from '../application/simulation/accept.ts';
import { outcomeText } from '../application/simulation/outcome.ts';
import { worstTexts } from '../application/simulation/worst.ts';
import { durationWords } from '../application/words/durations.ts';
import { chartsAt, isBelow } from '../files/charts-at.ts';
import { nearbyOnDisk } from '../files/files-nearby.ts';
import { kustomizationsBeside } from '../files/kustomizations-beside.ts';
import { manifestsAt, readFound } from '../files/manifests-at.ts';
import { readFirst, type TextFile } from '../files/read-file.ts';
import { manifestsOfChart } from '../files/render-chart.ts';
import { safeFileName } from '../files/safe-file-name.ts';
import { shownName } from '../files/shown-name.ts';
import { writeFileIn } from '../files/write-text.ts';
import { severities } from '../kubernetes/finding/severities.ts';
import type { VersionRange } from '../kubernetes/version-range.ts';
import { textsIn } from '../messages/render.ts';
import { counted } from '../messages/table/counted.ts';
import type { Run } from '../simulator/run/run.ts';
import { simulate } from '../simulator/simulate.ts';
import { timelineSvg } from '../simulator/timeline/timeline-svg.ts';
import { type FactsOption, factsOfCall } from './facts.ts';
import { judgeBuilt } from './judge/judge-built.ts';
import { chartOptions } from './judge/judge-charts.ts';
import { filesInPlace } from './judge/judge-files.ts';
import { settingsInForce, settingsOfCall } from './judge/settings-by-file.ts';
import { pathInProject } from './report/path-in-project.ts';
import { type FileFindings, type ReportedFinding, reported } from './report/reported-finding.ts';
import { totalsText, wordOf } from './report/totals.ts';
import { type Progress, withOwnProgress } from './streams/progress.ts';
import { type ExitStatus, exitStatus, type Streams } from './streams/streams.ts';

export interface ReportOptions {
  readonly kubernetesVersion?: VersionRange;
  /** A folder for the timelines, one picture a Job. */
  readonly svg?: string;
  readonly facts?: FactsOption;
  readonly gitignore?: boolean;
}

/** What the command line prints is English. */
const texts = textsIn('en');

/**
 * `kubejob report`: one page of Markdown, for the summary of a pipeline or a pull request: what was found, worst first, and how each
 * Job that would be accepted runs, with its timeline where a folder for pictures is named. A path that is a chart is rendered. It
 * judges nobody: `validate` fails a run.
 */
export function reportRuns(paths: readonly string[], options: ReportOptions, given: Streams): Promise<ExitStatus> {
  return withOwnProgress(given, (streams, progress) => writePage(paths, options, streams, progress));
}

async function writePage(paths: readonly string[], options: ReportOptions, streams: Streams, progress: Progress): Promise<ExitStatus> {
  const { gitignore = true } = options;
  const charts = chartsAt(paths, false, gitignore);
  const { files, unread } = manifestsAt(
    paths.filter((path) => !charts.includes(path)),
    { gitignore },
  );
  const known = factsOfCall(options.facts, files, kustomizationsBeside(nearbyOnDisk(configurationName)), charts);
  const notRead = 'unread' in known ? [...unread, known.unread] : [...unread, ...known.notFollowed];
  const page: FileOfPage[] = [];
  if (!('unread' in known)) {
    const settings = settingsOfCall({ kubernetesVersion: options.kubernetesVersion });
    const inForce = settingsInForce(settings);
    const analyse = filesInPlace(settings, known.facts).whole;
    const pictures = options.svg === undefined ? undefined : picturesIn(options.svg, (reason) => notRead.push(reason));
    const wanted = known.files.filter(({ file, named }) => named || inForce(file).validate);
    const asked = { paths, charts, files: wanted, gitignore };
    const { built, files: loose } = await judgeBuilt(asked, { settings, facts: known.facts, details: false }, progress);
    for (const missing of built.toolsMissing) streams.error(`kubejob: ${missing}\n`);
    notRead.push(...built.notJudged);
    for (const chart of built.results.filter(({ ofChart }) => !ofChart)) {
      const made = await manifestsOfChart(chart.file, chartOptions(chart.file, [], inForce(join(chart.file, 'Chart.yaml'))));
      const runs = made.status === 'rendered' ? analyse({ file: join(chart.file, 'Chart.yaml'), text: made.text }) : undefined;
      const findings = built.results.filter(({ file }) => isBelow(file, chart.file)).flatMap(shownOf);
      page.push({ objects: chart.objects, findings, chapters: runs ? chaptersOf(chart.file, runs, undefined, pictures) : [] });
    }
    for (const [at, found] of loose.entries()) {
      progress.step(() => `${at} of ${counted(loose.length, 'file', 'files')}`);
      const read = readFound(found);
      if ('unread' in read) notRead.push(read.unread);
      else page.push(fileOfPage(read, analyse(read), pictures));
    }
  }
  streams.out(pageText(page, notRead));
  for (const reason of notRead) streams.error(`kubejob: ${reason}\n`);
  if (notRead.length === 0 && page.length === 0) streams.error('kubejob: no file to read\n');
  return notRead.length > 0 || page.length === 0 ? exitStatus.couldNotRun : exitStatus.good;
}

/** A file, or a chart. */
interface FileOfPage {
  readonly objects: number;
  readonly findings: readonly FoundOnPage[];
  /** A chapter of each Job that was simulated. */
  readonly chapters: readonly string[];
}

interface FoundOnPage {
  readonly file: string;
  readonly finding: ReportedFinding;
}

/** Keeps the picture of a run; the path by which a page shows it, undefined where it could not be written. */
type Pictures = (run: Run) => string | undefined;

function picturesIn(folder: string, failed: (reason: string) => void): Pictures {
  const used = new Map<string, number>();
  return (run) => {
    const name = safeFileName(run.name).slice(0, 100) || 'job';
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    const file = `${name}${count > 1 ? `-${count}` : ''}.svg`;
    const words = { duration: (seconds: number) => durationWords(seconds, texts), more: (lines: number) => `${lines} more` };
    const unwritten = writeFileIn(folder, file, timelineSvg(run, words));
    if (!unwritten) return pathInProject(join(folder, file));
    failed(unwritten.unread);
    return undefined;
  };
}

function fileOfPage(read: TextFile, analysis: Analysis, pictures: Pictures | undefined): FileOfPage {
  const findings = shownOf({ file: read.file, findings: fileFindings(analysis, read.notUtf8).map(reported) });
  const scenario = read.file === '-' ? undefined : readFirst(scenarioNames(read.file));
  const played = scenario && 'text' in scenario ? scenario : undefined;
  const objects = analysis.objects.length + analysis.carried.length;
  return { objects, findings, chapters: chaptersOf(read.file, analysis, played, pictures) };
}

function shownOf({ file, findings }: Pick<FileFindings, 'file' | 'findings'>): readonly FoundOnPage[] {
  const shown = findings.filter(({ practice, isConsequence }) => !practice && !isConsequence);
  return shown.map((finding) => ({ file: pathInProject(file), finding }));
}

function chaptersOf(file: string, analysis: Analysis, scenario: TextFile | undefined, pictures: Pictures | undefined): readonly string[] {
  return analysis.objects.flatMap((object) => chapterOf(pathInProject(file), analysis, object, scenario, pictures) ?? []);
}

function chapterOf(
  file: string,
  analysis: Analysis,
  object: ObjectInText,
  scenario: TextFile | undefined,
  pictures: Pictures | undefined,
): string | undefined {
  const accepted = accept(analysis, object, scenario, { edits: [] });
  if (accepted.status !== 'accepted') return undefined;
  const { facts, existing } = accepted;
  const version = analysis.settings.kubernetesVersion;
  const run = simulate(accepted.object, accepted.scenario, { version, existing, ...(facts ? { facts } : {}) });
  const picture = pictures?.(run);
  return [
    `### ${run.kind} ${code(run.name)} (${code(file)})`,
    [outcomeText(run, texts), ...worstTexts(accepted.object, texts)].map(plain).join(' '),
    ...(picture === undefined ? [] : [`![${plain(run.name)}](${encodeURI(picture)})`]),
  ].join('\n\n');
}

/** A page of which nothing could be read does not say that all is well. */
function pageText(page: readonly FileOfPage[], notRead: readonly string[]): string {
  const found = page.flatMap(({ findings }) => findings);
  const rows = severities.flatMap((severity) =>
    found
      .filter(({ finding }) => finding.severity === severity)
      .map(({ file, finding }) => row(severity, `${shownName(file)}:${finding.range.start.line + 1}`, finding)),
  );
  const shown = rows.slice(0, mostRows);
  const left = rows.length - shown.length;
  const counts = { error: 0, warning: 0, info: 0, objects: 0, files: page.length };
  for (const { objects } of page) counts.objects += objects;
  for (const { finding } of found) counts[finding.severity] += 1;
  return `${[
    '## Kubejob',
    ...(page.length > 0 ? [totalsText(counts)] : []),
    ...(notRead.length > 0 ? [['Not judged:', ...notRead.map((reason) => `- ${plain(reason)}`)].join('\n')] : []),
    ...(shown.length > 0 ? [['| | Where | What |', '| --- | --- | --- |', ...shown].join('\n')] : []),
    ...(left > 0 ? [`${left} more: \`kubejob validate\` tells all.`] : []),
    ...page.flatMap(({ chapters }) => chapters),
  ].join('\n\n')}\n`;
}

/** More than anyone reads on a page. */
const mostRows = 200;

function row(severity: ReportedFinding['severity'], place: string, { message, code: rule }: ReportedFinding): string {
  return `| ${wordOf[severity]} | ${cell(code(place))} | ${cell(plain(message))} ${cell(code(rule))} |`;
}

/** Text that says what it says and nothing else, whatever signs are in it. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~$@!]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Text as code, in which only its own mark has a meaning. */
function code(text: string): string {
  return `\`${text.replaceAll('`', "'").replace(/\s+/g, ' ')}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
