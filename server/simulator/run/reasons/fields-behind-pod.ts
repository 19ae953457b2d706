import type { Container, PodSpec } from '../../../kubernetes/generated/types.ts';
import type { NodePath } from '../../../plain/node-path.ts';
import type { ContainerStatus, PodStatus } from '../../watch/pod-status-numbers.ts';
import { formOf } from '../jobs-at.ts';
import { podStatusOf } from '../pod-object.ts';
import { podStep } from '../pods-at.ts';
import type { RunReading } from '../read-run.ts';
import { jobSpecIn } from './field-behind.ts';

/**
 * The fields behind how a pod stands after a change, from the root of the object that was created, those of the container that
 * decides what kubectl shows first; none where no field is.
 */
export function fieldsBehindPod(reading: RunReading, change: number): readonly NodePath[] {
  const pod = reading.pods().of[change] ?? 0;
  const spec = podSpecOf(reading, pod);
  const shown = podStep(reading, change)?.STATUS ?? '';
  return fieldsIn(spec, podStatusOf(reading, change), shown).map((path) => fromRoot(reading, path));
}

/** A field of one of a pod's containers, by its name; undefined where there is no such container. */
export function fieldOfContainer(reading: RunReading, pod: number, name: string, field: string): NodePath | undefined {
  const found = containersIn(podSpecOf(reading, pod)).find(({ container }) => container.name === name);
  return found && fromRoot(reading, [...found.path, field]);
}

function podSpecOf(reading: RunReading, pod: number): PodSpec {
  const { at, first } = reading.pods();
  return formOf(reading, reading.podJobs()[pod] ?? 0, at[first(pod) ?? 0] ?? 0).spec?.template?.spec ?? {};
}

function fromRoot({ run }: RunReading, path: NodePath): NodePath {
  return [...jobSpecIn(run.kind), 'template', 'spec', ...path];
}

interface Placed {
  readonly container: Container;
  readonly path: NodePath;
  readonly isInit: boolean;
}

/** In the order in which a status tells of them. */
function containersIn({ initContainers = [], containers = [] }: PodSpec): readonly Placed[] {
  return [
    ...initContainers.map((container, at) => ({ container, path: ['initContainers', at], isInit: true })),
    ...containers.map((container, at) => ({ container, path: ['containers', at], isInit: false })),
  ];
}

interface Told extends Placed {
  readonly status: ContainerStatus;
}

function fieldsIn(spec: PodSpec, status: PodStatus, shown: string): readonly NodePath[] {
  const told = containersIn(spec).flatMap((placed, at): Told[] => {
    const own = status.containers[at];
    return own ? [{ ...placed, status: own }] : [];
  });
  if (status.reason === 'DeadlineExceeded') return [['activeDeadlineSeconds']];
  if (shown === 'Terminating') return [['terminationGracePeriodSeconds'], ...told.flatMap(preStopOf)];
  if (shown === 'SchedulingGated') return [['schedulingGates']];
  if (told.length === 0) return placementOf(spec);
  return decidingAmong(told, shown).flatMap(fieldsOf);
}

function preStopOf({ container, path, status }: Told): readonly NodePath[] {
  return container.lifecycle?.preStop && status.state === 'running' ? [[...path, 'lifecycle', 'preStop']] : [];
}

/** What keeps a pod from getting a node. */
function placementOf(spec: PodSpec): readonly NodePath[] {
  const requests = containersIn(spec).flatMap(({ container, path }) =>
    container.resources?.requests ? [[...path, 'resources', 'requests']] : [],
  );
  return [...requests, ...(spec.nodeSelector ? [['nodeSelector']] : []), ...(spec.affinity ? [['affinity']] : [])];
}

/**
 * The containers whose states kubectl puts into STATUS (pkg/printers/internalversion/printers.go printPod, 1.37): of init containers
 * the first that is not done, of the others those that run, or else the first that has this reason; all, while none has begun.
 */
function decidingAmong(told: readonly Told[], shown: string): readonly Told[] {
  const regular = told.filter(({ isInit }) => !isInit);
  if (shown.startsWith('Init:')) return told.filter((one) => one.isInit && !isDone(one)).slice(0, 1);
  const reasoned = regular.filter(({ status }) => wordOf(status) === shown);
  if (beginnings.has(shown) || shown === 'Completed') return reasoned;
  if (reasoned.length > 0) return reasoned.slice(0, 1);
  const running = regular.filter(({ status }) => status.state === 'running');
  return [...running].sort((a, b) => Number(a.status.ready) - Number(b.status.ready));
}

const beginnings: ReadonlySet<string> = new Set(['ContainerCreating', 'PodInitializing']);

/** What a container has to say of its pod's status; nothing while it runs. */
function wordOf({ state, reason, exit }: ContainerStatus): string {
  return state === 'terminated' ? exit?.reason || `ExitCode:${exit?.exitCode}` : reason;
}

function isDone({ container, status }: Told): boolean {
  return container.restartPolicy === 'Always' ? status.startedUp : status.exit?.exitCode === 0;
}

/** Of a container: the fields behind the state that it is in. */
function fieldsOf(told: Told): readonly NodePath[] {
  const { container, path, status } = told;
  const at = (...fields: string[]): NodePath => [...path, ...fields];
  const command = commandOf(told);
  if (status.state === 'running') return status.ready ? [command] : [...probesOf(told), command];
  switch (wordOf(status)) {
    case 'ContainerCreating':
    case 'PodInitializing':
    case 'ErrImagePull':
    case 'ImagePullBackOff':
    case 'InvalidImageName':
      return [at('image')];
    case 'ErrImageNeverPull':
      return [at('imagePullPolicy'), at('image')];
    case 'CreateContainerConfigError':
      return ['env', 'envFrom', 'securityContext'].filter((field) => Object.hasOwn(container, field)).map((field) => at(field));
    case 'OOMKilled':
      return [container.resources?.limits?.['memory'] === undefined ? at('resources') : at('resources', 'limits', 'memory'), command];
    case 'CrashLoopBackOff':
      return [command, ['restartPolicy']];
    default:
      return [command];
  }
}

/** What says what it runs: the image, where that alone does. */
function commandOf({ container, path }: Told): NodePath {
  const field = ['command', 'args'].find((one) => Object.hasOwn(container, one));
  return [...path, field ?? 'image'];
}

function probesOf({ container, path, status }: Told): readonly NodePath[] {
  const startup = container.startupProbe && !status.startedUp ? ['startupProbe'] : [];
  return [...startup, ...(container.readinessProbe ? ['readinessProbe'] : [])].map((field) => [...path, field]);
}
