import { expect, test } from 'vitest';
import type { CodeActionAbilities } from '../../../server/language/code-actions/code-actions.ts';
import { codeActions } from '../../../server/language/code-actions/code-actions.ts';
import { ignoreInConfiguration } from '../../../server/language/fixes/ignore-in-configuration.ts';
import { analysisOf } from '../../analysis.ts';
import { jobWith } from '../../manifests.ts';
import { apply } from '../../text.ts';

const uri = 'file:///w/.kubejob.yaml';
const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const actions = (manifest: string, abilities: Partial<CodeActionAbilities>) =>
  codeActions(analysisOf(manifest, { advice: 'pitfalls' }), whole, {}, { resolve: false, ...abilities });

/** The configuration after a rule was put into its list. */
function ignored(text: string): string | undefined {
  const edits = ignoreInConfiguration({ uri, text }, 'image-latest')?.changes?.[uri];
  return edits && apply(text, edits);
}

test.each([
  ['namespace: work', 'namespace: work\nignore:\n  - image-latest\n'],
  ['', 'ignore:\n  - image-latest\n'],
  ['ignore:\n  # noise\n  - many-retries # ours\nfacts: x\n', 'ignore:\n  # noise\n  - image-latest\n  - many-retries # ours\nfacts: x\n'],
  ['ignore:\n- rule: a-b\n  files: x\n', 'ignore:\n- image-latest\n- rule: a-b\n  files: x\n'],
  ['ignore: [many-retries] # ours\n', 'ignore: [image-latest, many-retries] # ours\n'],
  ['ignore: []\n', 'ignore: [image-latest]\n'],
  ['namespace: work\r\n', 'namespace: work\r\nignore:\r\n  - image-latest\r\n'],
])('a rule is ignored in %j', (text, expected) => {
  expect(ignored(text)).toBe(expected);
});

test.each(['ignore: all\n', '[a]\n'])('not in %j, which is written in another way', (text) => {
  expect(ignored(text)).toBeUndefined();
});

test('a configuration that is not there is made; nothing is offered of what Kubernetes refuses', () => {
  const [action, ...more] = actions(jobWith('parallelism: 3\ncompletions: 2\nttlSecondsAfterFinished: 5'), {
    configuration: { uri, text: undefined },
  }).filter(({ title }) => title.includes('parallelism-above-completions in .kubejob.yaml'));
  expect(action?.edit?.documentChanges).toMatchObject([
    { kind: 'create', uri },
    { edits: [{ newText: 'ignore:\n  - parallelism-above-completions\n' }] },
  ]);
  expect(more).toEqual([]);
  const refused = actions(jobWith('completions: -1'), { configuration: { uri, text: '' } }).map(({ title }) => title);
  expect(refused).not.toContainEqual(expect.stringContaining('number-negative in .kubejob.yaml'));
});

test('a report has the shape of the manifest and none of its texts', () => {
  const secret = jobWith({
    metadata: 'name: secret-plan\nlabels: {team: gold}',
    spec: 'completions: -1',
    container: 'image: registry.corp/secret:1\nenv: [{name: TOKEN, value: s3cr3t}]',
  });
  const report = actions(secret, { reportCommand: 'report' }).find(({ command }) => command?.command === 'report');
  expect(report?.title).toBe('Report a wrong verdict');
  const [{ manifest, kubernetes, said }] = report?.command?.arguments ?? [{}];
  expect(kubernetes).toBe('1.37');
  expect(said).toMatch(/^error number-negative \(Invalid\) at spec\.completions: /);
  expect(manifest).toContain('apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: text of 11\n');
  expect(manifest).toContain('completions: -1');
  expect(manifest).toContain('restartPolicy: Never');
  for (const word of ['secret', 'gold', 'corp', 's3cr3t', 'TOKEN']) expect(`${manifest}${said}`).not.toContain(word);
});

test('a report does not quote what the message says of the manifest', () => {
  const report = actions(jobWith({ metadata: 'name: Secret_Plan' }), { reportCommand: 'report' }).flatMap(
    ({ command }) => command?.arguments ?? [],
  );
  expect(report.length).toBeGreaterThan(0);
  expect(JSON.stringify(report)).not.toContain('Secret');
});

test('an editor without the command is offered no report', () => {
  expect(actions(jobWith('completions: -1'), {}).filter(({ title }) => title.includes('Report'))).toEqual([]);
});
