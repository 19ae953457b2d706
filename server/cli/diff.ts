import { resolve } from 'node:path';
import type { Analysis } from '../application/analysis.ts';
import { type Delivered, deliveredBy } from '../application/changes/delivery.ts';
import { configurationName } from '../application/configuration/configuration-name.ts';
import { factsAt } from '../application/facts/facts-at.ts';
import { changeFindings } from '../application/findings/change-findings.ts';
import { refusalOfBytes } from '../application/findings/encoding-finding.ts';
import { inAnyVersion } from '../application/findings/in-any-version.ts';
import { causesAmong } from '../application/located-finding.ts';
import { versionsInWords } from '../application/settings/settings.ts';
import { chartsAt } from '../files/charts-at.ts';
import { nearbyOnDisk } from '../files/files-nearby.ts';
import { isKustomization } from '../files/kustomizations-at.ts';
import { kustomizationsBeside } from '../files/kustomizations-beside.ts';
import { manifestsAt, readFound } from '../files/manifests-at.ts';
import { shownName } from '../files/shown-name.ts';
import type { VersionRange } from '../kubernetes/version-range.ts';
import { parseManifests } from '../manifest/parse.ts';
import { render } from '../messages/render.ts';
import { counted } from '../messages/table/counted.ts';
import { existingObjects } from './existing-objects.ts';
import { factsOfCall } from './facts.ts';
import { judgeCharts } from './judge/judge-charts.ts';
import { filesInPlace } from './judge/judge-files.ts';
import { judgeKustomizations } from './judge/judge-kustomizations.ts';
import { settingsOfCall } from './judge/settings-by-file.ts';
import { objectsMeant } from './objects-meant.ts';
import { detailsOf } from './report/finding-details.ts';
import { type Format, showsDetails } from './report/formats.ts';
import { inPages } from './report/report.ts';
import { reportIn } from './report/report-in.ts';
import { type FileFindings, reported } from './report/reported-finding.ts';
import { type Progress, withOwnProgress } from './streams/progress.ts';
import { type ExitStatus, exitStatus, type Streams } from './streams/streams.ts';

export interface DiffOptions {
  /** What exists: a file, a folder, `-` for standard input, or else a commit, branch or tag. */
  readonly against: string;
  /** Of a range any version may refuse. */
  readonly kubernetesVersion?: VersionRange;
  readonly format: Format;
  /** Files of values for charts. */
  readonly values?: readonly string[];
}

/** `kubejob diff`: what Kubernetes would refuse to change on the objects that exist, and what the tool at hand would then do. */
export function diff(paths: readonly string[], options: DiffOptions, given: Streams): Promise<ExitStatus> {
  return withOwnProgress(given, (streams, progress) => compare(paths, options, streams, progress));
}

async function compare(paths: readonly string[], options: DiffOptions, streams: Streams, progress: Progress): Promise<ExitStatus> {
  const { against, values = [] } = options;
  if (against === '-' && paths.includes('-')) return refused(['standard input is read once: name a file as well as -'], streams);
  const settings = settingsOfCall({ kubernetesVersion: options.kubernetesVersion, advice: 'off' });
  if (settings.olderVersions.length > 0) streams.error(`kubejob: compared as by each of Kubernetes ${versionsInWords(settings)}\n`);
  const charts = chartsAt(paths, false);
  const overlays = paths.filter((path) => path !== '-' && !charts.includes(path) && isKustomization(path));
  const loose = paths.filter((path) => !charts.includes(path) && !overlays.includes(path));
  const { files, unread } = manifestsAt(loose);
  const beside = kustomizationsBeside(nearbyOnDisk(configurationName));
  const known = factsOfCall(undefined, files, beside, charts);
  if ('unread' in known) return refused([known.unread], streams);
  const factsOf = factsAt(known.facts);
  const namespaceOf = (file: string) => factsOf(resolve(file), beside.namespaceOf(file)).namespace;
  const existing = await existingObjects({ against, paths: loose, charts, overlays, values }, settings, namespaceOf);
  if ('unread' in existing) return refused([existing.unread], streams);

  const read = known.files.map(readFound);
  const texts = read.filter((one) => 'text' in one);
  const around = deliveredIn(texts.map(({ text }) => text));
  const inPlace = filesInPlace(settings, known.facts).whole;
  const textAt = new Map(texts.map((text) => [resolve(text.file), text]));
  const nowAt = (from: string) => {
    const text = textAt.get(from);
    return text && inPlace(text);
  };
  const meant = objectsMeant(existing, nowAt, new Set([...charts, ...overlays].map((folder) => resolve(folder))));
  const changesIn = (analysis: Analysis, place: string, delivered = around) => {
    const objects = meant(analysis, place);
    return inAnyVersion(analysis, (one) => changeFindings(one, objects, delivered));
  };
  const ofFiles = texts.map((file, at): FileFindings => {
    progress.step(() => `${at} of ${counted(texts.length, 'file', 'files')}`);
    const analysis = inPlace(file);
    const bytes = refusalOfBytes(analysis, file.notUtf8);
    const found = [...(bytes ? [bytes] : []), ...changesIn(analysis, file.file)].map((one) => {
      // What suits the tool is told; a fix of the text alone would change what is wanted.
      return showsDetails(options.format) ? { ...reported(one), details: { line: detailsOf(one, analysis).line } } : reported(one);
    });
    return { file: file.file, objects: analysis.objects.length, findings: found };
  });
  const ofCharts = await judgeCharts(charts, values, settings, known.facts, {
    findingsOf: (analysis, chart) => changesIn(analysis, chart, { ...around, ofChart: true }),
    begun: (chart) => progress.step(() => `helm renders ${shownName(chart)}`),
  });
  const ofOverlays = await judgeKustomizations(overlays, settings, known.facts, {
    findingsOf: changesIn,
    begun: (folder) => progress.step(() => `${shownName(folder)} is built`),
  });
  const results = [...ofFiles, ...ofCharts.results, ...ofOverlays.results].sort((a, b) => (a.file < b.file ? -1 : 1));

  const page = inPages(streams.out);
  const report = reportIn(options.format, page.write, streams.colours);
  const shown = ({ findings }: FileFindings) => (options.format === 'json' ? findings : causesAmong(findings));
  for (const result of results) report.add({ ...result, findings: shown(result) });
  report.end();
  page.flush();
  const notJudged = [
    ...known.notFollowed,
    ...unread,
    ...read.flatMap((one) => ('unread' in one ? [one.unread] : [])),
    ...ofCharts.refused,
    ...ofOverlays.refused,
    ...ofCharts.asTheyStand.map((chart) => `${shownName(chart)}: ${render('chart-not-compared', {})}`),
    ...ofOverlays.asTheyStand.map((overlay) => `${shownName(overlay)}: ${render('overlay-not-compared', {})}`),
  ];
  if (notJudged.length > 0) return refused(notJudged, streams);
  const isRefused = results.some(({ findings }) => findings.some(({ severity }) => severity === 'error'));
  return isRefused ? exitStatus.faults : exitStatus.good;
}

function refused(reasons: readonly string[], streams: Streams): ExitStatus {
  for (const reason of reasons) streams.error(`kubejob: ${reason}\n`);
  return exitStatus.couldNotRun;
}

/** Only texts that speak of Flux or Argo CD are read for it. */
function deliveredIn(texts: readonly string[]): Delivered {
  const telling = texts.filter((text) => /kustomize\.toolkit\.fluxcd\.io|argoproj\.io/.test(text));
  return deliveredBy(telling.flatMap((text) => parseManifests(text).documents.map(({ body }) => body.value)));
}
