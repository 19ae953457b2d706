import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { configurationName } from '../application/configuration/configuration-name.ts';
import { notRun, runTests, type TestResult } from '../application/expectations/run-tests.ts';
import { readTestFile, type SimulationTest } from '../application/expectations/test-file.ts';
import { isTestName, testedNames, testNames } from '../application/expectations/test-name.ts';
import { scenarioNames } from '../application/scenario/scenario-name.ts';
import type { ScenarioFile } from '../application/scenario/scenario-source.ts';
import { rangeOfFault } from '../application/text-fault.ts';
import { nearbyOnDisk } from '../files/files-nearby.ts';
import { kustomizationsBeside } from '../files/kustomizations-beside.ts';
import { manifestsAt } from '../files/manifests-at.ts';
import { readFile, readFirst, type Unread } from '../files/read-file.ts';
import { shownName } from '../files/shown-name.ts';
import type { KubernetesVersion } from '../kubernetes/versions.ts';
import { render } from '../messages/render.ts';
import { counted } from '../messages/table/counted.ts';
import { asText } from './as-text.ts';
import { configurationsBehind, factsOfCall } from './facts.ts';
import { filesInPlace } from './judge/judge-files.ts';
import { settingsOfCall } from './judge/settings-by-file.ts';
import { type TestFormat, testReport } from './report/test-report.ts';
import { type Progress, withOwnProgress } from './streams/progress.ts';
import { type ExitStatus, exitStatus, type Streams } from './streams/streams.ts';

export interface TestOptions {
  readonly kubernetesVersion?: KubernetesVersion;
  readonly format: TestFormat;
  readonly watch?: boolean;
}

/** `kubejob test`: plays the manifests that files of tests stand beside, and says which expectations do not hold. */
export function testSimulations(paths: readonly string[], options: TestOptions, given: Streams): Promise<ExitStatus> {
  return withOwnProgress(given, (streams, progress) => playTests(paths, options, streams, progress));
}

function playTests(paths: readonly string[], options: TestOptions, streams: Streams, progress: Progress): ExitStatus {
  const { files, notRead } = testFiles(paths);
  const report = testReport(options.format, streams);
  for (const reason of notRead) streams.error(`kubejob: ${reason}\n`);
  const results = files.flatMap((file, at) => {
    progress.step(() => `${at} of ${counted(files.length, 'file', 'files')} of tests`);
    const ofFile = resultsOf(file, options);
    report.add(file, ofFile);
    return ofFile;
  });
  report.end();
  if (files.length === 0 && notRead.length === 0) streams.error('kubejob: no NAME.test.yaml to run\n');
  if (files.length === 0 || notRead.length > 0 || results.some(({ status }) => status === 'not-run')) return exitStatus.couldNotRun;
  return results.some(({ status }) => status === 'failed') ? exitStatus.faults : exitStatus.good;
}

/** Whether all paths lead somewhere: for what is not there nobody need wait. */
export function areThere(paths: readonly string[]): boolean {
  const { files, unread } = manifestsAt(paths);
  return unread.length === 0 && files.every(({ file, named }) => !named || existsSync(file));
}

/** What tests depend on that need not lie in the folders of the paths: scenarios, configurations, and the facts that those name. */
export function filesBehindTests(paths: readonly string[]): readonly string[] {
  const { files } = testFiles(paths);
  const scenarios = files.flatMap((file) => {
    const read = asText(readFile(file));
    const tests = 'text' in read ? readTestFile(read.text) : { tests: [] };
    const named = 'tests' in tests ? tests.tests.flatMap(({ scenarios: own }) => own) : [];
    return named.flatMap((scenario) => (typeof scenario === 'string' ? [join(dirname(file), scenario)] : []));
  });
  return [...scenarios, ...configurationsBehind(files)];
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
    const manifest = readFile(file);
    notRead.push('unread' in manifest ? manifest.unread : (own?.unread ?? `no tests beside ${shownName(file)}`));
    return [];
  });
  return { files: [...new Set(tests)], notRead };
}

function resultsOf(file: string, options: TestOptions): readonly TestResult[] {
  const read = asText(readFile(file));
  if ('unread' in read) return [notRun(read.unread)];
  const tests = readTestFile(read.text);
  if ('faults' in tests) {
    const text = TextDocument.create(file, 'yaml', 0, read.text);
    return tests.faults.map((fault) => notRun(render(fault.finding.code, fault.finding.args), rangeOfFault(fault, text)));
  }
  const manifest = asText(readFirst(testedNames(file)));
  if (!manifest) return [notRun(render('test-no-manifest', {}))];
  if ('unread' in manifest) return [notRun(manifest.unread)];
  const known = factsOfCall(
    undefined,
    [{ file: manifest.file, named: true, read: manifest }],
    kustomizationsBeside(nearbyOnDisk(configurationName)),
  );
  return runTests(tests.tests, {
    analysisFor(version) {
      if ('unread' in known) return known;
      const [unread] = known.notFollowed;
      if (unread !== undefined) return { unread };
      return filesInPlace(settingsOfCall({ kubernetesVersion: version ?? options.kubernetesVersion }), known.facts).whole(manifest);
    },
    scenarioFor: (scenario) => scenarioFile(file, manifest.file, scenario),
  });
}

function scenarioFile(
  file: string,
  manifest: string,
  scenario: SimulationTest['scenarios'][number] | undefined,
): ScenarioFile | Unread | undefined {
  if (scenario === undefined) return asText(readFirst(scenarioNames(manifest)));
  return typeof scenario === 'string' ? asText(readFile(join(dirname(file), scenario))) : { file, text: JSON.stringify(scenario) };
}
