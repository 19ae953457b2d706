import { describe, expect, test } from 'vitest';
import { simulateObject } from '../../../server/application/simulation/simulate-object.ts';
import { recordingOf } from '../../../server/simulator/run/recording-of.ts';
import { analysisOf } from '../../analysis.ts';
import { jobWith, listOf } from '../../manifests.ts';

const file = (...manifests: readonly string[]) => manifests.join('---\n');

const settings = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {level: info}\nbinaryData: {logo: AAAA}\n';
const token = 'apiVersion: v1\nkind: Secret\nmetadata: {name: token}\ndata: {one: MQ==}\nstringData: {two: "2"}\n';
const elsewhere = settings.replace('name: settings', 'name: settings, namespace: other');
const ofNamespace = (lines: string) => lines.replace('name: settings', 'name: settings, namespace: work');

const variable = (from: string) => jobWith({ container: `command: [sleep, "3"]\nenv: [{name: A, valueFrom: {${from}}}]` });
const level = variable('configMapKeyRef: {name: settings, key: level}');
const volume = (source: string) => jobWith({ pod: `volumes: [{name: files, ${source}}]`, container: 'command: [sleep, "3"]' });

/** What the pods of the Job in a file come to and what is taken for granted of other objects. */
function simulated(text: string) {
  const { objects } = analysisOf(text);
  const [{ source, judged } = {}] = objects;
  const { document: { index: document = 0 } = {} } = source ?? {};
  const item = judged?.item;
  const result = simulateObject(
    analysisOf(text),
    { uri: 'file:///job.yaml', document, ...(item === undefined ? {} : { item }) },
    () => false,
  );
  if (result.status !== 'simulated') throw new Error(JSON.stringify(result));
  const { run, assumptions } = result;
  const { pods, events } = recordingOf(run);
  return {
    outcome: run.summary.outcome,
    status: pods.at(-1)?.STATUS,
    said: events.find(({ type }) => type === 'Warning')?.message,
    objects: assumptions.map(({ text }) => text).filter((text) => /these exist|has no key/.test(text)),
  };
}

describe('what pods name exists', () => {
  test.each<readonly [string, string]>([
    ['where it stands in the same file', file(settings, level)],
    ['behind the Job', file(level, settings)],
    ['in a List', listOf(settings, level)],
    ['with bytes, for a volume', file(settings, volume('configMap: {name: settings, items: [{key: logo, path: logo.png}]}'))],
    ['a Secret by the text of its values too', file(token, variable('secretKeyRef: {name: token, key: two}'))],
    ['in the namespace that both say', file(ofNamespace(settings), level.replace('name: hello', 'name: hello\n  namespace: work'))],
    ['or can be done without', variable('configMapKeyRef: {name: absent, key: level, optional: true}')],
    ['or is what each namespace has', jobWith({ pod: 'serviceAccountName: default', container: 'command: [sleep, "3"]' })],
  ])('%s', (_, text) => {
    expect(simulated(text)).toMatchObject({ outcome: 'Complete', objects: [] });
  });

  const assumed = (objects: string) => [`these exist, as the pods name them and the file does not make them: ${objects}`];

  test.each<readonly [string, string, string]>([
    ['what the file does not hold', level, 'ConfigMap `settings`'],
    ['what lives in another namespace', file(elsewhere, level), 'ConfigMap `settings`'],
    ['what a template may still name otherwise', file(settings.replace('info', '{{ .level }}'), level), 'ConfigMap `settings`'],
    ['another kind of that name', file(settings.replace('ConfigMap', 'Secret'), level), 'ConfigMap `settings`'],
    [
      'all that a pod can name, each once',
      jobWith({
        pod: `
          serviceAccountName: robot
          priorityClassName: high
          runtimeClassName: gvisor
          volumes:
            - {name: a, persistentVolumeClaim: {claimName: disk}}
            - {name: b, projected: {sources: [{secret: {name: token}}, {configMap: {name: settings}}]}}`,
        container: 'command: [sleep, "3"]\nenvFrom: [{configMapRef: {name: settings}}, {secretRef: {name: token}}]',
      }),
      'ServiceAccount `robot`, PriorityClass `high`, RuntimeClass `gvisor`, PersistentVolumeClaim `disk`, Secret `token`, ConfigMap `settings`',
    ],
  ])('otherwise that is assumed and said: %s', (_, text, objects) => {
    expect(simulated(text)).toMatchObject({ outcome: 'Complete', objects: assumed(objects) });
  });
});

describe('an object of the same file that lacks a key', () => {
  test.each<readonly [string, string, string]>([
    ['of a ConfigMap', 'configMapKeyRef: {name: settings, key: levle}', "couldn't find key levle in ConfigMap default/settings"],
    ['of a Secret', 'secretKeyRef: {name: token, key: three}', "couldn't find key three in Secret default/token"],
    [
      'bytes, which no variable holds',
      'configMapKeyRef: {name: settings, key: logo}',
      "couldn't find key logo in ConfigMap default/settings",
    ],
  ])('keeps a container from being created: %s', (_, from, error) => {
    expect(simulated(file(settings, token, variable(from)))).toMatchObject({
      outcome: 'Running',
      status: 'CreateContainerConfigError',
      said: `Error: ${error}`,
      objects: [expect.stringMatching(/^`main` never starts \(CreateContainerConfigError\): \w+ `\w+` has no key `\w+`/)],
    });
  });

  const failed = 'MountVolume.SetUp failed for volume "files" : ';

  test.each<readonly [string, string, string]>([
    ['of a ConfigMap', 'configMap: {name: settings, items: [{key: a, path: b}]}', 'configmap references non-existent config key: a'],
    ['of a Secret', 'secret: {secretName: token, items: [{key: a, path: b}]}', 'references non-existent secret key: a'],
    [
      'of several sources',
      'projected: {sources: [{configMap: {name: settings, items: [{key: a, path: b}]}}, {secret: {name: token, items: [{key: c, path: d}]}}]}',
      '[configmap references non-existent config key: a, references non-existent secret key: c]',
    ],
  ])('keeps a volume from being mounted: %s', (_, source, error) => {
    expect(simulated(file(settings, token, volume(source)))).toMatchObject({
      outcome: 'Running',
      status: 'ContainerCreating',
      said: `${failed}${error}`,
      objects: [expect.stringMatching(/^no container starts \(FailedMount\): \w+ `\w+` has no key `a`, which volume `files` asks for$/)],
    });
  });
});
