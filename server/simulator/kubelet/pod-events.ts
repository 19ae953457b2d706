import type { PodSpec, Volume } from '../../kubernetes/generated/types.ts';
import { oncePer } from '../../plain/once-per.ts';
import type { Container } from '../objects/container.ts';
import { nameOfPod, type Pod } from '../objects/objects.ts';
import type { ContainerPlan } from '../objects/pod-plan.ts';
import { type Text, textWithName } from '../objects/text.ts';
import type { Behaviour } from '../versions/behaviour.ts';

/** What a component says of a pod, or of one of its containers. */
export interface PodNotice {
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: Text;
  readonly source: 'kubelet' | 'default-scheduler';
}

const normal = (reason: string, message: Text): PodNotice => ({ type: 'Normal', reason, message, source: 'kubelet' });
const warning = (reason: string, message: Text): PodNotice => ({ type: 'Warning', reason, message, source: 'kubelet' });

/** As Go's %q writes text that holds nothing odd. */
const quoted = (text: string | undefined) => JSON.stringify(text ?? '');

/** Texts of pkg/kubelet/images/image_manager.go and pkg/kubelet/kuberuntime/kuberuntime_container.go, 1.37. */
const createdPlainly = normal('Created', 'Container created');
const startedPlainly = normal('Started', 'Container started');
const createdByName = oncePer(
  (plan: ContainerPlan) => plan,
  ({ name }) => normal('Created', `Created container: ${name}`),
);
const startedByName = oncePer(
  (plan: ContainerPlan) => plan,
  ({ name }) => normal('Started', `Started container ${name}`),
);

export function created(plan: ContainerPlan, behaviour: Behaviour): PodNotice {
  return behaviour.has('namesNoContainerInEvents') ? createdPlainly : createdByName(plan);
}

export function started(plan: ContainerPlan, behaviour: Behaviour): PodNotice {
  return behaviour.has('namesNoContainerInEvents') ? startedPlainly : startedByName(plan);
}
export const postStartHookFailed = warning('FailedPostStartHook', 'PostStartHook failed');
export const deadlineExceeded = normal('DeadlineExceeded', 'Pod was active on the node longer than the specified deadline');

export function notScheduled(message: string): PodNotice {
  return { type: 'Warning', reason: 'FailedScheduling', message, source: 'default-scheduler' };
}

export function scheduled(pod: Pod, namespace: string, node: string): PodNotice {
  const message = textWithName(`Successfully assigned ${namespace}/`, nameOfPod(pod), ` to ${node}`);
  return { type: 'Normal', reason: 'Scheduled', message, source: 'default-scheduler' };
}

const imageIsThere = oncePer(
  (plan: ContainerPlan) => plan,
  ({ spec }) => normal('Pulled', `Container image ${quoted(spec.image)} already present on machine`),
);
const imageMayBeUsed = oncePer(
  (plan: ContainerPlan) => plan,
  (plan) => normal('Pulled', `${imageIsThere(plan).message} and can be accessed by the pod`),
);

export function imagePresent(plan: ContainerPlan, behaviour: Behaviour): PodNotice {
  return behaviour.has('checksAccessToImages') ? imageMayBeUsed(plan) : imageIsThere(plan);
}

export const pulling = oncePer(
  (plan: ContainerPlan) => plan,
  ({ spec }) => normal('Pulling', `Pulling image ${quoted(spec.image)}`),
);

/** In so many seconds, to the millisecond. */
export function pulled({ spec }: ContainerPlan, seconds: number): PodNotice {
  const time = seconds < 1 ? `${Math.round(seconds * 1000)}ms` : `${Math.round(seconds * 1000) / 1000}s`;
  return normal('Pulled', `Successfully pulled image ${quoted(spec.image)} in ${time} (${time} including waiting)`);
}

export function pullFailed({ spec }: ContainerPlan): PodNotice {
  const text = `failed to pull and unpack image ${quoted(spec.image)}: not found`;
  return warning('Failed', `Failed to pull image ${quoted(spec.image)}: rpc error: code = NotFound desc = ${text}`);
}

export function pullBackOff({ spec }: ContainerPlan): PodNotice {
  return normal('BackOff', `Back-off pulling image ${quoted(spec.image)}`);
}

export function neverPulled({ spec }: ContainerPlan): PodNotice {
  return warning('ErrImageNeverPull', `Container image ${quoted(spec.image)} is not present with pull policy of Never`);
}

export function invalidImage({ spec }: ContainerPlan): PodNotice {
  const image = quoted(spec.image);
  return warning(
    'InspectFailed',
    `Failed to apply default image tag ${image}: couldn't parse image name ${image}: invalid reference format`,
  );
}

/** What runc says (libcontainer/standard_init_linux.go): words with a slash are no names that are searched for. */
export function noSuchProgram({ spec }: ContainerPlan): string {
  const program = spec.command?.[0] ?? spec.args?.[0] ?? '';
  const why = program.includes('/') ? `stat ${program}: no such file or directory` : 'executable file not found in $PATH';
  const where = 'failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed';
  return `${where}: unable to start container process: exec: ${quoted(program)}: ${why}: unknown`;
}

/** What is wrong with the first volume that refers to something (pkg/volume, pkg/kubelet/volumemanager, 1.37). */
export function mountFailed({ volumes = [] }: PodSpec): PodNotice {
  const [volume] = volumes.filter((one) => missingIn(one) !== undefined);
  const name = volume?.name ?? volumes[0]?.name ?? '';
  return warning('FailedMount', `MountVolume.SetUp failed for volume "${name}" : ${(volume && missingIn(volume)) ?? 'not found'}`);
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

export function startFailed(error: Text): PodNotice {
  return warning('Failed', typeof error === 'string' ? `Error: ${error}` : { ...error, before: `Error: ${error.before}` });
}

export function restartBackOff(pod: Pod, { name }: ContainerPlan): PodNotice {
  return warning('BackOff', textWithName(`Back-off restarting failed container ${name} in pod `, { ...nameOfPod(pod), kind: 'full-pod' }));
}

export function stopping({ plan }: Container): PodNotice {
  return normal('Killing', `Stopping container ${plan.name}`);
}

export function killing(message: string): PodNotice {
  return normal('Killing', message);
}

/** What probes print goes behind it; nobody knows that beforehand. */
export function unhealthy(probe: 'Startup' | 'Readiness' | 'Liveness'): PodNotice {
  return warning('Unhealthy', `${probe} probe failed: `);
}
