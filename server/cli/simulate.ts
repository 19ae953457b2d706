import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyzer, type ObjectInText } from '../application/analysis.ts';
import { locateFindings } from '../application/findings/file-findings.ts';
import { readScenarioComment, readScenarioText, type ScenarioText } from '../application/scenario/scenario-text.ts';
import { defaultSettings } from '../application/settings.ts';
import { jobOf } from '../kubernetes/creation/job-from-cronjob.ts';
import type { CronJob, Job } from '../kubernetes/generated/types.ts';
import type { KubernetesVersion } from '../kubernetes/versions.ts';
import { render } from '../messages/render.ts';
import type { Scenario } from '../simulator/scenario/scenario.ts';
import { reported } from './file-findings.ts';
import { manyRunsReport } from './many-runs-report.ts';
import { type ExitCode, exitCodes, type Output } from './output.ts';
import { patchesListedIn } from './patches.ts';
import { readText, reasonOf } from './read-manifests.ts';
import { findingsText } from './reports.ts';
import { type OutputKind, simulationReport } from './simulation-report.ts';

export interface SimulateOptions {
  readonly name?: string;
  readonly scenario?: string;
  /** Seconds. */
  readonly until?: number;
  readonly kubernetesVersion: KubernetesVersion;
  readonly output: OutputKind;
  /** One run of a CronJob. */
  readonly run?: boolean;
  readonly runs?: number;
  readonly failureRate?: number;
  readonly seed?: number;
}

/** Why there is nothing to simulate; it was told on standard error. */
class Refusal extends Error {
  readonly code: ExitCode;
  constructor(code: ExitCode, text: string) {
    super(text);
    this.code = code;
  }
}

/** `kubejob simulate`. */
export async function simulateManifest(file: string, options: SimulateOptions, output: Output): Promise<ExitCode> {
  try {
    const manifest = readOr(file);
    const chosen = chooseObject(file, manifest, options);
    const scenario = scenarioFor(file, manifest, chosen, options);
    const object = options.run ? jobOf(chosen.object) : chosen.object;
    if (options.runs === undefined) output.out(simulationReport(object, scenario, options, output));
    else output.out(manyRunsReport(object, scenario, { ...options, runs: options.runs }, output));
    return exitCodes.good;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    output.error(`${error.message.trimEnd()}\n`);
    return error.code;
  }
}

interface Chosen {
  readonly object: Job | CronJob;
  readonly source: ObjectInText['source'];
}

/** The first Job or CronJob of the manifest, or the named one. */
function chooseObject(file: string, manifest: string, { name, kubernetesVersion }: SimulateOptions): Chosen {
  if (patchesListedIn()(file)) throw new Refusal(exitCodes.faults, `kubejob: ${file}: ${render('patch-not-simulated', {})}`);
  const text = TextDocument.create(file, 'yaml', 1, manifest);
  const analysis = createAnalyzer().analyse(text, { ...defaultSettings, kubernetesVersion, advice: 'off' });
  const named = analysis.objects.filter(({ judged }) => name === undefined || judged.name === name);
  const chosen = named.find(({ judged }) => judged.kind !== null) ?? named[0];
  if (!chosen) {
    const names = analysis.objects.flatMap(({ judged }) => judged.name ?? []);
    const known = names.length ? `; there is ${names.join(', ')}` : '';
    throw new Refusal(exitCodes.couldNotRun, `kubejob: no Job or CronJob${name === undefined ? '' : ` called ${name}`} in ${file}${known}`);
  }
  const findings = locateFindings(analysis).filter((one) => one.object === chosen && one.finding.severity === 'error');
  const { object } = chosen.judged;
  if (findings.length || !object) throw new Refusal(exitCodes.faults, findingsText([{ file, findings: findings.map(reported) }], false));
  return { object: { ...object, kind: chosen.judged.kind ?? 'Job' }, source: chosen.source };
}

/** The scenario that was asked for, or the one beside the manifest, or the one in its comments; otherwise an empty one. */
function scenarioFor(file: string, manifest: string, { source }: Chosen, { scenario }: SimulateOptions): Scenario {
  const beside = file === '-' ? undefined : file.replace(/(\.ya?ml|\.json)?$/, '.scenario.yaml');
  const own = scenario ?? (beside !== undefined && existsSync(beside) ? beside : undefined);
  if (own !== undefined) {
    const text = readOr(own);
    return accepted(readScenarioText(text), own, text);
  }
  const { body } = source.document;
  const inDocument = readScenarioComment(body.text);
  if (inDocument) return accepted(inDocument, file, body.text, lineOf(manifest, source.document.start));
  return accepted(readScenarioComment(manifest) ?? { scenario: {} }, file, manifest);
}

function accepted(reading: ScenarioText, file: string, text: string, linesBefore = 0): Scenario {
  if ('scenario' in reading) return reading.scenario;
  const document = TextDocument.create(file, 'yaml', 1, text);
  const lines = reading.problems.map(({ start, code, args }) => {
    const { line, character } = document.positionAt(start);
    return `${file}:${line + linesBefore + 1}:${character + 1}: ${render(code, args)}\n`;
  });
  throw new Refusal(exitCodes.faults, `kubejob: the scenario in ${basename(file)} cannot be played\n${lines.join('')}`);
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1;
}

function readOr(file: string): string {
  try {
    return readText(file);
  } catch (error) {
    throw new Refusal(exitCodes.couldNotRun, `kubejob: ${reasonOf(error, file)}`);
  }
}
