import { configurationName } from '../application/configuration/configuration-name.ts';
import type { Settings } from '../application/settings/settings.ts';
import { isBelow } from '../files/charts-at.ts';
import { nearbyOnDisk } from '../files/files-nearby.ts';
import { kustomizationsBeside } from '../files/kustomizations-beside.ts';
import { type FoundFile, readFound } from '../files/manifests-at.ts';
import type { VersionRange } from '../kubernetes/version-range.ts';
import { counted } from '../messages/table/counted.ts';
import { knownFindings, writeBaseline } from './baseline-file.ts';
import { type FactsOption, factsOfCall } from './facts.ts';
import { filesAsked, type HowToLook } from './judge/files-asked.ts';
import { inOrder, judgeBuilt } from './judge/judge-built.ts';
import { judgeInThreads } from './judge/judge-in-threads.ts';
import { settingsInForce, settingsOfCall } from './judge/settings-by-file.ts';
import { type Format, showsDetails } from './report/formats.ts';
import { inPages, type Report } from './report/report.ts';
import { reportIn } from './report/report-in.ts';
import type { FileFindings } from './report/reported-finding.ts';
import { type Selection, select } from './report/selection.ts';
import { type Progress, withOwnProgress } from './streams/progress.ts';
import { type ExitStatus, exitStatus, type Streams } from './streams/streams.ts';

export interface ValidateOptions extends HowToLook {
  /** Undefined where nobody asked: a configuration may name versions. */
  readonly kubernetesVersion?: VersionRange;
  readonly format: Format;
  /** Undefined where nobody asked, as for what follows: a configuration may say it. */
  readonly advice?: Settings['advice'];
  /** Codes of findings; only these are told. */
  readonly rule?: readonly string[];
  /** The least severity that makes the run fail. */
  readonly failOn?: Selection['failsOn'];
  /** Warnings make it fail, too. */
  readonly strict?: boolean;
  /** Mend what has one answer, in the files. */
  readonly fix?: boolean;
  /** Print what would be mended, and nothing else. */
  readonly diff?: boolean;
  /** A file of findings that are known. */
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  /** Leave out what a configuration excludes also where it is named, as hooks name the files of a commit. */
  readonly forceExclude?: boolean;
  /** Build the kustomizations in and below the paths. */
  readonly kustomize?: boolean;
  /** Files of values for charts. */
  readonly values?: readonly string[];
  readonly facts?: FactsOption;
  /** No file to read is no fault. */
  readonly allowEmpty?: boolean;
  /** Files without a Job or CronJob are one. */
  readonly requireJobs?: boolean;
}

/** `kubejob validate`. What is found in a file is written as soon as the file is judged. */
export function validate(paths: readonly string[], options: ValidateOptions, given: Streams): Promise<ExitStatus> {
  return withOwnProgress(given, (streams, progress) => validateThem(paths, options, streams, progress));
}

async function validateThem(paths: readonly string[], options: ValidateOptions, streams: Streams, progress: Progress): Promise<ExitStatus> {
  const refuse = (reason: string): ExitStatus => {
    streams.error(`kubejob: ${reason}\n`);
    return exitStatus.couldNotRun;
  };
  const contradiction = await contradictionIn(paths, options);
  if (contradiction) return refuse(contradiction);
  const asked = await filesAsked(paths, options);
  if ('unread' in asked) return refuse(asked.unread);
  const known = factsOfCall(options.facts, asked.files, kustomizationsBeside(nearbyOnDisk(configurationName)), asked.charts);
  if ('unread' in known) return refuse(known.unread);
  const isNew = knownFindings(options.baseline, options.updateBaseline ?? false);
  if ('unread' in isNew) return refuse(isNew.unread);

  const settings = settingsOfValidate(options);
  const how = { settings, facts: known.facts, details: showsDetails(options.format) };
  const inForce = settingsInForce(settings);
  const wanted = withoutExcluded(known.files, (file) => inForce(file).validate, options, streams);
  const mending = { ...how, rules: options.rule ?? [] };
  if (options.diff) return (await import('./fix.ts')).printDiffs(wanted, mending, streams);
  const fixed = options.fix ? (await import('./fix.ts')).writeFixes(wanted, mending, streams) : { files: wanted, notWritten: [] };
  const { built, files } = await judgeBuilt({ ...options, paths, charts: asked.charts, files: fixed.files }, how, progress);
  for (const missing of built.toolsMissing) streams.error(`kubejob: ${missing}\n`);

  const baseline: FileFindings[] = [];
  const tally: Tally = { files: 0, objects: 0, wasRead: true, fails: false };
  const unreadable = (reason: string) => {
    tally.wasRead = false;
    refuse(reason);
  };
  for (const reason of [...known.notFollowed, ...asked.notRead, ...fixed.notWritten, ...built.notJudged]) unreadable(reason);
  // Of standard input the mended text is what is written.
  const page = inPages(options.fix && known.files.some(({ input }) => input) ? streams.error : streams.out);
  const report = reportIn(options.format, page.write, streams.colours);
  const selectionFor = (file: string) => selectionOf(options, inForce(file));
  const tell = teller(report, selectionFor, isNew, tally);
  // Whatever format it was written in holds for all, JSON's consequences among them.
  const allOf = (result: FileFindings) => select(result, { ...selectionFor(result.file), consequences: true }).told;
  for await (const judged of inOrder(built.results, judgeInThreads(files, how))) {
    progress.step(() => `${tally.files} of ${counted(files.length, 'file', 'files')}`);
    if ('unread' in judged) unreadable(judged.unread);
    else {
      const result = built.chartsAsTheyStand.some((chart) => isBelow(judged.file, chart)) ? withoutTemplateNote(judged) : judged;
      tell(result);
      if (options.updateBaseline) baseline.push(allOf(result));
    }
  }
  report.end();
  page.flush();
  const notWritten = options.updateBaseline ? writeBaseline(options.baseline, baseline) : undefined;
  return notWritten ? refuse(notWritten.unread) : statusOf(tally, options, streams);
}

/** What is excluded is not judged; where it is standard input that was to be mended, it is written as it came. */
function withoutExcluded(
  files: readonly FoundFile[],
  isJudged: (file: string) => boolean,
  { fix, forceExclude }: ValidateOptions,
  streams: Streams,
): readonly FoundFile[] {
  return files.filter((found) => {
    const isWanted = (found.named && !forceExclude) || isJudged(found.file);
    const read = fix && found.input && !isWanted ? readFound(found) : undefined;
    if (read && 'text' in read) streams.out(read.text);
    return isWanted;
  });
}

/** What a run has come to. */
interface Tally {
  files: number;
  objects: number;
  wasRead: boolean;
  fails: boolean;
}

/** Reports what is selected of a result and counts it. */
function teller(report: Report, selectionFor: (file: string) => Selection, isNew: (result: FileFindings) => FileFindings, tally: Tally) {
  return (result: FileFindings): void => {
    const selection = selectionFor(result.file);
    const { told, practicesLeftOut, fails } = select(isNew(result), selection);
    tally.fails ||= fails;
    tally.files += result.goesOn ? 0 : 1;
    tally.objects += result.objects;
    report.leaveOut?.(practicesLeftOut);
    report.add(told, selection.failsOn);
  };
}

function statusOf(tally: Tally, options: ValidateOptions, streams: Streams): ExitStatus {
  if (!tally.wasRead) return exitStatus.couldNotRun;
  if (tally.fails) return options.updateBaseline ? exitStatus.good : exitStatus.faults;
  const nothing = nothingJudged(tally, options);
  if (nothing) streams.error(`kubejob: ${nothing.says}\n`);
  return nothing?.isFault ? exitStatus.couldNotRun : exitStatus.good;
}

/** Options that ask for opposite things, or for nothing that there is, in words. */
async function contradictionIn(
  paths: readonly string[],
  { fix, diff, format, baseline, updateBaseline, changed, stdinFilename, rule, strict, failOn }: ValidateOptions,
): Promise<string | undefined> {
  if (diff && format !== 'text') return `--diff prints a patch, and nothing in ${format}: leave out --format`;
  if (fix && diff) return '--fix writes files and --diff does not: leave one out';
  if (stdinFilename !== undefined && !paths.includes('-')) return '--stdin-filename names what standard input holds: ask for - as well';
  if (updateBaseline && baseline === undefined) return '--update-baseline writes the file that --baseline names: name one';
  if (updateBaseline && diff) return '--diff prints what --fix would change, and writes no baseline: leave out --update-baseline';
  if (updateBaseline && (changed !== undefined || rule))
    return `--update-baseline writes all that is known: leave out ${rule ? '--rule' : '--changed'}`;
  if (strict && failOn === 'error') return '--strict fails on warnings and --fail-on error does not: leave one out';
  return rule && (await import('./manual/rule.ts')).firstUnknown(rule);
}

/** Practices are hints of an editor; here they would be lines that nobody asked for. A rule that is asked for may be one. */
function settingsOfValidate({ kubernetesVersion, advice, facts, rule = [] }: ValidateOptions): Settings {
  const asked = rule.length > 0 ? 'all' : advice;
  return { ...settingsOfCall({ kubernetesVersion, advice: asked }), namespaceFacts: facts !== false };
}

/** Only JSON has what follows from something else, and practices that nobody asked for. */
function selectionOf({ rule = [], format, failOn, strict = false }: ValidateOptions, inForce: Settings): Selection {
  const practices = format === 'json' ? 'marked' : 'left out';
  const least = failOn ?? inForce.failOn ?? 'error';
  return {
    rules: rule,
    practices: inForce.advice === 'all' && rule.length === 0 ? 'asked' : practices,
    consequences: format === 'json',
    failsOn: strict && least === 'error' ? 'warning' : least,
  };
}

interface Nothing {
  readonly says: string;
  readonly isFault: boolean;
}

/** A run that found nothing to judge says so: in CI a wrong path must not look like success. Hooks often have nothing to judge. */
function nothingJudged(
  { files, objects }: { readonly files: number; readonly objects: number },
  options: ValidateOptions,
): Nothing | undefined {
  const { allowEmpty = false, requireJobs = false, forceExclude = false, changed, stdinFilename } = options;
  const isHook = changed !== undefined || stdinFilename !== undefined || forceExclude;
  if (files === 0) return { says: changed === undefined ? 'no file to read' : 'no file changed', isFault: !allowEmpty && !isHook };
  if (objects > 0) return undefined;
  return { says: `${counted(files, 'file', 'files')}, no Job or CronJob`, isFault: requireJobs && !isHook };
}

/** That a chart's templates are no manifests is said of the chart, once. */
function withoutTemplateNote(result: FileFindings): FileFindings {
  return { ...result, findings: result.findings.filter(({ code }) => code !== 'template') };
}
