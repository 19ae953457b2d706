import { deepStrictEqual, match } from 'node:assert';
import { type CodeLens, commands, type Hover } from 'vscode';
import { answer, at, closeAll, codes, eventually, kubejob, openText, panelShows } from './editor.ts';

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
    deepStrictEqual(codes(document), ['number-negative', 'unknown-field']);
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
