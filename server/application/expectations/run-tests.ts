import type { Range } from 'vscode-languageserver-types';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import { render } from '../../messages/render.ts';
import type { Analysis } from '../analysis.ts';
import type { ScenarioFile } from '../scenario/scenario-source.ts';
import { accept, objectNamed } from '../simulation/accept.ts';
import { type Checked, expectationChecker } from './check-expectation.ts';
import type { SimulationTest } from './test-file.ts';

/** What became of one sentence of a test, under one scenario; or why a test, or a file of them, could not run. */
export interface TestResult {
  readonly test: string;
  /** What the scenario is called, where there is more to say than that it is the manifest's own. */
  readonly scenario: string | undefined;
  readonly sentence: string;
  readonly range: Range;
  readonly status: 'passed' | 'failed' | 'not-run';
  /** What happened instead. */
  readonly happened: string;
  /** What kubectl shows of it. */
  readonly rows: readonly string[];
}

/** Why something cannot be read. */
interface Unread {
  readonly unread: string;
}

/** What tests are about, and where their scenarios are read. */
export interface Tested {
  /** The manifest as by the version that a test asks for. */
  readonly analysisFor: (version: KubernetesVersion | undefined) => Analysis | Unread;
  /** The manifest's own scenario where a test names none. */
  readonly scenarioFor: (scenario: SimulationTest['scenarios'][number] | undefined) => ScenarioFile | Unread | undefined;
}

/** Plays what tests are about, and says of each sentence under each scenario whether it holds. */
export function runTests(tests: readonly SimulationTest[], tested: Tested): readonly TestResult[] {
  return tests.flatMap((test, at) => {
    const scenarios = test.scenarios.length > 0 ? test.scenarios : [undefined];
    return scenarios.flatMap((scenario, place) => {
      const named: Named = { test: testTitle(test, at), scenario: scenarioTitle(scenario, place, scenarios.length) };
      return resultsUnder(test, scenario, named, tested);
    });
  });
}

/** What a test is called: as it says, or by its number. */
export function testTitle({ name }: SimulationTest, at: number): string {
  return name ?? `test ${at + 1}`;
}

/** A test, or a file of them, that could not run. */
export function notRun(message: string, range: Range = nowhere): TestResult {
  return { test: '', scenario: undefined, sentence: '', range, status: 'not-run', happened: message, rows: [] };
}

interface Named {
  readonly test: string;
  readonly scenario: string | undefined;
}

/** A file by its name; others by their number, where there are several. */
function scenarioTitle(scenario: SimulationTest['scenarios'][number] | undefined, place: number, count: number): string | undefined {
  if (typeof scenario === 'string') return scenario;
  return count > 1 ? `scenario ${place + 1}` : undefined;
}

function resultsUnder(
  test: SimulationTest,
  scenario: SimulationTest['scenarios'][number] | undefined,
  named: Named,
  { analysisFor, scenarioFor }: Tested,
): readonly TestResult[] {
  const cannot = (why: string): readonly TestResult[] => [{ ...notRun(why, test.expect[0]?.range), ...named }];
  const played = scenarioFor(scenario);
  if (played && 'unread' in played) return cannot(played.unread);
  const analysis = analysisFor(test.kubernetesVersion);
  if ('unread' in analysis) return cannot(analysis.unread);
  const object = objectNamed(analysis, test.of);
  if (!object) return cannot(render('test-no-object', { name: test.of ?? '' }));
  const accepted = accept(analysis, object, played);
  if (accepted.status !== 'accepted')
    return cannot(accepted.status === 'unfinished' ? accepted.message : (accepted.problems[0]?.message ?? ''));
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

const nowhere: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
