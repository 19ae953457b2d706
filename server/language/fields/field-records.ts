import type { KnownPlace } from '../../kubernetes/fields/places.ts';
import type { ApiTypes } from '../../kubernetes/generated/types.ts';
import { container, containerPort, ephemeralContainer } from './records/container.ts';
import { cronJobSpec, jobTemplateSpec } from './records/cron-job-spec.ts';
import { fileKeySelector, objectFieldSelector, resourceFieldSelector } from './records/environment.ts';
import type { FieldRecord, FieldRecords } from './records/field-record.ts';
import { cronJob, job } from './records/job.ts';
import { jobSpec } from './records/job-spec.ts';
import { labelSelector, labelSelectorRequirement, objectMeta } from './records/metadata.ts';
import { nodeSelectorRequirement, toleration } from './records/placement.ts';
import {
  podFailurePolicy,
  podFailurePolicyOnExitCodesRequirement,
  podFailurePolicyOnPodConditionsPattern,
  podFailurePolicyRule,
} from './records/pod-failure-policy.ts';
import { podResourceClaim, podSpec, podTemplateSpec } from './records/pod-spec.ts';
import { grpcAction, httpGetAction, tcpSocketAction } from './records/probes.ts';
import { resourceClaim, resourceRequirements } from './records/resources.ts';
import { jobSchedulingConfiguration, workloadPodGroupGangSchedulingPolicy } from './records/scheduling.ts';
import { successPolicy, successPolicyRule } from './records/success-policy.ts';
import {
  configMapVolumeSource,
  downwardAPIVolumeSource,
  emptyDirVolumeSource,
  persistentVolumeClaimSpec,
  projectedVolumeSource,
  secretVolumeSource,
  volume,
  volumeDevice,
  volumeMount,
} from './records/volumes.ts';

/** The records of all types that have some. */
const records: { readonly [Owner in keyof ApiTypes]?: FieldRecords<Owner> } = {
  Job: job,
  CronJob: cronJob,
  JobSpec: jobSpec,
  CronJobSpec: cronJobSpec,
  JobTemplateSpec: jobTemplateSpec,
  PodFailurePolicy: podFailurePolicy,
  PodFailurePolicyRule: podFailurePolicyRule,
  PodFailurePolicyOnExitCodesRequirement: podFailurePolicyOnExitCodesRequirement,
  PodFailurePolicyOnPodConditionsPattern: podFailurePolicyOnPodConditionsPattern,
  SuccessPolicy: successPolicy,
  SuccessPolicyRule: successPolicyRule,
  JobSchedulingConfiguration: jobSchedulingConfiguration,
  WorkloadPodGroupGangSchedulingPolicy: workloadPodGroupGangSchedulingPolicy,
  ObjectMeta: objectMeta,
  LabelSelector: labelSelector,
  LabelSelectorRequirement: labelSelectorRequirement,
  PodTemplateSpec: podTemplateSpec,
  PodSpec: podSpec,
  PodResourceClaim: podResourceClaim,
  Toleration: toleration,
  NodeSelectorRequirement: nodeSelectorRequirement,
  Container: container,
  EphemeralContainer: ephemeralContainer,
  ContainerPort: containerPort,
  ResourceRequirements: resourceRequirements,
  ResourceClaim: resourceClaim,
  ObjectFieldSelector: objectFieldSelector,
  ResourceFieldSelector: resourceFieldSelector,
  FileKeySelector: fileKeySelector,
  HTTPGetAction: httpGetAction,
  TCPSocketAction: tcpSocketAction,
  GRPCAction: grpcAction,
  Volume: volume,
  VolumeMount: volumeMount,
  VolumeDevice: volumeDevice,
  EmptyDirVolumeSource: emptyDirVolumeSource,
  ConfigMapVolumeSource: configMapVolumeSource,
  DownwardAPIVolumeSource: downwardAPIVolumeSource,
  ProjectedVolumeSource: projectedVolumeSource,
  SecretVolumeSource: secretVolumeSource,
  PersistentVolumeClaimSpec: persistentVolumeClaimSpec,
};

const byName: Readonly<Record<string, Readonly<Record<string, FieldRecord>>>> = records;

const nothing: FieldRecord = {};

/** What is ours to say of the field at a place; of a list's item or a map's entry what is said of the list or map. */
export function recordOf({ owner, name }: Pick<KnownPlace, 'owner' | 'name'>): FieldRecord {
  return byName[owner]?.[name] ?? nothing;
}
