import { basename, resolve } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, createAnalyzer } from '../application/analysis.ts';
import { configurationName } from '../application/configuration/configuration-name.ts';
import { factsAt } from '../application/facts/facts-at.ts';
import { refusalOfBytes } from '../application/findings/encoding-finding.ts';
import { scenarioNames } from '../application/scenario/scenario-name.ts';
import { asFilledIn, versionsInWords } from '../application/settings/settings.ts';
import { type Accepted, accept, objectNamed, type Refused, type Unfinished } from '../application/simulation/accept.ts';
import { nearbyOnDisk } from '../files/files-nearby.ts';
import { kustomizationsBeside } from '../files/kustomizations-beside.ts';
import { readFile, readFirst, type TextFile, type Unread } from '../files/read-file.ts';
import { shownName } from '../files/shown-name.ts';
import { jobOf } from '../kubernetes/creation/job-from-cronjob.ts';
import { isCronJob } from '../kubernetes/kinds.ts';
import type { VersionRange } from '../kubernetes/version-range.ts';
import type { KubernetesVersion } from '../kubernetes/versions.ts';
import { textsIn } from '../messages/render.ts';
import type { WhatIf } from '../simulator/what-if/what-if-edit.ts';
import { asText } from './as-text.ts';
import { type FactsOption, factsOfCall } from './facts.ts';
import { analyseInPlace } from './judge/analyse-in-place.ts';
import { settingsByFile, settingsOfCall } from './judge/settings-by-file.ts';
import { keepHeapBounded } from './judge/small-heap.ts';
import { detailsOf } from './report/finding-details.ts';
import { reported } from './report/reported-finding.ts';
import { findingsText } from './report/text-report.ts';
import { manyRunsReport } from './simulation/many-runs-report.ts';
import { playLive } from './simulation/play-live.ts';
import { type OutputKind, simulated, simulationReport } from './simulation/simulation-report.ts';
import { terminalOf } from './simulation/terminal.ts';
import { type ExitStatus, exitStatus, type Streams, writeLines } from './streams/streams.ts';

/** What the command line prints is English. */
const texts = textsIn('en');

export interface SimulateOptions {
  readonly name?: string;
  readonly scenario?: string;
  /** Seconds. */
  readonly until?: number;
  /** Of a range all judge, and the newest is simulated. */
  readonly kubernetesVersion?: VersionRange;
  /** Absent: the timeline in a terminal, otherwise what kubectl watches. */
  readonly output?: OutputKind;
  /** Draw it as it goes on. */
  readonly live?: boolean;
  /** Seconds of the run in one second. */
  readonly speed?: number;
  /** One run of a CronJob. */
  readonly run?: boolean;
  readonly runs?: number;
  readonly failureRate?: number;
  readonly seed?: number;
  readonly facts?: FactsOption;
}

/** An option that would do nothing beside the others, in words. */
function contradictionIn({ live, speed, runs, failureRate, output }: SimulateOptions): string | undefined {
  if (speed !== undefined && !live) return '--speed says how fast --live plays: ask for --live as well';
  if (failureRate !== undefined && runs === undefined) return '--failure-rate is drawn in each of many runs: say how many with --runs';
  if (runs !== undefined && live) return '--live plays one run: leave out --runs';
  if (runs !== undefined && output !== undefined && !ofManyRuns.has(output))
    return `--runs says how runs spread, and has no ${output}: leave out --output, or ask for json`;
  if (live && !process.stdout.isTTY) return '--live draws in a terminal: leave it out where something else reads the output';
  return undefined;
}

/** What can be printed of many runs. */
const ofManyRuns: ReadonlySet<OutputKind> = new Set(['json', 'summary']);

/** `kubejob simulate`. */
export async function simulateManifest(file: string, options: SimulateOptions, streams: Streams): Promise<ExitStatus> {
  const contradiction = contradictionIn(options);
  if (contradiction !== undefined) {
    streams.error(`kubejob: ${contradiction}\n`);
    return exitStatus.couldNotRun;
  }
  const asked = ask(file, options);
  if ('code' in asked) {
    streams.error(`${asked.text.trimEnd()}\n`);
    return asked.code;
  }
  const { scenario, facts, existing, version: kubernetesVersion } = asked;
  if (asked.range !== undefined) streams.error(`kubejob: judged as by Kubernetes ${asked.range}, simulated as by ${kubernetesVersion}\n`);
  if (options.run && !isCronJob(asked.object)) {
    streams.error(
      `kubejob: --run simulates one run of a CronJob, and ${shownName(asked.object.metadata?.name ?? file)} is a Job: leave it out\n`,
    );
    return exitStatus.couldNotRun;
  }
  keepHeapBounded();
  const object = options.run ? jobOf(asked.object) : asked.object;
  const more = { ...options, kubernetesVersion, facts, existing };
  if (options.runs !== undefined) {
    writeLines(streams, [manyRunsReport(object, scenario, { ...more, runs: options.runs, output: options.output ?? 'summary' }, streams)]);
    return exitStatus.good;
  }
  const terminal = terminalOf({ environment: process.env, platform: process.platform, stream: process.stdout });
  const output = options.output ?? (terminal.isTerminal ? 'timeline' : 'watch');
  if (options.live && terminal.isTerminal) await playLive(simulated(object, scenario, more), terminal, { ...options, wait }, streams);
  else writeLines(streams, simulationReport(object, scenario, { ...more, output, terminal }, streams));
  return exitStatus.good;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** What is simulated, and as by which version. */
interface Asked extends Accepted {
  readonly version: KubernetesVersion;
  /** The range that it is the newest of, as it is written; undefined where there is one version. */
  readonly range: string | undefined;
}

/** Why there is nothing to simulate. */
interface Nothing {
  readonly code: ExitStatus;
  readonly text: string;
}

function ask(file: string, options: SimulateOptions): Asked | Nothing {
  const { kubernetesVersion } = options;
  const manifest = readFile(file);
  if ('unread' in manifest) return couldNotRun(manifest.unread);
  const scenario = asText(options.scenario === undefined ? scenarioBeside(file) : readFile(options.scenario));
  if (scenario && 'unread' in scenario) return couldNotRun(scenario.unread);
  const beside = kustomizationsBeside(nearbyOnDisk(configurationName));
  const known = factsOfCall(options.facts, [{ file, named: true, read: manifest }], beside);
  if ('unread' in known) return couldNotRun(known.unread);
  const [notFollowed] = known.notFollowed;
  if (notFollowed !== undefined) return couldNotRun(notFollowed);
  const text = TextDocument.create(file, 'yaml', 1, manifest.text);
  const settings = settingsByFile(settingsOfCall({ kubernetesVersion }))(file);
  const factsThere = factsAt(known.facts)(resolve(file), beside.namespaceOf(file));
  const analysis = analyseInPlace(nearbyOnDisk(configurationName), beside.isPatch(file), (partial, filling) =>
    createAnalyzer().analyse(text, asFilledIn(settings, filling), partial, factsThere),
  );
  const bytes = refusalOfBytes(analysis, manifest.notUtf8);
  if (bytes) {
    const refused: Refused = { status: 'refused', what: 'object', file, problems: [bytes] };
    return { code: exitStatus.faults, text: refusalText(file, refused, analysis) };
  }
  const object = objectNamed(analysis, options.name);
  if (!object) return couldNotRun(noSuchObject(analysis, options.name));
  const answer = accept(analysis, object, scenario, whatIf(options));
  if (answer.status !== 'accepted') return { code: exitStatus.faults, text: refusalText(file, answer, analysis) };
  const older = refusedByOlder(analysis, scenario, options);
  if (older) {
    const { kubernetesVersion: refusing } = older.analysis.settings;
    return { code: exitStatus.faults, text: `kubejob: as by Kubernetes ${refusing}:\n${refusalText(file, older.answer, older.analysis)}` };
  }
  const range = settings.olderVersions.length > 0 ? versionsInWords(settings) : undefined;
  return { ...answer, version: settings.kubernetesVersion, range };
}

/** What an older version of a range refuses, of those the newest. */
function refusedByOlder({ inOlderVersions }: Analysis, scenario: TextFile | undefined, options: SimulateOptions) {
  for (const analysis of inOlderVersions.toReversed()) {
    const object = objectNamed(analysis, options.name);
    const answer = object && accept(analysis, object, scenario, whatIf(options));
    if (answer && answer.status !== 'accepted') return { answer, analysis };
  }
  return undefined;
}

/** A failure rate is one of many runs. */
function whatIf({ runs, failureRate }: SimulateOptions): WhatIf {
  return { edits: runs === undefined || failureRate === undefined ? [] : [{ kind: 'failure-rate', share: failureRate }] };
}

function couldNotRun(reason: string): Nothing {
  return { code: exitStatus.couldNotRun, text: `kubejob: ${reason}` };
}

function scenarioBeside(file: string): TextFile | Unread | undefined {
  return file === '-' ? undefined : readFirst(scenarioNames(file));
}

function noSuchObject({ objects, text: { uri: file } }: Analysis, name: string | undefined): string {
  const names = objects.flatMap(({ judged }) => judged.name ?? []);
  const known = names.length ? `; there is ${names.join(', ')}` : '';
  return `no Job or CronJob${name === undefined ? '' : ` called ${name}`} in ${shownName(file)}${known}`;
}

function refusalText(file: string, answer: Refused | Unfinished, analysis: Analysis): string {
  const findings = answer.problems.map((one) => ({ ...reported(one), details: detailsOf(one, analysis) }));
  const problems = findingsText([{ file, findings }], false);
  if (answer.status === 'unfinished') return `kubejob: ${shownName(file)}: ${answer.message}\n${problems}`;
  if (answer.what === 'object') return `kubejob: ${shownName(file)}: ${texts('not-simulated-refused')}\n${problems}`;
  const lines = answer.problems.map(
    ({ range: { start }, message }) => `${shownName(answer.file)}:${start.line + 1}:${start.character + 1}: ${message}\n`,
  );
  return `kubejob: the scenario in ${shownName(basename(answer.file))} cannot be played\n${lines.join('')}`;
}
