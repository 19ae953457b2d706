import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../application/analysis.ts';
import { runTests, testTitle } from '../application/expectations/run-tests.ts';
import { readTestFile, type SimulationTest } from '../application/expectations/test-file.ts';
import { testedNames } from '../application/expectations/test-name.ts';
import { scenarioNames } from '../application/scenario/scenario-name.ts';
import type { ScenarioFile } from '../application/scenario/scenario-source.ts';
import type { Settings } from '../application/settings/settings.ts';
import { render } from '../messages/render.ts';
import type { Answers } from './answers.ts';
import { addressFrom, type ReadFirst } from './files-beside.ts';
import type { FollowedFacts } from './follow-facts.ts';
import { type RunTestsResult, runTestsRequest, type TestsParams, type TestsResult, testsRequest } from './requests.ts';

interface How {
  readonly readFirst: ReadFirst;
  settingsFor(uri: string): Promise<Settings>;
  readonly facts: Pick<FollowedFacts, 'factsOf' | 'ready' | 'configurationOf'>;
}

/** Answers which tests a file holds, and plays them, for the editor's own list of tests. */
export function answerTests(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  { aboutText }: Answers,
  { readFirst, settingsFor, facts }: How,
): void {
  const testsIn = async (uri: string) => {
    const text = documents.get(uri)?.getText() ?? (await readFirst([uri]))?.text;
    return text === undefined ? { tests: [] } : readTestFile(text);
  };
  connection.onRequest(testsRequest, async ({ uri }: TestsParams): Promise<TestsResult> => {
    const read = await testsIn(uri);
    const tests = 'tests' in read ? read.tests : [];
    return {
      tests: tests.map((test, at) => ({
        name: testTitle(test, at),
        sentences: test.expect.map(({ sentence, range }) => ({ sentence, range })),
      })),
    };
  });
  connection.onRequest(runTestsRequest, async ({ uri }: TestsParams): Promise<RunTestsResult> => {
    const asked = new Set([uri]);
    const reading: ReadFirst = (uris) => {
      for (const one of uris) asked.add(one);
      return readFirst(uris);
    };
    const read = await testsIn(uri);
    const manifest = await reading(testedNames(uri));
    if (!('tests' in read) || !manifest) {
      const reason = manifest ? render('test-file-faulty', {}) : render('test-no-manifest', {});
      return { results: [], reason, dependsOn: [...asked] };
    }
    const [settings] = await Promise.all([settingsFor(manifest.uri), facts.ready(manifest.uri)]);
    const scenarios = await scenariosOf(read.tests, uri, manifest.uri, reading);
    const above = facts.configurationOf(manifest.uri);
    const ofFacts = above?.configuration.facts === undefined ? [] : addressFrom(above.uri, above.configuration.facts);
    for (const one of ofFacts) asked.add(one);
    for (const { file } of facts.factsOf(manifest.uri).documents) if (file) asked.add(file);
    const analysisFor = (kubernetesVersion: SimulationTest['kubernetesVersion']): Analysis | { readonly unread: string } => {
      const here = kubernetesVersion ? { ...settings, kubernetesVersion } : settings;
      const about = { uri: manifest.uri, content: manifest.text, settings: { ...here, olderVersions: [] } };
      return aboutText<Analysis | undefined>(about, 'Tests', undefined, (analysis) => analysis) ?? { unread: '' };
    };
    const scenarioFor = (scenario: SimulationTest['scenarios'][number] | undefined) => {
      if (typeof scenario === 'object') return { file: uri, text: JSON.stringify(scenario) };
      const found = scenarios.get(scenario ?? '');
      return found ?? (scenario === undefined ? undefined : { unread: render('test-no-scenario', { name: scenario }) });
    };
    const results = runTests(read.tests, { analysisFor, scenarioFor });
    return {
      results: results.map(({ scenario, ...one }) => ({ ...one, scenario: scenario ?? null })),
      reason: null,
      dependsOn: [...asked],
    };
  });
}

/** The scenarios that tests name, by their names; that of the manifest itself by no name. */
async function scenariosOf(
  tests: readonly SimulationTest[],
  uri: string,
  manifest: string,
  readFirst: ReadFirst,
): Promise<ReadonlyMap<string, ScenarioFile>> {
  const named = new Set(tests.flatMap(({ scenarios }) => scenarios.filter((one) => typeof one === 'string')));
  const found = new Map<string, ScenarioFile>();
  const note = (name: string, file: Awaited<ReturnType<ReadFirst>>) => file && found.set(name, { file: file.uri, text: file.text });
  note('', await readFirst(scenarioNames(manifest)));
  for (const name of named) note(name, await readFirst(addressFrom(uri, name)));
  return found;
}
