import { deepStrictEqual, match, ok } from 'node:assert';
import { type CodeAction, type CodeLens, type CompletionList, commands, type Hover, Range } from 'vscode';
import { answer, at, closeAll, codes, eventually, kubejob, openText, panelShows, problems } from './editor.ts';

const jobSet = `apiVersion: jobset.x-k8s.io/v1alpha2
kind: JobSet
metadata:
  name: train
spec:
  network: {enableDNSHostnames: true}
  replicatedJobs:
    - name: workers
      template:
        spec:
          completions: 2
          parallelism: 2
          template:
            spec:
              containers:
                - name: main
                  image: busybox:1.36
                  command: [sleep, "10"]
`;

describe('The Jobs that a JobSet carries', () => {
  before(kubejob);
  afterEach(closeAll);

  it('are judged where they stand, and nothing is said of the rest', async () => {
    const { document } = await openText(jobSet.replace('parallelism: 2', 'parallelism: -2').replace('image:', 'imag:'));
    await eventually('what is found', () => codes(document).includes('unknown-field') || undefined);
    deepStrictEqual(
      problems(document).map(({ range }) => range.start.line),
      [11, 16],
    );
  });

  it('have hovers, and a lens that simulates them', async () => {
    const { document } = await openText(jobSet);
    const place = at(document, 'parallelism', 1);
    const hovers = await answer<Hover>('a hover', () => true, 'vscode.executeHoverProvider', document.uri, place);
    match(hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value))).join(), /`parallelism`/);
    const lenses = await answer<CodeLens>('a lens', () => true, 'vscode.executeCodeLensProvider', document.uri, 1);
    const { command } = lenses[0] ?? {};
    await commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));
    await panelShows(/train-workers-0[\s\S]*2\/2/);
  });
});

const scaledJob = `apiVersion: keda.sh/v1alpha1
kind: ScaledJob
metadata:
  name: consume
spec:
  triggers: []
  jobTargetRef:
    completions: 3
    parallelism: 2
    template:
      spec:
        restartPolicy: Never
        containers:
          - name: main
            image: busybox:1.36
            command: [sleep, "10"]
`;

describe('The Job of a ScaledJob', () => {
  before(kubejob);
  afterEach(closeAll);

  it('is simulated from its lens', async () => {
    const { document } = await openText(scaledJob);
    const lenses = await answer<CodeLens>('a lens', () => true, 'vscode.executeCodeLensProvider', document.uri, 1);
    const { command } = lenses[0] ?? {};
    await commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));
    await panelShows(/consume[\s\S]*3\/3/);
  });

  it('has completion and fixes as a Job has them', async () => {
    const { document } = await openText(scaledJob.replace('parallelism: 2', 'paralelism: 2'));
    const list = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at(document, 'completions: 3'),
    );
    ok(list.items.some(({ label }) => label === 'backoffLimit' || (typeof label === 'object' && label.label === 'backoffLimit')));
    await eventually('what is found', () => codes(document).includes('unknown-field') || undefined);
    const range = new Range(at(document, 'paralelism', 1), at(document, 'paralelism', 2));
    const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range);
    ok(
      actions.some(({ title }) => title === 'Rename to parallelism'),
      actions.map(({ title }) => title).join(' | '),
    );
  });
});
