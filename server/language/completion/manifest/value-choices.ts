import { jobController } from '../../../kubernetes/defaults/job.ts';
import { scalarShape } from '../../../kubernetes/fields/api-fields.ts';
import { podSpecPath } from '../../../kubernetes/kinds.ts';
import { timeZoneNames } from '../../../kubernetes/time-zones/time-zone.ts';
import type { PlainCode } from '../../../messages/en/index.ts';
import { valueAt } from '../../../plain/node-path.ts';
import { containerNames, namesIn } from '../../reading/pod-template.ts';
import type { CompletionPlace } from './place.ts';

/** A value to offer. `text` is what it is in words, if anything. */
export interface ValueChoice {
  readonly value: string;
  /** Written in quotes whatever YAML would allow. */
  readonly quoted?: boolean;
  /** The code of a text that says what it means. */
  readonly detail?: PlainCode;
}

type Choices = (place: CompletionPlace) => readonly ValueChoice[];

const only =
  (...values: readonly string[]): Choices =>
  () =>
    values.map((value) => ({ value }));

/** By the API's type and field; where the values depend on the manifest, or the API's own list says too little or too much. */
const choices: Readonly<Record<string, Choices>> = {
  'Job.apiVersion': only('batch/v1'),
  'CronJob.apiVersion': only('batch/v1'),
  'Job.kind': only('Job', 'CronJob'),
  'CronJob.kind': only('CronJob', 'Job'),
  'CronJobSpec.schedule': () =>
    (['*/15 * * * *', '0 * * * *', '30 2 * * *', '0 9 * * 1-5', '0 0 * * 0', '0 0 1 * *', '@hourly', '@daily'] as const).map((value) => ({
      value,
      quoted: true,
      detail: `schedule-example-${value}`,
    })),
  'CronJobSpec.timeZone': () => timeZoneNames.map((value) => ({ value })),
  'JobSpec.managedBy': only(jobController),
  'PodSpec.restartPolicy': () => (['Never', 'OnFailure'] as const).map((value) => ({ value, detail: `value-restart-policy-${value}` })),
  'Container.restartPolicy': only('Always', 'Never', 'OnFailure'),
  'PodFailurePolicyRule.action': () =>
    (['FailJob', 'FailIndex', 'Ignore', 'Count'] as const).map((value) => ({ value, detail: `value-action-${value}` })),
  'PodFailurePolicyOnExitCodesRequirement.operator': only('In', 'NotIn'),
  'PodFailurePolicyOnExitCodesRequirement.values': () =>
    ([126, 127, 137, 139, 143] as const).map((code) => ({ value: String(code), detail: `exit-code-${code}` })),
  'PodFailurePolicyOnExitCodesRequirement.containerName': names(({ value, base, kind }) => containerNames(value, base, kind)),
  'PodFailurePolicyOnPodConditionsPattern.type': only('DisruptionTarget', 'ConfigIssue'),
  'PodFailurePolicyOnPodConditionsPattern.status': () =>
    ['True', 'False', 'Unknown'].map((value) => ({ value, quoted: value !== 'Unknown' })),
  'VolumeMount.name': names(({ value, base, kind }) => namesIn(value, base, kind, 'volumes')),
  'VolumeDevice.name': names(({ value, base, kind }) => namesIn(value, base, kind, 'volumes')),
  'FileKeySelector.volumeName': names(({ value, base, kind }) => namesIn(value, base, kind, 'volumes')),
  'ResourceFieldSelector.containerName': names(({ value, base, kind }) => containerNames(value, base, kind)),
  'ResourceFieldSelector.resource': only('limits.cpu', 'limits.memory', 'requests.cpu', 'requests.memory'),
  'ResourceClaim.name': names(({ value, base, kind }) => namesIn(value, base, kind, 'resourceClaims')),
  'HTTPGetAction.port': names(ports),
  'TCPSocketAction.port': names(ports),
  'Container.command': ({ path }) =>
    path.at(-1) === 0 ? [{ value: 'sh', quoted: true }] : path.at(-1) === 1 ? [{ value: '-c', quoted: true }] : [],
  'ContainerPort.protocol': only('TCP', 'UDP', 'SCTP'),
  'ObjectFieldSelector.fieldPath': only(
    'metadata.name',
    'metadata.namespace',
    'metadata.uid',
    "metadata.labels['batch.kubernetes.io/job-name']",
    "metadata.annotations['batch.kubernetes.io/job-completion-index']",
    'spec.nodeName',
    'spec.serviceAccountName',
    'status.hostIP',
    'status.podIP',
  ),
  'Toleration.operator': only('Exists', 'Equal'),
  'Toleration.effect': only('NoSchedule', 'PreferNoSchedule', 'NoExecute'),
  'LabelSelectorRequirement.operator': only('In', 'NotIn', 'Exists', 'DoesNotExist'),
  'NodeSelectorRequirement.operator': only('In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'),
  'EmptyDirVolumeSource.medium': only('Memory'),
  'PersistentVolumeClaimSpec.accessModes': only('ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'),
};

/** The keys that people put into maps of free keys. */
const keys: Readonly<Record<string, readonly string[]>> = {
  'ObjectMeta.labels': [
    'app',
    'app.kubernetes.io/name',
    'app.kubernetes.io/instance',
    'app.kubernetes.io/component',
    'app.kubernetes.io/part-of',
  ],
  'PodSpec.nodeSelector': [
    'kubernetes.io/os',
    'kubernetes.io/arch',
    'kubernetes.io/hostname',
    'topology.kubernetes.io/zone',
    'node.kubernetes.io/instance-type',
  ],
  'ResourceRequirements.requests': ['cpu', 'memory', 'ephemeral-storage'],
  'ResourceRequirements.limits': ['cpu', 'memory', 'ephemeral-storage'],
  'PodSpec.overhead': ['cpu', 'memory'],
};

/** The values that a scalar at the place may have, as far as they can be listed. */
export function valueChoices(place: CompletionPlace): readonly ValueChoice[] {
  const { field, owner, name } = place.known;
  const shape = scalarShape(field);
  if (!shape) return [];
  const own = choices[`${owner}.${name}`]?.(place);
  if (own) return own;
  if (shape.type === 'boolean') return [{ value: 'true' }, { value: 'false' }];
  if (owner === 'ResourceRequirements') return [];
  return (shape.enum ?? []).map((value) => ({ value }));
}

export function keyChoices({ known: { owner, name }, value, base, kind }: CompletionPlace): readonly string[] {
  if (owner === 'LabelSelector') {
    const labels = valueAt(value, [...base, ...podSpecPath(kind).slice(0, -1), 'metadata', 'labels']);
    return typeof labels === 'object' && labels !== null ? Object.keys(labels) : [];
  }
  return keys[`${owner}.${name}`] ?? [];
}

function names(find: (place: CompletionPlace) => readonly string[]): Choices {
  return (place) => [...new Set(find(place))].map((value) => ({ value }));
}

function ports({ value, base, kind }: CompletionPlace): readonly string[] {
  const containers = valueAt(value, [...base, ...podSpecPath(kind), 'containers']);
  return Array.isArray(containers) ? containers.flatMap((_, index) => namesIn(value, base, kind, 'containers', index, 'ports')) : [];
}
