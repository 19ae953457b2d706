import { defaultGracePeriod } from '../../kubernetes/defaults/pod-template.ts';
import type { Container, ContainerRestartRule, PodSpec } from '../../kubernetes/generated/types.ts';
import type { Seconds } from '../engine/time.ts';
import { type ContainerProbes, planProbes } from './probes.ts';

/** What the kubelet and the scheduler read of a pod template; shared by all pods made of it. */
export interface PodPlan {
  /** Init containers and sidecars, in spec order. */
  readonly init: readonly ContainerPlan[];
  /** Regular containers, in spec order. */
  readonly regular: readonly ContainerPlan[];
  readonly restartPolicy: RestartPolicy;
  /** Seconds between SIGTERM and SIGKILL. */
  readonly grace: Seconds;
  /** The pod's own deadline, apart from the Job's. */
  readonly activeDeadline: Seconds | undefined;
  /** How many containers READY counts: regular ones and sidecars. */
  readonly readable: number;
  /** READY as kubectl writes it, by how many are ready: `0/2`, `1/2`, `2/2`. */
  readonly readyTexts: readonly string[];
  /** It is not scheduled, as nobody takes its gates away. */
  readonly gated: boolean;
  /** Conditions that somebody else has to set before the pod is ready. */
  readonly readinessGates: number;
  readonly spec: PodSpec;
}

export interface ContainerPlan {
  readonly kind: 'init' | 'sidecar' | 'regular';
  readonly name: string;
  /** As events name it: `spec.containers{main}`. */
  readonly field: string;
  /** The container's own policy; undefined: the pod's. */
  readonly restartPolicy: RestartPolicy | undefined;
  readonly restartRules: readonly ContainerRestartRule[];
  readonly probes: ContainerProbes | undefined;
  /** Whether a postStart hook holds up its start. */
  readonly hasPostStart: boolean;
  readonly spec: Container;
}

export type RestartPolicy = 'Always' | 'OnFailure' | 'Never';

export function planPod(spec: PodSpec): PodPlan {
  const init = (spec.initContainers ?? []).map((container) =>
    planContainer(container.restartPolicy === 'Always' ? 'sidecar' : 'init', container),
  );
  const regular = (spec.containers ?? []).map((container) => planContainer('regular', container));
  const readable = regular.length + init.filter(({ kind }) => kind === 'sidecar').length;
  const grace = spec.terminationGracePeriodSeconds ?? defaultGracePeriod;
  return {
    init,
    regular,
    restartPolicy: spec.restartPolicy === 'OnFailure' ? 'OnFailure' : 'Never',
    grace: grace < 0 ? 1 : grace,
    activeDeadline: spec.activeDeadlineSeconds,
    readable,
    readyTexts: Array.from({ length: readable + 1 }, (_, ready) => `${ready}/${readable}`),
    gated: (spec.schedulingGates ?? []).length > 0,
    readinessGates: (spec.readinessGates ?? []).length,
    spec,
  };
}

function planContainer(kind: ContainerPlan['kind'], spec: Container): ContainerPlan {
  const { restartPolicy } = spec;
  return {
    kind,
    name: spec.name ?? '',
    field: `spec.${kind === 'regular' ? 'containers' : 'initContainers'}{${spec.name ?? ''}}`,
    restartPolicy: restartPolicy === 'Always' || restartPolicy === 'OnFailure' || restartPolicy === 'Never' ? restartPolicy : undefined,
    restartRules: spec.restartPolicyRules ?? [],
    probes: kind === 'init' ? undefined : planProbes(spec),
    hasPostStart: spec.lifecycle?.postStart !== undefined,
    spec,
  };
}

/** Whether it asks for nodes with certain labels. */
export function selectsNodes({ nodeSelector = {}, affinity }: PodSpec): boolean {
  return Object.keys(nodeSelector).length > 0 || affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution !== undefined;
}
