import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyzer } from '../../../server/application/analysis.ts';
import { readConfiguration } from '../../../server/application/configuration/configuration.ts';
import { readScenarioText } from '../../../server/application/scenario/read-scenario-text.ts';
import { defaultSettings, readSettings } from '../../../server/application/settings/settings.ts';
import { objectNamed } from '../../../server/application/simulation/accept.ts';
import { markTemplate, unmark } from '../../../server/charts/mark-template.ts';
import { readRenderedChart } from '../../../server/charts/rendered-chart.ts';
import { inlinePatches } from '../../../server/manifest/kustomize/inline-patches.ts';
import { readKustomization } from '../../../server/manifest/kustomize/kustomization.ts';
import { parseManifests } from '../../../server/manifest/parse.ts';
import { literalBranches } from '../../../server/manifest/templates/literal-text.ts';
import { writeYaml } from '../../../server/manifest/write-yaml.ts';
import { simulate } from '../../../server/simulator/simulate.ts';
import { askEverything } from '../../language/ask-everything.ts';
import { jobOf } from '../../manifests.ts';
import { edited, edits, manifests, nearManifests } from '../pieces.ts';
import { target } from '../target.ts';

const now = () => Date.UTC(2026, 0, 1);
const damaged = (text: fc.Arbitrary<string>) =>
  fc.tuple(text, fc.array(edits, { maxLength: 4 })).map(([whole, changes]) => edited(whole, changes));

const words = fc.constantFrom<unknown>(
  'off',
  'all',
  'pitfalls',
  '1.37',
  '1.29',
  '2.0',
  'auto',
  'ko',
  true,
  false,
  null,
  0,
  -1,
  '',
  [],
  {},
  ['x'],
  { rules: { x: 'off' } },
);
const settingNames = fc.constantFrom(
  'kubernetesVersion',
  'advice',
  'rules',
  'language',
  'placeholders',
  'namespaceFacts',
  'immutableFields',
  'validate',
  'x',
  '__proto__',
);

export const settings = target({
  name: 'settings',
  inputs: fc.oneof(words, fc.dictionary(settingNames, fc.oneof(words, fc.dictionary(settingNames, words))), fc.jsonValue()),
  holds(sent) {
    const read = readSettings(sent, 'en');
    deepEqual(Object.keys(read), Object.keys(defaultSettings));
    const text = TextDocument.create('file:///a.yaml', 'yaml', 1, 'apiVersion: batch/v1\nkind: Job\nspec: {completiond: 1}\n');
    askEverything(createAnalyzer(now).analyse(text, read), 50);
  },
});

const times = fc.constantFrom<unknown>(0, 1, 5, 30, '10s', '1h', 'never', -1, 1e308, null, { min: 1, max: 9 }, { min: 9, max: 1 }, [1, 2]);
const runs = fc.array(
  fc.record(
    {
      for: times,
      exit: fc.constantFrom<unknown>(0, 1, 137, 256, -1, 'x', [{ code: 1, share: 0.5 }]),
      kind: fc.constantFrom('run', 'cannot-start', 'cannot-pull', 'x'),
    },
    { requiredKeys: [] },
  ),
  { maxLength: 3 },
);
const scenarios = fc
  .record(
    {
      seed: fc.constantFrom<unknown>(0, 7, 1.5, 'x'),
      startAt: fc.constantFrom<unknown>('2026-01-01T00:00:00Z', '9999-12-31T00:00:00Z', 'x', 5),
      until: times,
      run: runs,
      pods: fc.array(fc.record({ ordinal: fc.nat(3), index: fc.nat(3), attempt: fc.nat(3), run: runs }, { requiredKeys: [] }), {
        maxLength: 3,
      }),
      actions: fc.array(
        fc.record(
          { at: times, suspend: fc.boolean(), delete: fc.constantFrom('Background', 'x'), patch: fc.jsonValue() },
          { requiredKeys: [] },
        ),
        { maxLength: 3 },
      ),
      cluster: fc.jsonValue(),
      nodes: fc.nat(3),
    },
    { requiredKeys: [] },
  )
  .map((scenario) => writeYaml([scenario]));

export const scenario = target({
  name: 'scenarios',
  inputs: fc.record({
    text: damaged(scenarios),
    at: fc.nat(1000),
    spec: fc.record({ completions: fc.nat(4), parallelism: fc.nat(4), backoffLimit: fc.nat(3) }),
  }),
  holds({ text, at, spec }) {
    const document = TextDocument.create('file:///a.scenario.yaml', 'yaml', 1, text);
    askEverything(createAnalyzer(now).analyse(document, defaultSettings), Math.floor((at * text.length) / 1000));
    const read = readScenarioText(text);
    if ('faults' in read) return;
    const options = { version: '1.37', maxEvents: 5000, until: 100_000 } as const;
    const once = simulate(jobOf(spec), read.scenario, options);
    deepEqual(simulate(jobOf(spec), read.scenario, options), once);
  },
});

export const simulations = target({
  name: 'simulations of what is accepted',
  inputs: manifests,
  holds(text) {
    const analysis = createAnalyzer(now).analyse(TextDocument.create('file:///a.yaml', 'yaml', 1, text), defaultSettings);
    const judged = objectNamed(analysis)?.judged;
    if (!judged?.object || judged.findings.some(({ severity }) => severity === 'error')) return;
    const run = simulate(judged.object, {}, { version: '1.37', maxEvents: 20_000 });
    ok((run.summary.duration ?? 0) >= 0);
  },
});

const templates = [
  '{{ .Values.a }}',
  '{{- if .Values.a }}\n',
  '{{- else }}\n',
  '{{- end }}\n',
  '{{- range .Values.b }}\n',
  '{{ include "x" . | nindent 8 }}',
  '{{/* c */}}',
  '{{- with .a }}',
  '{{',
  '}}',
  '{{ "}}" }}',
  '`',
];

export const charts = target({
  name: 'templates of charts',
  inputs: fc.record({
    text: nearManifests,
    put: fc.array(fc.record({ at: fc.nat(1000), cut: fc.nat(3), put: fc.constantFrom(...templates) }), { maxLength: 6 }),
    at: fc.nat(1000),
  }),
  holds({ text, put, at }) {
    const template = edited(text, put);
    const marked = markTemplate(template, 1);
    for (const line of marked.split('\n')) unmark(line);
    for (const { map } of literalBranches(template)) ok(map.mended.length >= 0);
    const output = `---\n# Source: c/templates/a.yaml\n${template}`;
    readRenderedChart(output, `---\n# Source: c/templates/a.yaml\n${marked}`, ['templates/a.yaml'], () => template);
    const document = TextDocument.create('file:///c/templates/a.yaml', 'yaml', 1, template);
    askEverything(createAnalyzer(now).analyse(document, defaultSettings), Math.floor((at * template.length) / 1000));
  },
});

const patches = fc.oneof(
  nearManifests,
  fc.constantFrom(
    '- op: replace\n  path: /spec/parallelism\n  value: 3\n',
    '[{"op":"add","path":"/spec/template/spec/containers/0/x","value":1}]',
    '- op: add\n  path: /__proto__/x\n  value: 1\n',
  ),
);
const kustomizations = fc
  .record(
    {
      apiVersion: fc.constantFrom<unknown>('kustomize.config.k8s.io/v1beta1', 1),
      kind: fc.constantFrom<unknown>('Kustomization', 'Component', null),
      namespace: fc.constantFrom<unknown>('work', '', 1),
      resources: fc.constantFrom<unknown>(['a.yaml', '../b'], 'a', [1, null]),
      patches: fc.array(
        fc.record(
          { path: fc.constantFrom<unknown>('a.yaml', 1), patch: patches, target: fc.constantFrom<unknown>({ kind: 'Job' }, 'x', null) },
          { requiredKeys: [] },
        ),
        { maxLength: 3 },
      ),
      patchesStrategicMerge: fc.array(patches, { maxLength: 2 }),
      patchesJson6902: fc.jsonValue(),
    },
    { requiredKeys: [] },
  )
  .map((kustomization) => writeYaml([kustomization]));

export const kustomization = target({
  name: 'kustomizations',
  inputs: fc.record({ text: damaged(kustomizations), at: fc.nat(1000) }),
  holds({ text, at }) {
    const uri = 'file:///base/kustomization.yaml';
    ok(readKustomization(text).patches);
    for (const document of parseManifests(text).documents) inlinePatches(document, uri);
    askEverything(
      createAnalyzer(now).analyse(TextDocument.create(uri, 'yaml', 1, text), defaultSettings),
      Math.floor((at * text.length) / 1000),
    );
  },
});

const configurations = fc
  .record(
    {
      namespace: fc.constantFrom<unknown>('work', 1, null),
      facts: fc.constantFrom<unknown>('facts.yaml', [], '../../x'),
      placeholders: fc.constantFrom<unknown>(true, 'yes', {}),
      ignore: fc.oneof(
        fc.jsonValue(),
        fc.array(
          fc.record(
            { rule: fc.constantFrom<unknown>('image-latest', 1, '*'), files: fc.constantFrom<unknown>(['**/*.yaml'], ['['], 'a', [1]) },
            { requiredKeys: [] },
          ),
          { maxLength: 3 },
        ),
      ),
    },
    { requiredKeys: [] },
  )
  .map((configuration) => writeYaml([configuration]));

export const configuration = target({
  name: '.kubejob.yaml',
  inputs: damaged(configurations),
  holds(text) {
    ok(Array.isArray(readConfiguration(text).ignore));
  },
});
