import type { Job } from '../../kubernetes/generated/types.ts';
import type { Texts } from '../../messages/render.ts';
import type { ObservedContainer, ObservedEvent, ObservedExit, ObservedJob, ObservedPod } from '../../simulator/replay/observed.ts';
import { conditionOf, runsOf } from '../../simulator/replay/pod-moments.ts';
import { exitCodeWords } from '../words/exit-codes.ts';

/** A Job and what the record holds of it. */
export interface Story {
  readonly job: ObservedJob;
  readonly pods: readonly ObservedPod[];
  readonly events: readonly ObservedEvent[];
}

/** Why the Job ended as it did, or does not end: first what its status says, then what became of its pods; a sentence each. */
export function whySentences({ job, pods, events }: Story, texts: Texts): readonly string[] {
  return [...ofJob(job, events, texts), ...together(pods.flatMap((pod) => ofPod(pod, texts))), ...ofEvents(pods, events, texts)];
}

function ofJob({ object }: ObservedJob, events: readonly ObservedEvent[], texts: Texts): readonly string[] {
  const { conditions = [], active = 0 } = object.status ?? {};
  const holds = conditions.filter(({ status }) => status === 'True');
  const last = holds.find(({ type }) => type === 'Failed') ?? holds.find(({ type }) => type === 'FailureTarget');
  const refused = events.findLast(({ kind, reason }) => kind === 'Job' && reason === 'FailedCreate');
  const suspended = holds.some(({ type }) => type === 'Suspended');
  const isOver = holds.some(({ type }) => type === 'Complete' || type === 'Failed');
  return [
    ...(last ? [endedBy(last, object, texts)] : []),
    ...(suspended ? [texts('why-suspended')] : []),
    ...(refused ? [texts('why-pods-refused', { message: { quoted: refused.message } })] : []),
    ...(!isOver && active > 0 ? [texts('why-still-running', { pods: active })] : []),
  ];
}

type Condition = NonNullable<NonNullable<Job['status']>['conditions']>[number];

function endedBy({ reason = '', message = '' }: Condition, { spec = {} }: Job, texts: Texts): string {
  switch (reason) {
    case 'BackoffLimitExceeded':
      return texts('why-backoff-limit', { limit: spec.backoffLimit ?? 6 });
    case 'DeadlineExceeded':
      return texts('why-deadline', { seconds: spec.activeDeadlineSeconds ?? 0 });
    case 'PodFailurePolicy':
      return texts('why-policy', { message: { quoted: message } });
    default:
      return texts('why-condition', { reason, message: { quoted: message } });
  }
}

/** What is said of some pods alike: each with how many they are. */
type Said = { readonly of: string; readonly say: (pods: number) => string };

/** The same is said once, with the number of pods. */
function together(said: readonly Said[]): readonly string[] {
  const kinds = [...new Set(said.map(({ of }) => of))];
  return kinds.flatMap((kind) => {
    const alike = said.filter(({ of }) => of === kind);
    return alike[0]?.say(alike.length) ?? [];
  });
}

function ofPod(pod: ObservedPod, texts: Texts): readonly Said[] {
  const ended = endOfPod(pod, texts);
  const containers = [...pod.initContainers, ...pod.containers];
  const exits = containers.flatMap((one) => ofContainer(one, pod, texts));
  // What stopped the pod ended its containers.
  return ended ? [ended] : exits;
}

function endOfPod(pod: ObservedPod, texts: Texts): Said | undefined {
  const { reason, phase } = pod;
  const target = conditionOf(pod, 'DisruptionTarget');
  const message = { quoted: pod.message };
  if (reason === 'Evicted') return { of: `evicted ${pod.message}`, say: (pods) => texts('why-evicted', { pods, message }) };
  if (reason === 'DeadlineExceeded') {
    const seconds = pod.spec.activeDeadlineSeconds ?? 0;
    return { of: reason, say: (pods) => texts('why-pod-deadline', { pods, seconds }) };
  }
  if (target?.status === 'True') {
    const why = { reason: target.reason, message: { quoted: target.message } };
    return { of: `${target.reason} ${target.message}`, say: (pods) => texts('why-disrupted', { pods, ...why }) };
  }
  if (reason !== '' && phase === 'Failed') return { of: reason, say: (pods) => texts('why-pod-reason', { pods, reason, message }) };
  const scheduled = conditionOf(pod, 'PodScheduled');
  if (scheduled?.status !== 'False') return undefined;
  const why = { quoted: scheduled.message };
  return { of: scheduled.message, say: (pods) => texts('why-unschedulable', { pods, message: why }) };
}

function ofContainer(container: ObservedContainer, pod: ObservedPod, texts: Texts): readonly Said[] {
  const exits = runsOf(container).flatMap(({ exit }) => (exit && exit.exitCode !== 0 ? [exit] : []));
  return [...waits(container, pod, texts), ...exits.slice(-1).map((exit) => ofExit(exit, container.name, pod, texts))];
}

function ofExit({ exitCode: code, reason, message }: ObservedExit, container: string, pod: ObservedPod, texts: Texts): Said {
  const of = `${container} ${reason} ${code}`;
  if (reason === 'OOMKilled') {
    const limit = String(specOf(pod, container)?.resources?.limits?.['memory'] ?? '');
    return { of, say: (pods) => texts('why-out-of-memory', { pods, container, limit, code }) };
  }
  if (reason === 'StartError' || reason === 'ContainerCannotRun') {
    return { of, say: (pods) => texts('why-not-started', { pods, container, code, message: { quoted: message } }) };
  }
  return { of, say: (pods) => texts('why-exit', { pods, container, code, meaning: exitCodeWords(code, texts) ?? '' }) };
}

const onItsWay = ['', 'ContainerCreating', 'PodInitializing', 'CrashLoopBackOff'];
const imageReasons = [
  'ErrImagePull',
  'ImagePullBackOff',
  'InvalidImageName',
  'ErrImageNeverPull',
  'ImageInspectError',
  'RegistryUnavailable',
];

function waits({ name: container, state }: ObservedContainer, pod: ObservedPod, texts: Texts): readonly Said[] {
  if (state.is !== 'waiting' || onItsWay.includes(state.reason)) return [];
  const { reason } = state;
  const message = { quoted: state.message };
  const image = specOf(pod, container)?.image ?? '';
  const say = (pods: number) =>
    imageReasons.includes(reason)
      ? texts('why-image', { pods, container, image, reason, message })
      : texts('why-waits', { pods, container, reason, message });
  return [{ of: `${container} ${reason}`, say }];
}

function specOf({ spec }: ObservedPod, name: string) {
  return [...(spec.initContainers ?? []), ...(spec.containers ?? [])].find((one) => one.name === name);
}

/** What only events tell: of pods that are gone, and of what keeps one from starting. */
function ofEvents(pods: readonly ObservedPod[], events: readonly ObservedEvent[], texts: Texts): readonly string[] {
  const ofGone = ({ name }: ObservedEvent) => !pods.some((pod) => pod.name === name);
  const said = events
    .filter(({ kind }) => kind === 'Pod')
    .flatMap((event): readonly Said[] => {
      const { reason, name } = event;
      const message = { quoted: event.message.trim() };
      const container = /\{(.*)\}/.exec(event.field)?.[1] ?? '';
      if (reason === 'FailedMount') return [{ of: `mount ${event.message}`, say: (count) => texts('why-mount', { pods: count, message }) }];
      if (reason === 'Unhealthy' && /^(?:Liveness|Startup)/.test(event.message))
        return [{ of: `probe ${event.message}`, say: (count) => texts('why-probe', { pods: count, message }) }];
      if (!ofGone(event)) return [];
      if (reason === 'FailedScheduling') return [{ of: `node ${name}`, say: () => texts('why-unschedulable', { pods: 1, message }) }];
      if (reason === 'BackOff' && container && !/pulling image/.test(event.message))
        return [{ of: `back-off ${container}`, say: (count) => texts('why-restarted', { pods: count, container }) }];
      if (reason === 'Killing' && !isDeleted(name, events))
        return [{ of: 'stopped', say: (count) => texts('why-deleted', { pods: count }) }];
      if (reason === 'Evicted') return [{ of: `evicted ${event.message}`, say: (count) => texts('why-evicted', { pods: count, message }) }];
      if (reason === 'Failed')
        return [
          { of: `failed ${event.message}`, say: (count) => texts('why-pod-reason', { pods: count, reason: container || name, message }) },
        ];
      return [];
    });
  return together(said);
}

/** Whether the Job itself deleted the pod, or the kubelet stopped its containers for another reason that is told. */
function isDeleted(name: string, events: readonly ObservedEvent[]): boolean {
  return events.some(
    (one) => one.message === `Deleted pod: ${name}` || (one.name === name && ['Unhealthy', 'BackOff', 'Evicted'].includes(one.reason)),
  );
}
