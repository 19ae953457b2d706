import { counted } from '../table/counted.ts';
import type { MessageTable } from '../table/message-table.ts';

const kinds: Readonly<Record<string, string>> = {
  duration: 'a duration: seconds, or text such as 90s, 5m, 1h30m',
  time: 'a time such as 2026-01-01T00:00:00Z',
  quantity: 'a quantity such as 4, 500m or 8Gi',
  'exit code': 'an exit code from 0 to 255',
  count: 'a whole number from 0',
  integer: 'a whole number',
  object: 'a mapping',
  'Kubejob scenario': 'a mapping',
  'Kubejob test': 'a mapping',
  'Kubejob configuration': 'a mapping',
  ignore: "a rule's name, or {rule, files}",
  'string or array': 'text or a list',
  'string or object': 'text or a mapping',
  'string or number': 'text or a number',
  version: 'a version such as 1.34, or a range such as 1.33-1.37',
  array: 'a list',
  boolean: 'true or false',
  string: 'text',
};

export type Expected = {
  readonly name: string;
  readonly expected: string;
};

const expected = ({ expected: kind }: Expected) => kinds[kind] ?? kind;

/** What can be wrong in a scenario, in a file of tests; a configuration has texts of its own besides. */
export const scenario = {
  'test-unknown-field': ({ name, nearest, known }: { name: string; nearest: string; known: readonly string[] }) =>
    nearest
      ? `A test has no '${name}' here: write '${nearest}'.`
      : `A test has no '${name}' here: remove it, or use one of ${known.join(', ')}.`,
  'test-expectation': ({ sentence, meant, forms }: { sentence: string; meant: string; forms: readonly string[] }) =>
    meant
      ? `Nothing is known to expect by '${sentence}': write '${meant}'.`
      : `Nothing is known to expect by '${sentence}': say it as one of: ${forms.join(', ')}.`,
  'test-no-manifest': 'There is no manifest beside this file: a test NAME.test.yaml is about NAME.yaml.',
  'test-file-faulty': 'The file of tests has faults: mend what is marked in it.',
  'test-no-scenario': 'There is no scenario called {name} beside this file.',
  'test-no-object': 'The manifest has no Job or CronJob called {name}.',
  'scenario-unknown-field': ({ name, nearest, known }: { name: string; nearest: string; known: readonly string[] }) =>
    nearest
      ? `A scenario has no '${name}' here: write '${nearest}'.`
      : `A scenario has no '${name}' here: remove it, or use one of ${known.join(', ')}.`,
  'scenario-missing-field': "Add '{name}'.",
  'scenario-unreadable': (args: Expected) => `'${args.name}' must be ${expected(args)}.`,
  'scenario-wrong-type': (args: Expected) => `'${args.name}' must be ${expected(args)}.`,
  'scenario-out-of-range': ({ name, comparison, limit }: { name: string; comparison: string; limit: number }) =>
    `'${name}' must be ${comparison === '>=' ? 'at least' : 'at most'} ${limit}.`,
  'scenario-empty-list': "Give at least one entry in '{name}', or remove it.",
  'scenario-not-allowed': "'{name}' must be one of {values}.",
  'scenario-range-order': "Let 'min' be no more than 'max'.",
  'scenario-run-contradiction': "Remove '{name}': it says nothing beside '{other}'.",
  'scenario-shares': 'The shares of the exit codes must not add up to more than 1.',
  'scenario-pod-which': "Say which pods are meant: 'ordinal' by order of creation, 'index' by completion index, or 'job' of a CronJob.",
  'scenario-attempt-of-index': "'attempt' counts the pods of one index: add 'index'.",
  'scenario-ordinal-or-index': "Choose pods by 'ordinal' or by 'index', not by both.",
  'scenario-action-what': 'Say what happens: one of {names}.',
  'scenario-action-one': "Remove '{name}' or '{other}': an action does one thing, others go into entries of their own.",
  'scenario-kill-only': "'{name}' belongs to 'killContainer': add that, or remove it.",
  'scenario-no-such-node': ({ node, nodes }: { node: string; nodes: number }) =>
    nodes === 1
      ? `There is no '${node}': the cluster has only node-1, unless 'cluster' says more.`
      : `There is no '${node}': the nodes are node-1 to node-${nodes}.`,
} as const satisfies MessageTable;

/** What the command line says around a simulation. */
export const simulationReport = {
  'simulated-object-gone': 'There is nothing to describe any more: it was deleted.',
  'summary-refused-edits': 'Kubernetes would refuse:',
  'summary-assumptions': 'Assumed:',
  'summary-at-worst': ({ pods, atOnce, time }: { pods: number | ''; atOnce: number; time: string }) =>
    `At worst, whatever the containers do: ${podsInWords(pods)}, ${atOnce} at the same time; ${time === '' ? 'nothing bounds the time' : `done after ${time}`}.`,
  'summary-runs-at-worst': ({ pods, atOnce, time, together, policy }: RunsAtWorst) =>
    `At worst, whatever the containers do: ${podsInWords(pods)} in each run, ${atOnce} at the same time; ${time === '' ? 'nothing bounds the time of a run' : `each run done after ${time}`}. ${togetherInWords(together, atOnce)} (${policy}).`,
  'scenario-unmet-containers': 'the scenario speaks of containers that the pods do not have: {containers}',
  'scenario-unmet-pods': 'the scenario speaks of pods that there were none of: {pods}',
  'scenario-unmet-fields': 'an edit names fields that Kubernetes does not know; the API server drops them, with a warning: {fields}',
  'needed-at-worst': ({ pods, needs }: { pods: number; needs: string }) =>
    `${pods === 1 ? 'That one pod asks' : `These ${pods} pods together ask`} for ${needs}.`,
  'simulated-together': ({ jobs, pods, needs }: Together) =>
    `In this run ${jobs === 1 ? 'one Job ran' : `at most ${jobs} Jobs ran`} at a time, with ${counted(pods, 'pod', 'pods')} at most${needs === '' ? '' : `, which ask for ${needs}`}.`,
  'summary-watch-longer': 'ask for another time with --until',
} as const satisfies MessageTable;

/** How many there were at once at most, and what so many pods ask for together; '' where that is nothing. */
type Together = {
  readonly jobs: number;
  readonly pods: number;
  readonly needs: string;
};

type RunsAtWorst = {
  readonly pods: number | '';
  readonly atOnce: number;
  readonly time: string;
  /** How many runs there are at the same time; '' where nothing bounds that. */
  readonly together: number | '';
  readonly policy: string;
};

function togetherInWords(together: number | '', atOnce: number): string {
  if (together === '') return 'Any number of runs at the same time';
  if (together === 1) return 'One run at a time';
  return `At most ${together} runs at the same time, with ${together * atOnce} pods`;
}

function podsInWords(pods: number | ''): string {
  if (pods === '') return 'any number of pods';
  return pods === 1 ? '1 pod' : `${pods} pods`;
}
