import { deathStatus } from '../../estimate/shell/state/time.ts';
import type { Finding } from '../../kubernetes/finding/finding.ts';
import type {
  Action,
  ContainerBehaviour,
  ContainerRun,
  ExitCode,
  HookBehaviour,
  KubeletBehaviour,
  NamedContainerBehaviour,
  PodBehaviour,
  Room,
  Scenario,
  Span,
  Stop,
} from './scenario.ts';
import { readDuration } from './scenario-duration.ts';
import { actionNames, scenarioRuleFindings } from './scenario-rules.ts';
import { scenarioShapeFindings } from './scenario-shape.ts';
import { isMapping, list, type Mapping, waitingFates } from './scenario-values.ts';

export type ScenarioReading = { readonly scenario: Scenario } | { readonly findings: readonly Finding[] };

/**
 * A scenario from its plain value, as `schemas/scenario.schema.json` describes it; nothing at all (null, undefined) is
 * the empty scenario. What is wrong with it comes as findings whose paths begin at the value itself.
 */
export function readScenario(value: unknown): ScenarioReading {
  const plain = withoutNulls(value ?? {});
  const shape = scenarioShapeFindings(plain);
  if (shape.length || !isMapping(plain)) return { findings: shape };
  const findings = scenarioRuleFindings(plain);
  return findings.length ? { findings } : { scenario: scenarioOf(plain) };
}

/** A key without a value (`run:`) says nothing; inside a patch null keeps its meaning, to remove a field. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isMapping(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([name, inner]) => [name, name === 'patch' ? inner : withoutNulls(inner)]),
  );
}

function scenarioOf(value: Mapping): Scenario {
  const { startAt, cluster, kubelet, pods, actions } = value;
  const seed = whole(value['seed']);
  return {
    ...(typeof startAt === 'string' ? { startAt: Date.parse(startAt) } : {}),
    ...started(value),
    ...behaviourOf(value),
    ...containersOf(value),
    ...(pods === undefined ? {} : { pods: list(pods).filter(isMapping).map(podOf) }),
    ...(isMapping(cluster) ? { cluster: roomOf(cluster) } : {}),
    ...(isMapping(kubelet) ? { kubelet: kubeletOf(kubelet) } : {}),
    ...(actions === undefined
      ? {}
      : {
          actions: list(actions)
            .filter(isMapping)
            .flatMap(actionOf)
            .sort((a, b) => a.at - b.at),
        }),
    ...(seed === undefined ? {} : { seed }),
  };
}

function podOf(value: Mapping): PodBehaviour {
  const which = ['ordinal', 'index', 'attempt', 'job'].flatMap((name) => (typeof value[name] === 'number' ? [[name, value[name]]] : []));
  return { ...Object.fromEntries(which), ...started(value), ...behaviourOf(value), ...containersOf(value) };
}

function started(value: Mapping): { readonly start?: Span } {
  const start = spanOf(value['start']);
  return start === undefined ? {} : { start };
}

function containersOf(value: Mapping): { readonly containers?: Readonly<Record<string, NamedContainerBehaviour>> } {
  const { containers } = value;
  if (!isMapping(containers)) return {};
  return {
    containers: Object.fromEntries(Object.entries(containers).map(([name, one]) => [name, isMapping(one) ? namedOf(one) : {}])),
  };
}

function namedOf(value: Mapping): NamedContainerBehaviour {
  const { postStart, preStop } = value;
  return {
    ...behaviourOf(value),
    ...(isMapping(postStart) ? { postStart: hookOf(postStart) } : {}),
    ...(isMapping(preStop) ? { preStop: hookOf(preStop) } : {}),
  };
}

function hookOf(value: Mapping): HookBehaviour {
  const [length, exit] = [readDuration(value['for']), whole(value['exit'])];
  return { ...(length === undefined ? {} : { for: length }), ...(exit === undefined ? {} : { exit }) };
}

function behaviourOf({ run, stop }: Mapping): ContainerBehaviour {
  const runs = [run].flat().filter(isMapping);
  return {
    ...(run === undefined || (Array.isArray(run) && run.length === 0) ? {} : { run: runs.map(runOf) }),
    ...(isMapping(stop) ? { stop: stopOf(stop) } : {}),
  };
}

function runOf(value: Mapping): ContainerRun {
  const { cannotStart, outOfMemory } = value;
  if (cannotStart === true) return { kind: 'cannot-start' };
  const length = spanOf(value['for']);
  const waits = Object.entries(waitingFates).find(([name]) => value[name] === true)?.[1];
  if (waits) return { kind: waits, ...(typeof length === 'number' ? { for: length } : {}) };
  const exit = exitOf(value['exit']) ?? signalExit(value['signal']);
  const healthyAfter = readDuration(value['healthyAfter']);
  return {
    kind: 'run',
    ...(length === undefined ? {} : { for: length }),
    ...(exit === undefined ? {} : { exit }),
    ...(outOfMemory === true ? { outOfMemory } : {}),
    ...(healthyAfter === undefined ? {} : { healthyAfter }),
  };
}

function exitOf(value: unknown): ExitCode | undefined {
  if (!Array.isArray(value)) return whole(value);
  return value.filter(isMapping).map((one) => ({ code: Number(one['code']), share: Number(one['share']) }));
}

function stopOf(value: Mapping): Stop {
  return { after: readDuration(value['after']) ?? 0, exit: whole(value['exit']) ?? 143 };
}

function spanOf(value: unknown): Span | undefined {
  if (!isMapping(value)) return readDuration(value);
  return { min: readDuration(value['min']) ?? 0, max: readDuration(value['max']) ?? 0 };
}

function roomOf(value: Mapping): Room {
  const counts = ['nodes', 'pods'].flatMap((name) => (typeof value[name] === 'number' ? [[name, value[name]]] : []));
  const quantities = ['cpu', 'memory'].flatMap((name) => (value[name] === undefined ? [] : [[name, String(value[name])]]));
  return Object.fromEntries([...counts, ...quantities]);
}

function signalExit(signal: unknown): number | undefined {
  return typeof signal === 'string' ? deathStatus(signal) : undefined;
}

function kubeletOf(value: Mapping): KubeletBehaviour {
  const notice = readDuration(value['notice']);
  return notice === undefined ? {} : { notice };
}

function actionOf(value: Mapping): readonly Action[] {
  const at = readDuration(value['at']) ?? 0;
  const what = actionNames.find((name) => value[name] !== undefined);
  const { container, patch } = value;
  const target = value[what ?? ''];
  switch (what) {
    case 'patch':
      return isMapping(patch) ? [{ at, kind: 'patch', patch }] : [];
    case 'deletePod':
      return [{ at, kind: 'delete-pod', pod: Number(target) }];
    case 'evictPod':
      return [{ at, kind: 'evict-pod', pod: Number(target) }];
    case 'killContainer': {
      const exit = whole(value['exit']) ?? 137;
      return [{ at, kind: 'kill-container', pod: Number(target), exit, ...(typeof container === 'string' ? { container } : {}) }];
    }
    case 'failNode':
      return [{ at, kind: 'fail-node', node: String(target) }];
    case 'delete':
      return target === 'Foreground' || target === 'Background' || target === 'Orphan' ? [{ at, kind: 'delete', propagation: target }] : [];
    default:
      return [];
  }
}

function whole(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
