import { deepStrictEqual, ok } from 'node:assert';
import { commands, LanguageModelTextPart, languages, lm, tasks, Uri, workspace } from 'vscode';
import { codes, eventually, example, kubejob, openText, problems } from './editor.ts';

const wrong = `apiVersion: batch/v1
kind: Job
metadata: {name: wrong}
spec:
  completions: -1
  template:
    spec:
      restartPolicy: Never
      containers: [{name: main, image: "busybox:1.36"}]
`;

const written = async (path: string) => {
  const uri = example(path);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(wrong));
  return uri;
};

describe('Commands', () => {
  before(kubejob);

  it('of the explorer check a folder, or the files that are chosen there, and nothing else', async () => {
    const folder = `checked-${crypto.randomUUID()}`;
    const [inside, chosen, beside] = [
      await written(`${folder}/a.yaml`),
      await written(`b-${folder}.yaml`),
      await written(`c-${folder}.yaml`),
    ];
    await commands.executeCommand('kubejob.checkFolder', example(folder), [example(folder), chosen]);
    for (const uri of [inside, chosen]) await eventually(`a fault in ${uri}`, () => languages.getDiagnostics(uri)[0]);
    deepStrictEqual(languages.getDiagnostics(beside), []);
    for (const uri of [Uri.joinPath(inside, '..'), chosen, beside]) await workspace.fs.delete(uri, { recursive: true });
  });

  it('start the server anew, which knows what is open', async () => {
    const { document } = await openText(wrong);
    await eventually('the fault', () => problems(document)[0]);
    await commands.executeCommand('kubejob.restartServer');
    await eventually('the fault again', () => codes(document).includes('number-negative') || undefined);
    await commands.executeCommand('kubejob.showOutput');
  });

  it('of the command line are tasks, whose findings the editor takes up', async () => {
    const found = await tasks.fetchTasks({ type: 'kubejob' });
    deepStrictEqual(
      found.map(({ definition, problemMatchers }) => [definition['command'], problemMatchers]),
      [
        ['validate', ['$kubejob']],
        ['test', ['$kubejob']],
      ],
    );
    ok(found.every(({ execution }) => execution && 'args' in execution && execution.args?.length === 3));
  });

  it('of agents are there as tools, and answer what is asked of them', async () => {
    const ours = lm.tools.filter(({ name }) => name.startsWith('kubejob_'));
    deepStrictEqual(ours.map(({ name }) => name).sort(), ['kubejob_explain', 'kubejob_next_runs', 'kubejob_simulate', 'kubejob_validate']);
    const asked = async (name: string, input: object) => {
      const { content } = await lm.invokeTool(name, { input, toolInvocationToken: undefined });
      return content.map((part) => (part instanceof LanguageModelTextPart ? part.value : '')).join('');
    };
    ok((await asked('kubejob_validate', { manifest: wrong })).includes('completions'));
    ok((await asked('kubejob_next_runs', { schedule: '@daily', from: '+275760-09-13T00:00:00Z' })).includes('There is no time'));
    ok((await asked('kubejob_validate', { manifest: wrong, facts: '}{' })).includes('facts cannot be used'));
    ok((await asked('kubejob_next_runs', { schedule: '@daily', from: '2026-01-01T00:00:00Z', count: 1 })).includes('2026-01-02'));
  });
});
