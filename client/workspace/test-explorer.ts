import {
  type CancellationToken,
  type ExtensionContext,
  Range,
  type TestController,
  type TestItem,
  TestMessage,
  type TestRun,
  TestRunProfileKind,
  type TestRunRequest,
  tests,
  type Uri,
  workspace,
} from 'vscode';
import { isConfigurationName } from '../../server/application/configuration/configuration-name.ts';
import { isTestName } from '../../server/application/expectations/test-name.ts';
import { type RunTestsResult, runTestsRequest, type TestsParams, type TestsResult, testsRequest } from '../../server/protocol/requests.ts';
import type { Server } from '../server/server.ts';
import { t } from '../words/texts.ts';

/** For our own tests, which read what a user would see. */
export interface TestExplorer {
  /** What came out of each sentence that was run, in their order: `passed`, `failed` or `errored`, and its label. */
  readonly outcomes: readonly string[];
}

/**
 * The sentences of each `NAME.test.yaml` in the editor's list of tests: run from there or from the margin, and, where somebody asked for
 * that, again when what they depend on is saved.
 */
export function registerTestExplorer(context: ExtensionContext, server: Server): TestExplorer {
  const outcomes: string[] = [];
  const controller = tests.createTestController('kubejob', 'Kubejob');
  const look = (uri: Uri) => lookInto(uri, controller, server);
  const dependsOn = new Map<string, readonly string[]>();
  /** Whether a file of tests is worth another run once another was saved: one that was never run is. */
  const follows = (file: string, saved: Uri) =>
    isConfigurationName(saved.path) || (dependsOn.get(file)?.includes(saved.toString()) ?? true);
  controller.resolveHandler = async (item) => {
    if (item?.uri) await look(item.uri);
    else if (!item) for (const uri of await workspace.findFiles('**/*.test.{yaml,yml}', '**/node_modules/**')) await look(uri);
  };
  const followed = new Set<TestRunRequest>();
  const profile = controller.createRunProfile(
    t('Run'),
    TestRunProfileKind.Run,
    async (request, token) => {
      if (!request.continuous) return run(request, chosenIn(request, controller), token);
      followed.add(request);
      token.onCancellationRequested(() => followed.delete(request));
    },
    true,
  );
  profile.supportsContinuousRun = true;
  context.subscriptions.push(
    controller,
    workspace.onDidOpenTextDocument(({ uri }) => isTestName(uri.path) && void look(uri)),
    workspace.onDidSaveTextDocument(async ({ uri }) => {
      // Its sentences may be others now.
      if (isTestName(uri.path)) await look(uri);
      for (const request of followed) {
        const again = [...chosenIn(request, controller)].filter(([file]) => follows(file, uri));
        if (again.length > 0) void run(request, new Map(again));
      }
    }),
  );
  for (const { uri } of workspace.textDocuments) if (isTestName(uri.path)) void look(uri);
  return { outcomes };

  async function run(request: TestRunRequest, chosen: ReadonlyMap<string, readonly TestItem[]>, token?: CancellationToken): Promise<void> {
    const going = controller.createTestRun(request);
    try {
      for (const [uri, items] of chosen) {
        if (token?.isCancellationRequested) break;
        for (const item of items) going.started(item);
        const params: TestsParams = { uri };
        const result = await server.request<RunTestsResult>(runTestsRequest, params, token);
        dependsOn.set(uri, result.dependsOn);
        outcomes.push(...tell(going, items, result));
      }
    } finally {
      going.end();
    }
  }
}

/** A file that holds no test of ours is not listed. */
async function lookInto(uri: Uri, controller: TestController, server: Server): Promise<void> {
  const params: TestsParams = { uri: uri.toString() };
  const { tests: found } = await server.request<TestsResult>(testsRequest, params);
  if (found.length === 0) {
    controller.items.delete(uri.toString());
    return;
  }
  const file = controller.createTestItem(uri.toString(), workspace.asRelativePath(uri), uri);
  for (const { name, sentences } of found)
    for (const { sentence, range } of sentences) {
      const item = controller.createTestItem(idOf(range.start), `${name}: ${sentence}`, uri);
      item.range = new Range(range.start.line, range.start.character, range.end.line, range.end.character);
      file.children.add(item);
    }
  controller.items.add(file);
}

/** A sentence is known by its place. */
function idOf({ line, character }: { readonly line: number; readonly character: number }): string {
  return `${line}:${character}`;
}

/** The sentences that are asked for, by the addresses of their files. */
function chosenIn({ include, exclude = [] }: TestRunRequest, { items }: TestController): ReadonlyMap<string, readonly TestItem[]> {
  const files = new Map<string, TestItem[]>();
  for (const item of include ?? [...items].map(([, one]) => one)) {
    const file = item.parent ?? item;
    // What was chosen may have been looked into again since.
    const current = [...(items.get(file.id)?.children ?? [])].map(([, one]) => one);
    const sentences = item.parent ? current.filter(({ id }) => id === item.id) : current;
    files.set(file.id, [...(files.get(file.id) ?? []), ...sentences.filter(({ id }) => !isLeftOut(exclude, file.id, id))]);
  }
  return files;
}

function isLeftOut(exclude: readonly TestItem[], file: string, sentence: string): boolean {
  return exclude.some(({ id, parent }) => (parent ? parent.id === file && id === sentence : id === file));
}

/** A sentence holds where it does under each scenario. */
function tell(going: TestRun, items: readonly TestItem[], { results, reason }: RunTestsResult): readonly string[] {
  return items.map((item) => {
    const own = results.filter(({ range }) => idOf(range.start) === item.id);
    const bad = own.filter(({ status }) => status !== 'passed');
    if (own.length === 0) {
      going.errored(item, new TestMessage(results.find(({ status }) => status === 'not-run')?.happened ?? reason ?? ''));
      return `errored ${item.label}`;
    }
    if (bad.length === 0) going.passed(item);
    else
      going.failed(
        item,
        bad.map(({ scenario, happened, rows }) => new TestMessage([...(scenario ? [`${scenario}:`] : []), happened, ...rows].join('\n'))),
      );
    return `${bad.length === 0 ? 'passed' : 'failed'} ${item.label}`;
  });
}
