import { isMapping, list, type Mapping } from '../scenario/scenario-values.ts';
import { changedRun, failsAt, lasts, startFails } from './changed-run.ts';
import type { PodChange, PodMeant, WhatIfEdit } from './what-if-edit.ts';

/**
 * A scenario as it is written, with edits made by hand, one after another: again a scenario as one writes it, which `readScenario`
 * reads and judges. Undo is to leave edits out. What is no mapping counts as the empty scenario.
 */
export function applyEdits(scenario: unknown, edits: readonly WhatIfEdit[]): Mapping {
  return edits.reduce(applyEdit, isMapping(scenario) ? scenario : {});
}

function applyEdit(scenario: Mapping, edit: WhatIfEdit): Mapping {
  switch (edit.kind) {
    case 'run-time':
      return withRuns(scenario, (run) => lasts(run, edit.seconds));
    case 'failure-rate':
      return withRuns(scenario, (run) => failsAt(run, edit.share));
    case 'start':
      return withField(scenario, 'start', edit.seconds ?? undefined);
    case 'room':
      return withField(scenario, 'cluster', withField(mapping(scenario['cluster']), 'pods', edit.pods ?? undefined));
    case 'seed':
      return withField(scenario, 'seed', edit.seed);
    case 'pod':
      return withPod(scenario, edit);
    case 'action':
      return withField(scenario, 'actions', [...list(scenario['actions']), edit.action]);
  }
}

function mapping(value: unknown): Mapping {
  return isMapping(value) ? value : {};
}

/** Without the field where there is nothing to say of it: undefined, or a mapping of nothing. */
function withField(value: Mapping, name: string, inner: unknown): Mapping {
  const { [name]: _, ...rest } = value;
  const says = inner !== undefined && (!isMapping(inner) || Object.keys(inner).length > 0);
  if (!says) return rest;
  return name in value ? { ...value, [name]: inner } : { ...rest, [name]: inner };
}

/** The runs that the scenario says of all containers, each of them changed; starts that fail stay. */
function withRuns(scenario: Mapping, change: (run: Mapping) => Mapping): Mapping {
  const { run } = scenario;
  const changed = (one: unknown) => (startFails(mapping(one)) ? one : change(mapping(one)));
  return withField(scenario, 'run', Array.isArray(run) ? run.map(changed) : changed(run));
}

type PodEdit = Extract<WhatIfEdit, { readonly kind: 'pod' }>;

/** The pod's own entry, changed, or a new one that begins with what is said of all pods. */
function withPod(scenario: Mapping, { pod, change, firstRunOnly }: PodEdit): Mapping {
  const pods = list(scenario['pods']);
  const own = pods.findLastIndex((entry) => isMapping(entry) && isAbout(entry, pod));
  const entry = mapping(pods[own]);
  const run = changedRuns(entry['run'] ?? scenario['run'], change, firstRunOnly === true);
  const changed = { ...entry, ...pod, run };
  return withField(scenario, 'pods', own < 0 ? [...pods, changed] : pods.with(own, changed));
}

function isAbout(entry: Mapping, pod: PodMeant): boolean {
  const wanted: Mapping = { ...pod };
  return ['ordinal', 'index', 'attempt', 'job'].every((name) => (entry[name] ?? undefined) === wanted[name]);
}

/** A run, or a list of them where only the first is changed. */
function changedRuns(runs: unknown, change: PodChange, firstOnly: boolean): unknown {
  const all = [runs].flat().filter(isMapping);
  const [first = {}, ...later] = all;
  if (firstOnly) return [changedRun(first, change), ...(later.length > 0 ? later : [first])];
  return later.length > 0 ? all.map((one) => changedRun(one, change)) : changedRun(first, change);
}
