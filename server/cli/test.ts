import { dirname, join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { type Checked, expectationChecker } from '../application/expectations/check-expectation.ts';
import { readTestFile, type SimulationTest } from '../application/expectations/test-file.ts';
import { isTestName, testedNames, testNames } from '../application/expectations/test-name.ts';
import { scenarioNames } from '../application/scenario/scenario-name.ts';
import type { ScenarioFile } from '../application/scenario/scenario-source.ts';
import { accept, objectNamed } from '../application/simulation/accept.ts';
import { rangeOfFault } from '../application/text-fault.ts';
import { kustomizationsBeside } from '../files/kustomizations-beside.ts';
import { manifestsAt } from '../files/manifests-at.ts';
import { readFile, readFirst, type Unread } from '../files/read-file.ts';
import { shownName } from '../files/shown-name.ts';
import type { KubernetesVersion } from '../kubernetes/versions.ts';
import { render } from '../messages/render.ts';
import { factsOfCall } from './facts.ts';
import { analysesInPlace } from './judge/judge-files.ts';
import { settingsOfCall } from './judge/settings-by-file.ts';
import { type TestFormat, type TestResult, testReport } from './report/test-report.ts';
import { type ExitStatus, exitStatus, type Streams } from './streams/streams.ts';

export interface TestOptions {
  readonly kubernetesVersion?: KubernetesVersion;
  readonly format: TestFormat;
  readonly watch?: boolean;
}

/** `kubejob test`: plays the manifests that files of tests stand beside, and says which expectations do not hold. */
export function testSimulations(paths: readonly string[], options: TestOptions, streams: Streams): ExitStatus {
  const { files, notRead } = testFiles(paths);
  const report = testReport(options.format, streams);
  for (const reason of notRead) streams.error(`kubejob: ${reason}\n`);
  const results = files.flatMap((file) => {
    const ofFile = resultsOf(file, options);
    report.add(file, ofFile);
    return ofFile;
  });
  report.end();
  if (files.length === 0 && notRead.length === 0) streams.error('kubejob: no NAME.test.yaml to run\n');
  if (files.length === 0 || notRead.length > 0 || results.some(({ status }) => status === 'not-run')) return exitStatus.couldNotRun;
  return results.some(({ status }) => status === 'failed') ? exitStatus.faults : exitStatus.good;
}

/** Files of tests that paths name: themselves, those in a folder, or those of a manifest. */
function testFiles(paths: readonly string[]): { readonly files: readonly string[]; readonly notRead: readonly string[] } {
  const { files, unread } = manifestsAt(paths);
  const notRead = [...unread];
  const tests = files.flatMap(({ file, named }) => {
    if (isTestName(file)) return [file];
    if (!named) return [];
    const own = readFirst(testNames(file));
    if (own && 'text' in own) return [own.file];
    notRead.push(own?.unread ?? `no tests beside ${shownName(file)}`);
    return [];
  });
  return { files: [...new Set(tests)], notRead };
}

function resultsOf(file: string, options: TestOptions): readonly TestResult[] {
  const read = readFile(file);
  if ('unread' in read) return [notRun(read.unread)];
  const tests = readTestFile(read.text);
  if ('faults' in tests) {
    const text = TextDocument.create(file, 'yaml', 0, read.text);
    return tests.faults.map((fault) => notRun(render(fault.finding.code, fault.finding.args), rangeOfFault(fault, text)));
  }
  const manifest = readFirst(testedNames(file));
  if (!manifest) return [notRun(render('test-no-manifest', {}))];
  if ('unread' in manifest) return [notRun(manifest.unread)];
  return tests.tests.flatMap((test, at) => resultsOfTest(file, manifest, test, at, options));
}

interface Named {
  readonly test: string;
  readonly scenario: string | undefined;
}

function resultsOfTest(
  file: string,
  manifest: { file: string; text: string },
  test: SimulationTest,
  at: number,
  options: TestOptions,
): readonly TestResult[] {
  const name = test.name ?? `test ${at + 1}`;
  const scenarios = test.scenarios.length > 0 ? test.scenarios : [undefined];
  return scenarios.flatMap((scenario, place) => {
    const named: Named = { test: name, scenario: scenarioTitle(scenario, place, scenarios.length) };
    return resultsUnder(file, manifest, test, scenario, named, options);
  });
}

/** A file by its name; others by their number, where there are several. */
function scenarioTitle(scenario: SimulationTest['scenarios'][number] | undefined, place: number, count: number): string | undefined {
  if (typeof scenario === 'string') return scenario;
  return count > 1 ? `scenario ${place + 1}` : undefined;
}

function resultsUnder(
  file: string,
  manifest: { readonly file: string; readonly text: string },
  test: SimulationTest,
  scenario: SimulationTest['scenarios'][number] | undefined,
  named: Named,
  options: TestOptions,
): readonly TestResult[] {
  const played = scenarioFile(file, manifest.file, scenario);
  if (played && 'unread' in played) return [{ ...notRun(played.unread), ...named }];
  const known = factsOfCall(undefined, [{ file: manifest.file, named: true, read: manifest }], kustomizationsBeside());
  if ('unread' in known) return [{ ...notRun(known.unread), ...named }];
  const [notFollowed] = known.notFollowed;
  if (notFollowed !== undefined) return [{ ...notRun(notFollowed), ...named }];
  const settings = settingsOfCall({ kubernetesVersion: test.kubernetesVersion ?? options.kubernetesVersion });
  const analysis = analysesInPlace(settings, known.facts)(manifest);
  const object = objectNamed(analysis, test.of);
  if (!object) return [{ ...notRun(render('test-no-object', { name: test.of ?? '' })), ...named }];
  const accepted = accept(analysis, object, played);
  if (accepted.status !== 'accepted') {
    const [problem] = accepted.problems;
    return [{ ...notRun(accepted.status === 'unfinished' ? accepted.message : (problem?.message ?? '')), ...named }];
  }
  const failing = (share: number) => {
    const asked = accept(analysis, object, played, { edits: [{ kind: 'failure-rate', share }] });
    return asked.status === 'accepted' ? asked : undefined;
  };
  const check = expectationChecker({ ...accepted, version: analysis.settings.kubernetesVersion, until: test.until, failing });
  return test.expect.map(({ sentence, expectation, range }) => ({ ...named, sentence, range, ...statusOf(check(expectation)) }));
}

function statusOf(checked: Checked): Pick<TestResult, 'status' | 'happened' | 'rows'> {
  return checked.holds
    ? { status: 'passed', happened: '', rows: [] }
    : { status: 'failed', happened: checked.happened, rows: checked.rows };
}

function scenarioFile(
  file: string,
  manifest: string,
  scenario: SimulationTest['scenarios'][number] | undefined,
): ScenarioFile | Unread | undefined {
  if (scenario === undefined) return readFirst(scenarioNames(manifest));
  return typeof scenario === 'string' ? readFile(join(dirname(file), scenario)) : { file, text: JSON.stringify(scenario) };
}

function notRun(message: string, range: Range = nowhere): TestResult {
  return { test: '', scenario: undefined, sentence: '', range, status: 'not-run', happened: message, rows: [] };
}

const nowhere: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
