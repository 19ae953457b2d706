import { examplesOfExpectations } from '../../application/expectations/expectation.ts';
import type { Code } from '../../messages/en/index.ts';
import { adviceRules } from '../../validation/advice/index.ts';
import type { ScenarioPlace } from './scenario-fields.ts';

/**
 * What is ours to say of one field of our own files beyond its text in `messages/`. Types, listed values and required fields are the
 * schema's, and which fields contradict each other is asked of the rules.
 */
export interface ScenarioRecord {
  /** What completion writes behind its colon: YAML with tab stops; `$0` is where typing goes on. */
  readonly snippet?: string;
  /** A value on one line, where it takes more than a scalar. */
  readonly whole?: string;
  /** Values to choose from; `containers` are the names of those in the manifest. */
  readonly choices?: (containers: readonly string[]) => readonly string[];
  /** The keys of a map whose keys are names. */
  readonly keys?: readonly string[];
  /** Completion offers it among the first, though it is not required. */
  readonly first?: true;
}

const behaviours = {
  range: '{min: ${1:1}, max: ${2:10}}',
  run: ' {for: ${1:10}, exit: ${2:0}}$0',
  failure: ' {for: ${1:2}, exit: ${2:1}}$0',
  stop: ' {after: ${1:5}, exit: ${2:143}}$0',
};

/** Every field as `owner.name`; the owner is a definition of its schema, or what the file is. */
type OwnFieldKey = Code extends infer C ? (C extends `scenario-field.${infer Key}` ? Key : never) : never;

const ruleNames = adviceRules.map(({ code }) => code);

const records: { readonly [Key in OwnFieldKey]?: ScenarioRecord } = {
  'scenario.startAt': { snippet: ' ${1:2026-01-01T00:00:00Z}$0' },
  'scenario.start': { snippet: ' ${1:5}$0', whole: behaviours.range },
  'scenario.run': { snippet: behaviours.run },
  'scenario.containers': { snippet: '\n  ${1:main}:\n    run: {for: ${2:10}, exit: ${3:0}}$0' },
  'scenario.pods': { snippet: '\n  - ordinal: ${1:0}\n    run: {for: ${2:2}, exit: ${3:1}}$0' },
  'scenario.stop': { snippet: behaviours.stop },
  'scenario.cluster': { snippet: ' {nodes: ${1:2}, pods: ${2:10}}$0' },
  'scenario.kubelet': { snippet: ' {notice: ${1:0}}$0' },
  'scenario.actions': { snippet: '\n  - at: ${1:10}\n    ${2:killContainer}: ${3:0}$0' },

  'run.for': { whole: '{min: ${1:5}, max: ${2:60}}' },
  'run.exit': { whole: '[{code: ${1:1}, share: ${2:0.2}}]' },
  'containers.run': { snippet: behaviours.run },
  'containers.stop': { snippet: behaviours.stop },

  'pod.ordinal': { first: true },
  'pod.index': { first: true },
  'pod.start': { whole: behaviours.range },
  'pod.run': { snippet: behaviours.failure },
  'pod.stop': { snippet: behaviours.stop },
  'pod.containers': { snippet: '\n  ${1:main}:\n    run: {for: ${2:10}, exit: ${3:1}}$0' },

  'action.patch': { snippet: ' {spec: {$0}}' },
  'action.failNode': { snippet: ' ${1:node-1}$0', choices: () => ['node-1', 'node-2'] },
  'tests.tests': { snippet: '\n  - expect: ${1:completes within 10m}$0' },
  'test.expect': { choices: () => examplesOfExpectations },
  'test.scenario': { snippet: ' {run: {for: ${1:90s}}}$0' },
  'test.scenarios': { snippet: '\n  - {run: {for: ${1:90s}}}$0' },

  'configuration.rules': { snippet: '\n  ${1:image-latest}: ${2|off,info,warning,error|}$0', keys: ruleNames },
  'configuration.ignore': { snippet: '\n  - ${1:image-latest}$0', choices: () => ruleNames },
  'configuration.rule': { choices: () => ruleNames },
  'configuration.files': { snippet: ' ${1:legacy/}$0' },
  'configuration.exclude': { snippet: '\n  - ${1:vendor/}$0' },
  'configuration.helm': { snippet: ' {valuesFiles: [${1:values-ci.yaml}]}$0' },
  'configuration.valuesFiles': { snippet: ' [${1:values-ci.yaml}]$0' },
  'configuration.scenario': { snippet: '\n  $0' },

  'action.container': { choices: (containers) => containers },
};

const byKey: Readonly<Record<string, ScenarioRecord>> = records;
const nothing: ScenarioRecord = {};

/** What is ours to say of a field; of a list's item or a map's entry what is said of the list or map. */
export function scenarioRecordOf({ owner, name }: Pick<ScenarioPlace, 'owner' | 'name'>): ScenarioRecord {
  return byKey[`${owner}.${name}`] ?? nothing;
}

/** A value as it may be written behind the colon: a run, a range, exit codes with their shares. */
export function scenarioWhole(place: Pick<ScenarioPlace, 'owner' | 'name'>): string | undefined {
  const { whole, snippet } = scenarioRecordOf(place);
  return whole ?? (snippet?.startsWith(' {') ? snippet.slice(1).replace(/\}\$0$/, '}') : undefined);
}
