import { limitRangerAnnotation } from '../../kubernetes/creation/container-defaults.ts';
import { storedPodSpec, withPodDefaults } from '../../kubernetes/creation/pod-from-job.ts';
import type { Container, EnvVar, Job, PodSpec, PodTemplateSpec } from '../../kubernetes/generated/types.ts';
import { indexAnnotation, indexVariable } from '../../kubernetes/names/index-variable.ts';
import { type Instant, pastSecond, secondsOf, wholeSecond } from '../engine/clock.ts';
import { hexDigits, makeUid } from '../engine/random.ts';
import type { Seconds } from '../engine/time.ts';
import type {
  ContainerState,
  ContainerStatus as DescribedStatus,
  PodObject,
  RunningContainer,
  TerminatedState,
} from '../kubectl/moment.ts';
import { deadlineMessage, exitMessage } from '../objects/status-messages.ts';
import type { Behaviour } from '../versions/behaviour.ts';
import { type ContainerStatus, type ExitStatus, type PodStatus, readPodStatus, type WrittenStatus } from '../watch/pod-status-numbers.ts';
import { jobObject } from './jobs-at.ts';
import type { RunReading } from './read-run.ts';

/** What the status of a pod said when it last changed. */
export function podStatusOf(reading: RunReading, change: number): PodStatus {
  const written = writtenStatus(reading, change);
  return written.places === undefined ? written : { ...written, containers: containersAfter(reading, change) };
}

function writtenStatus({ run }: RunReading, change: number): WrittenStatus {
  const { status, statuses, words } = run.pods;
  return readPodStatus(statuses[status[change] ?? -1] ?? [], words);
}

/** Where a change tells of some containers only, the others are as the changes of their pod before told last. */
function containersAfter(reading: RunReading, change: number): readonly ContainerStatus[] {
  const { at, of, each } = reading.pods();
  const secondOf = (place: number) => storedSeconds(reading.run.epoch, at[place] ?? 0);
  const found: ContainerStatus[] = [];
  for (const before of [...each(of[change] ?? 0, at[change] ?? 0)].reverse()) {
    if (before > change) continue;
    const { containers, places } = writtenStatus(reading, before);
    const passed = secondOf(change) - secondOf(before);
    for (const [index, container] of containers.entries()) found[places?.[index] ?? index] ??= seenLater(container, passed);
    if (!places) break;
  }
  return found;
}

function seenLater(container: ContainerStatus, passed: Seconds): ContainerStatus {
  const { startedAgo, exit, last } = container;
  const later = (ago: Seconds | undefined) => (ago === undefined ? undefined : ago + passed);
  const exitLater = (one: ExitStatus | undefined) =>
    one && { ...one, startedAgo: later(one.startedAgo), finishedAgo: later(one.finishedAgo) };
  return { ...container, startedAgo: later(startedAgo), exit: exitLater(exit), last: exitLater(last) };
}

/** Whether the pod's network is there: its containers are, or were tried. */
export function hasNetwork({ containers }: PodStatus): boolean {
  return containers.some(({ state, reason, last }) => state !== 'waiting' || last !== undefined || !untried.has(reason));
}

const untried: ReadonlySet<string> = new Set(['', 'ContainerCreating', 'PodInitializing']);

/** A time as a status holds it, in seconds from the create request. */
export function storedSeconds(epoch: number, instant: Instant): Seconds {
  return secondsOf(wholeSecond(epoch, instant) + pastSecond);
}

/** A pod, and the change after which it is looked at. */
interface PodChange {
  readonly pod: number;
  readonly change: number;
  /** When a kubelet took it up. */
  readonly taken: Seconds | undefined;
  readonly node: string | undefined;
}

/** The pod as the API server stores it after a change. */
export function podObject(reading: RunReading, { pod, change, taken, node }: PodChange): PodObject {
  const { run } = reading;
  const pods = reading.pods();
  const at = storedSeconds(run.epoch, pods.at[change] ?? 0);
  const status = podStatusOf(reading, change);
  const job = jobObject(reading, reading.podJobs()[pod] ?? 0, pods.at[pods.first(pod) ?? 0] ?? 0);
  const index = reading.podIndexes()[pod] ?? -1;
  const template = job.spec?.template ?? {};
  const asked = { metadata: template.metadata ?? {}, spec: template.spec ?? {} };
  const spec = withIndex(withTolerations(storedPodSpec(asked, run.containerDefaults, run.version)), index);
  const noted = { ...limitRangerAnnotation(withPodDefaults(asked.spec), run.containerDefaults), ...failuresNoted(reading, job, pod) };
  const describe = (container: Container): RunningContainer => {
    const found = status.containers.find(({ name }) => name === container.name);
    return { spec: container, status: found && statusAt(found, container, at, [run.seed, pod]) };
  };
  return {
    metadata: { ...metadataOf(job, template, { index, noted }), uid: makeUid(run.seed, 'pod', pod) },
    spec,
    phase: status.phase,
    reason: status.reason,
    message: status.reason === 'DeadlineExceeded' ? deadlineMessage : undefined,
    hostIP: node === undefined ? undefined : `192.0.2.${Number(/\d+$/.exec(node)?.[0] ?? 0) + 1}`,
    startTime: taken,
    deletion: deletionAt(status, at),
    conditions: conditionsOf(status, spec, { placed: node !== undefined, behaviour: reading.behaviour }),
    initContainers: (spec.initContainers ?? []).map(describe),
    containers: (spec.containers ?? []).map(describe),
  };
}

function deletionAt({ deletion }: PodStatus, at: Seconds): PodObject['deletion'] {
  return deletion && { at: at - deletion.ago + deletion.grace, grace: deletion.grace };
}

interface Added {
  readonly index: number;
  /** Annotations by which admission tells what it did, and the Job's controller how often the index has failed. */
  readonly noted: Readonly<Record<string, string>>;
}

function metadataOf({ metadata }: Job, template: PodTemplateSpec, { index, noted }: Added): PodObject['metadata'] {
  const { labels = {}, annotations = {} } = template.metadata ?? {};
  const own = index < 0 ? {} : { [indexAnnotation]: String(index) };
  const { name = '', uid = '' } = metadata ?? {};
  return {
    labels: { ...labels, ...own },
    annotations: { ...annotations, ...own, ...noted },
    ownerReferences: [{ apiVersion: 'batch/v1', kind: 'Job', name, uid, controller: true, blockOwnerDeletion: true }],
  };
}

/** Of a Job with backoffLimitPerIndex (pkg/controller/job/indexed_job_utils.go addIndexFailureCountAnnotation, 1.37). */
function failuresNoted(reading: RunReading, { spec }: Job, pod: number): Readonly<Record<string, string>> {
  if (spec?.backoffLimitPerIndex === undefined) return {};
  const ignored = reading.podIgnoredFailures()[pod] ?? 0;
  return {
    'batch.kubernetes.io/job-index-failure-count': String(reading.podFailures()[pod] ?? 0),
    ...(ignored > 0 ? { 'batch.kubernetes.io/job-index-ignored-failure-count': String(ignored) } : {}),
  };
}

/** What the admission plugin DefaultTolerationSeconds adds. */
function withTolerations(spec: PodSpec): PodSpec {
  const tolerations = spec.tolerations ?? [];
  const added = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable']
    .filter((key) => !tolerations.some((one) => (one.key === key || !one.key) && (!one.effect || one.effect === 'NoExecute')))
    .map((key) => ({ key, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 }));
  return { ...spec, tolerations: [...tolerations, ...added] };
}

/** Containers of an Indexed Job are told their index (pkg/controller/job/indexed_job_utils.go, 1.37). */
function withIndex(spec: PodSpec, index: number): PodSpec {
  if (index < 0) return spec;
  const fieldRef = { apiVersion: 'v1', fieldPath: `metadata.labels['${indexAnnotation}']` };
  const variable: EnvVar = { name: indexVariable, valueFrom: { fieldRef } };
  const told = (container: Container): Container =>
    container.env?.some(({ name }) => name === indexVariable) ? container : { ...container, env: [...(container.env ?? []), variable] };
  const { initContainers, containers } = spec;
  return {
    ...spec,
    ...(initContainers ? { initContainers: initContainers.map(told) } : {}),
    ...(containers ? { containers: containers.map(told) } : {}),
  };
}

/** In the order in which the kubelet writes them (pkg/kubelet/kubelet_pods.go generateAPIPodStatus, 1.37). */
interface Circumstances {
  /** The pod has a node. */
  readonly placed: boolean;
  readonly behaviour: Behaviour;
}

function conditionsOf(status: PodStatus, spec: PodSpec, { placed, behaviour }: Circumstances): PodObject['conditions'] {
  const { initContainers = [] } = spec;
  const { phase, containers, disruption, ready } = status;
  const disrupted = disruption ? [{ type: 'DisruptionTarget', holds: true }] : [];
  if (!placed || containers.length === 0) return [...disrupted, { type: 'PodScheduled', holds: placed }];
  const regular = containers.slice(initContainers.length);
  const done = ({ state, exit, startedUp }: ContainerStatus) => startedUp || (state === 'terminated' && exit?.exitCode === 0);
  const hasRun = ({ state, last }: ContainerStatus) => state !== 'waiting' || last !== undefined;
  const initialized = phase === 'Succeeded' || regular.some(hasRun) || containers.slice(0, initContainers.length).every(done);
  const ended = phase === 'Succeeded' || phase === 'Failed';
  const sidecars = containers.filter((_, place) => initContainers[place]?.restartPolicy === 'Always');
  return [
    ...disrupted,
    { type: 'PodReadyToStartContainers', holds: !ended && hasNetwork(status) },
    { type: 'Initialized', holds: initialized },
    { type: 'Ready', holds: ready },
    { type: 'ContainersReady', holds: !ended && [...sidecars, ...regular].every((one) => one.ready) },
    { type: 'PodScheduled', holds: true },
    ...(behaviour.has('tellsOfRestartOfAll') && mayRestartAll(spec)
      ? [{ type: 'AllContainersRestarting', holds: !ended && restartsAll(status) }]
      : []),
  ];
}

function mayRestartAll({ initContainers = [], containers = [] }: PodSpec): boolean {
  const rules = [...initContainers, ...containers].flatMap(({ restartPolicyRules = [] }) => restartPolicyRules);
  return rules.some(({ action }) => action === 'RestartAllContainers');
}

/** From when their removal begins until the first runs again: it shows in those that are removed already. */
function restartsAll({ containers }: PodStatus): boolean {
  return containers.some(({ state, reason }) => state === 'waiting' && reason === 'RestartingAllContainers');
}

/** Ids are made up, in the usual form: each run of a container has its own, and all runs of an image the same. */
function statusAt(status: ContainerStatus, spec: Container, at: Seconds, [seed, pod]: readonly [number, number]): DescribedStatus {
  const { state, reason, startedAgo = 0, exit, last, ready, restarts } = status;
  const { name = '', image = '' } = spec;
  const created = state !== 'waiting' || last !== undefined;
  const running: ContainerState = { kind: 'running', startedAt: at - startedAgo };
  const now: ContainerState = state === 'running' ? running : { kind: 'waiting', reason };
  return {
    id: created ? `containerd://${hexDigits(64, seed, 'container', pod, name, restarts)}` : '',
    imageId: created ? `sha256:${hexDigits(64, seed, 'image', image)}` : '',
    state: exit ? terminated(exit, spec, at) : now,
    ...(last ? { last: terminated(last, spec, at) } : {}),
    ready,
    restarts,
  };
}

function terminated({ reason, exitCode, startedAgo, finishedAgo }: ExitStatus, spec: Container, at: Seconds): TerminatedState {
  const time = (ago: Seconds | undefined) => (ago === undefined ? undefined : at - ago);
  const times = { startedAt: time(startedAgo), finishedAt: time(finishedAgo) };
  return { kind: 'terminated', reason, message: exitMessage(reason, spec), exitCode, ...times };
}
