import { atLeast, type KubernetesVersion } from '../../../kubernetes/versions.ts';

/**
 * The version from which each feature is on unless an administrator turns it off (pkg/features/kube_features.go,
 * 1.29 to 1.37). Features that are off in all of these versions have no entry: the server drops their fields
 * without a word, and no rule looks at them.
 */
const onSince = {
  ClusterTrustBundleProjection: '1.37',
  ContainerRestartRules: '1.35',
  DynamicResourceAllocation: '1.34',
  EnvFiles: '1.35',
  HostnameOverride: '1.35',
  ImageVolume: '1.35',
  InPlacePodVerticalScaling: '1.33',
  MatchLabelKeysInPodAffinity: '1.31',
  MatchLabelKeysInPodTopologySpreadSelectorMerge: '1.34',
  PodCertificateRequest: '1.37',
  PodLevelResources: '1.34',
  PodLifecycleSleepAction: '1.30',
  PodLifecycleSleepActionAllowZero: '1.33',
  ProcMountType: '1.33',
  RecursiveReadOnlyMounts: '1.31',
  RelaxedEnvironmentVariableValidation: '1.32',
  RestartAllContainersOnContainerExits: '1.36',
  SELinuxChangePolicy: '1.33',
  SELinuxMount: '1.37',
  StrictIPCIDRValidation: '1.36',
  SupplementalGroupsPolicy: '1.33',
  UserNamespacesSupport: '1.33',
  VolumeAttributesClass: '1.34',
} as const;

export type Feature = keyof typeof onSince;

/** Whether the feature is on by default in the version. */
export function isOn(feature: Feature, version: KubernetesVersion): boolean {
  return atLeast(version, onSince[feature]);
}
