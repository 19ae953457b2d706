import type { PodSpec, Volume } from '../../kubernetes/generated/types.ts';
import { oncePer } from '../../plain/once-per.ts';
import { nameOfPod, type Pod } from '../objects/objects.ts';
import type { ContainerPlan } from '../objects/pod-plan.ts';
import { deadlineMessage } from '../objects/status-messages.ts';
import { type Text, textWithName } from '../objects/text.ts';
import type { UnmountableVolume } from '../scenario/objects-named.ts';
import type { Behaviour } from '../versions/behaviour.ts';
import type { EventStep } from '../watch/log.ts';

/** What a component says of a pod, or of one of its containers. */
export type PodNotice = EventStep<Text>;

function notice(type: PodNotice['type'], reason: string, message: Text, plan: ContainerPlan | undefined): PodNotice {
  const source = 'kubelet';
  return plan ? { kind: 'Pod', field: plan.field, type, reason, message, source } : { kind: 'Pod', type, reason, message, source };
}

const normal = (reason: string, message: Text, plan?: ContainerPlan) => notice('Normal', reason, message, plan);
const warning = (reason: string, message: Text, plan?: ContainerPlan) => notice('Warning', reason, message, plan);

/** What is said of a container again and again is one object, which is written down sooner. */
const ofContainer = (make: (plan: ContainerPlan) => PodNotice) => oncePer((plan: ContainerPlan) => plan, make);

/** As Go's %q writes text that holds nothing odd. */
const quoted = (text: string | undefined) => JSON.stringify(text ?? '');

/** Texts of pkg/kubelet/images/image_manager.go and pkg/kubelet/kuberuntime/kuberuntime_container.go, 1.37. */
const createdPlainly = ofContainer((plan) => normal('Created', 'Container created', plan));
const startedPlainly = ofContainer((plan) => normal('Started', 'Container started', plan));
const createdByName = ofContainer((plan) => normal('Created', `Created container ${plan.name}`, plan));
const createdWithColon = ofContainer((plan) => normal('Created', `Created container: ${plan.name}`, plan));
const startedByName = ofContainer((plan) => normal('Started', `Started container ${plan.name}`, plan));

export function created(plan: ContainerPlan, behaviour: Behaviour): PodNotice {
  if (behaviour.has('namesNoContainerInEvents')) return createdPlainly(plan);
  return behaviour.has('colonInCreated') ? createdWithColon(plan) : createdByName(plan);
}

export function started(plan: ContainerPlan, behaviour: Behaviour): PodNotice {
  return behaviour.has('namesNoContainerInEvents') ? startedPlainly(plan) : startedByName(plan);
}

export const postStartHookFailed = ofContainer((plan) => warning('FailedPostStartHook', 'PostStartHook failed', plan));
export const preStopHookFailed = ofContainer((plan) => warning('FailedPreStopHook', 'PreStopHook failed', plan));
export const deadlineExceeded = normal('DeadlineExceeded', deadlineMessage);

export function notScheduled(message: string): PodNotice {
  return { kind: 'Pod', type: 'Warning', reason: 'FailedScheduling', message, source: 'default-scheduler' };
}

export function scheduled(pod: Pod, namespace: string, node: string): PodNotice {
  const message = textWithName(`Successfully assigned ${namespace}/`, nameOfPod(pod), ` to ${node}`);
  return { kind: 'Pod', type: 'Normal', reason: 'Scheduled', message, source: 'default-scheduler' };
}

const presentText = ({ spec }: ContainerPlan) => `Container image ${quoted(spec.image)} already present on machine`;
const imageIsThere = ofContainer((plan) => normal('Pulled', presentText(plan), plan));
const imageMayBeUsed = ofContainer((plan) => normal('Pulled', `${presentText(plan)} and can be accessed by the pod`, plan));

export function imagePresent(plan: ContainerPlan, behaviour: Behaviour): PodNotice {
  return behaviour.has('checksAccessToImages') ? imageMayBeUsed(plan) : imageIsThere(plan);
}

export const pulling = ofContainer((plan) => normal('Pulling', `Pulling image ${quoted(plan.spec.image)}`, plan));

/** In so many seconds, to the millisecond. */
export function pulled(plan: ContainerPlan, seconds: number): PodNotice {
  const known = pulledIn(plan).get(seconds) ?? pulledAfter(plan, seconds);
  pulledIn(plan).set(seconds, known);
  return known;
}

const pulledIn = oncePer(
  (plan: ContainerPlan) => plan,
  () => new Map<number, PodNotice>(),
);

function pulledAfter(plan: ContainerPlan, seconds: number): PodNotice {
  const time = seconds < 1 ? `${Math.round(seconds * 1000)}ms` : `${Math.round(seconds * 1000) / 1000}s`;
  return normal('Pulled', `Successfully pulled image ${quoted(plan.spec.image)} in ${time} (${time} including waiting)`, plan);
}

export const pullFailed = ofContainer((plan) => {
  const image = quoted(plan.spec.image);
  const why = `rpc error: code = NotFound desc = failed to pull and unpack image ${image}: not found`;
  return warning('Failed', `Failed to pull image ${image}: ${why}`, plan);
});

export const pullBackOff = ofContainer((plan) => normal('BackOff', `Back-off pulling image ${quoted(plan.spec.image)}`, plan));

export const neverPulled = ofContainer((plan) =>
  warning('ErrImageNeverPull', `Container image ${quoted(plan.spec.image)} is not present with pull policy of Never`, plan),
);

export const invalidImage = ofContainer((plan) => {
  const image = quoted(plan.spec.image);
  const why = `couldn't parse image name ${image}: invalid reference format`;
  return warning('InspectFailed', `Failed to apply default image tag ${image}: ${why}`, plan);
});

/** What is known to be wrong with a volume, or else with the first that refers to something (pkg/volume, pkg/kubelet/volumemanager, 1.37). */
export function mountFailed({ volumes = [] }: PodSpec, known: UnmountableVolume | undefined): PodNotice {
  const [volume] = volumes.filter((one) => missingIn(one) !== undefined);
  const name = known?.volume ?? volume?.name ?? volumes[0]?.name ?? '';
  const error = known?.error ?? (volume && missingIn(volume)) ?? 'not found';
  return warning('FailedMount', `MountVolume.SetUp failed for volume "${name}" : ${error}`);
}

function missingIn({ configMap, secret, hostPath, persistentVolumeClaim }: Volume): string | undefined {
  if (configMap) return `configmap "${configMap.name ?? ''}" not found`;
  if (secret) return `secret "${secret.secretName ?? ''}" not found`;
  if (persistentVolumeClaim) return `persistentvolumeclaim "${persistentVolumeClaim.claimName ?? ''}" not found`;
  const kind = hostPathKinds[hostPath?.type ?? ''];
  return hostPath && kind ? `hostPath type check failed: ${hostPath.path ?? ''} is not a ${kind}` : undefined;
}

const hostPathKinds: Readonly<Record<string, string>> = {
  Directory: 'directory',
  File: 'file',
  Socket: 'socket file',
  CharDevice: 'character device',
  BlockDevice: 'block device',
};

export function startFailed(plan: ContainerPlan, error: Text): PodNotice {
  return warning('Failed', typeof error === 'string' ? `Error: ${error}` : { ...error, before: `Error: ${error.before}` }, plan);
}

export function restartBackOff(pod: Pod, plan: ContainerPlan): PodNotice {
  const before = `Back-off restarting failed container ${plan.name} in pod `;
  return warning('BackOff', textWithName(before, { ...nameOfPod(pod), kind: 'full-pod' }), plan);
}

export const stopping = ofContainer((plan) => normal('Killing', `Stopping container ${plan.name}`, plan));

export function killing(plan: ContainerPlan, message: string): PodNotice {
  return normal('Killing', message, plan);
}

/** What probes print goes behind it; nobody knows that beforehand. */
export function unhealthy(plan: ContainerPlan, probe: 'Startup' | 'Readiness' | 'Liveness'): PodNotice {
  return warning('Unhealthy', `${probe} probe failed: `, plan);
}
