import type { Volume } from '../../kubernetes/generated/types.ts';
import { isConfined, procMount, seccompProfile } from './baseline.ts';
import {
  type AnyContainer,
  type Check,
  containersOf,
  containersThat,
  distinct,
  hasOwnUsers,
  isForWindows,
  namedContainers,
  pluralize,
  quoted,
  type ReviewedPod,
  setters,
  type Violation,
} from './check.ts';

/** What the level `restricted` asks for besides, by the checks' names: a pod must give up what it does not need. */
export const restrictedChecks: readonly Check[] = [
  { id: 'allowPrivilegeEscalation', since: 8, check: allowPrivilegeEscalation },
  { id: 'capabilities_restricted', since: 22, instead: 'capabilities_baseline', check: capabilities },
  { id: 'procMount_restricted', since: 35, instead: 'procMount', check: procMount },
  { id: 'restrictedVolumes', since: 0, instead: 'hostPathVolumes', check: volumes },
  { id: 'runAsNonRoot', since: 0, check: runAsNonRoot },
  { id: 'runAsUser', since: 23, check: runAsUser },
  { id: 'seccompProfile_restricted', since: 19, instead: 'seccompProfile_baseline', check: confinedBySeccomp },
];

function allowPrivilegeEscalation({ spec }: ReviewedPod, minor: number): Violation | undefined {
  const names = containersThat(spec, ({ securityContext }) => securityContext?.allowPrivilegeEscalation !== false);
  if (names.length === 0 || isForWindows(spec, minor)) return undefined;
  return {
    reason: 'allowPrivilegeEscalation != false',
    detail: `${namedContainers(names)} must set securityContext.allowPrivilegeEscalation=false`,
  };
}

function capabilities({ spec }: ReviewedPod, minor: number): Violation | undefined {
  if (isForWindows(spec, minor)) return undefined;
  const added = ({ securityContext }: AnyContainer) =>
    (securityContext?.capabilities?.add ?? []).filter((capability) => capability !== 'NET_BIND_SERVICE');
  const keeping = containersThat(spec, ({ securityContext }) => !securityContext?.capabilities?.drop?.includes('ALL'));
  const adding = containersThat(spec, (container) => added(container).length > 0);
  const forbidden = distinct(containersOf(spec).flatMap(added));
  const details = [
    ...(keeping.length > 0 ? [`${namedContainers(keeping)} must set securityContext.capabilities.drop=["ALL"]`] : []),
    ...(adding.length > 0 ? [`${namedContainers(adding)} must not include ${quoted(forbidden)} in securityContext.capabilities.add`] : []),
  ];
  return details.length > 0 ? { reason: 'unrestricted capabilities', detail: details.join('; ') } : undefined;
}

const allowedVolumes = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
] as const;

function volumes({ spec }: ReviewedPod): Violation | undefined {
  const bad = (spec.volumes ?? []).filter((volume) => allowedVolumes.every((source) => volume[source] === undefined));
  if (bad.length === 0) return undefined;
  const types = distinct(bad.map(volumeType));
  const names = bad.map(({ name = '' }) => name);
  const what = pluralize('restricted volume type', 'restricted volume types', types.length);
  return {
    reason: 'restricted volume types',
    detail: `${pluralize('volume', 'volumes', names.length)} ${quoted(names)} ${pluralize('uses', 'use', names.length)} ${what} ${quoted(types)}`,
  };
}

function volumeType(volume: Volume): string {
  const source = Object.entries(volume).find(([key, value]) => key !== 'name' && value !== undefined);
  return source?.[0] ?? 'unknown';
}

function runAsNonRoot({ spec }: ReviewedPod, minor: number): Violation | undefined {
  if (minor >= 35 && hasOwnUsers(spec)) return undefined;
  const reason = 'runAsNonRoot != true';
  const pod = spec.securityContext?.runAsNonRoot;
  const own = ({ securityContext }: AnyContainer) => securityContext?.runAsNonRoot;
  const explicit = setters(
    pod === false,
    containersThat(spec, (container) => own(container) === false),
  );
  if (explicit !== '') return { reason, detail: `${explicit} must not set securityContext.runAsNonRoot=false` };
  const silent = pod ? [] : containersThat(spec, (container) => own(container) === undefined);
  return silent.length > 0 ? { reason, detail: `pod or ${namedContainers(silent)} must set securityContext.runAsNonRoot=true` } : undefined;
}

function runAsUser({ spec }: ReviewedPod, minor: number): Violation | undefined {
  if (minor >= 35 && hasOwnUsers(spec)) return undefined;
  const who = setters(
    spec.securityContext?.runAsUser === 0,
    containersThat(spec, ({ securityContext }) => securityContext?.runAsUser === 0),
  );
  return who === '' ? undefined : { reason: 'runAsUser=0', detail: `${who} must not set runAsUser=0` };
}

function confinedBySeccomp(pod: ReviewedPod, minor: number): Violation | undefined {
  const { spec } = pod;
  if (isForWindows(spec, minor)) return undefined;
  const explicit = seccompProfile(pod, minor);
  if (explicit) return explicit;
  if (isConfined(spec.securityContext?.seccompProfile?.type)) return undefined;
  const silent = containersThat(spec, ({ securityContext }) => securityContext?.seccompProfile === undefined);
  if (silent.length === 0) return undefined;
  return {
    reason: 'seccompProfile',
    detail: `pod or ${namedContainers(silent)} must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"`,
  };
}
