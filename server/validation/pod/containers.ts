import { isDroppedLifecycle } from '../../kubernetes/creation/drop-disabled-fields.ts';
import { type FieldPath, field, item } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding } from '../../kubernetes/finding/finding.ts';
import type { Container, EphemeralContainer } from '../../kubernetes/generated/types.ts';
import { dnsLabelProblems } from '../../kubernetes/names/name-problems.ts';
import { atLeast } from '../../kubernetes/versions.ts';
import { each, forbidden, required, requiredChoice, requiredList, requiredName } from './checks/checks.ts';
import { isOn } from './checks/gates.ts';
import { validateEnv, validateEnvFrom } from './env.ts';
import { validateLifecycle } from './handlers.ts';
import type { PodContext } from './pod-context.ts';
import { validateHostPorts, validatePorts } from './ports.ts';
import { validateProbes } from './probes.ts';
import { validateResizePolicy } from './resize-policy.ts';
import { containerResourceName } from './resource-names.ts';
import { validateResources } from './resources.ts';
import { validateContainerRestart, validateInitContainerRestart } from './restart-rules.ts';
import { validateSecurityContext } from './security-context.ts';
import { validateVolumeDevices } from './volume-devices.ts';
import { validateVolumeMounts } from './volume-mounts.ts';

/** The regular containers: at least one. */
export function validateContainers(path: FieldPath, context: PodContext): Finding[] {
  const containers = context.spec.containers ?? [];
  if (containers.length === 0) return requiredList(context.spec.containers, path);
  const names = new Set<string>();
  return [
    ...each(containers, path, (container, at) => [
      ...validateContainer(container, at, context),
      ...validateNameOnce(container.name, at, names),
      ...(container.lifecycle ? validateLifecycle(container.lifecycle, field(at, 'lifecycle'), context) : []),
      ...validateProbes(container, at, context),
      ...validateContainerRestart(container, at, context),
    ]),
    ...validateHostPorts(containers, path),
  ];
}

/** The init containers. Those with the restart policy Always are sidecars, which stay and may have probes. */
export function validateInitContainers(path: FieldPath, context: PodContext): Finding[] {
  const names = new Set((context.spec.containers ?? []).map(({ name = '' }) => name));
  return each(context.spec.initContainers, path, (container, at, index) => [
    ...validateContainer(container, at, context),
    ...validateInitContainerRestart(container, at, context),
    ...validateInitNameOnce(container.name, at, names),
    // The server takes each init container for the first, whatever its place.
    ...validateHostPorts([container], path, () => hostPortPath(path, index)),
    ...(container.restartPolicy === 'Always' ? validateSidecar(container, at, context) : validateRunToCompletion(container, at, context)),
  ]);
}

/** What all containers have in common, ephemeral ones too. */
export function validateContainer(container: Container | EphemeralContainer, path: FieldPath, context: PodContext): Finding[] {
  return [
    ...requiredName(container.name, field(path, 'name'), dnsLabelProblems),
    ...required(container.image, field(path, 'image')),
    ...requiredChoice(container.terminationMessagePolicy, field(path, 'terminationMessagePolicy'), ['File', 'FallbackToLogsOnError']),
    ...validatePorts(container.ports, field(path, 'ports')),
    ...validateEnv(container.env, field(path, 'env'), context),
    ...validateEnvFrom(container.envFrom, field(path, 'envFrom'), context),
    ...validateVolumeMounts(container, field(path, 'volumeMounts'), context),
    ...validateVolumeDevices(container, field(path, 'volumeDevices'), context),
    ...requiredChoice(container.imagePullPolicy, field(path, 'imagePullPolicy'), ['Always', 'IfNotPresent', 'Never']),
    ...validateContainerResources(container, field(path, 'resources'), context),
    ...validateResizePolicy(container.resizePolicy, field(path, 'resizePolicy'), context),
    ...(container.securityContext ? validateSecurityContext(container.securityContext, field(path, 'securityContext'), context) : []),
  ];
}

function validateContainerResources({ resources = {} }: Container | EphemeralContainer, path: FieldPath, context: PodContext): Finding[] {
  const { limits, requests, claims } = resources;
  const kept = isOn('DynamicResourceAllocation', context.version) ? claims : undefined;
  return validateResources(
    { ...(limits && { limits }), ...(requests && { requests }), ...(kept && { claims: kept }) },
    path,
    containerResourceName,
    context.claims,
  );
}

/** An empty name counts like any other. */
function validateNameOnce(name: string | undefined, path: FieldPath, names: Set<string>): Finding[] {
  const value = name ?? '';
  if (names.has(value)) return [bad(field(path, 'name'), 'Duplicate', 'container-name-twice', { args: { value } })];
  names.add(value);
  return [];
}

/** An empty name is a duplicate only of a regular container's. */
function validateInitNameOnce(name: string | undefined, path: FieldPath, names: Set<string>): Finding[] {
  return name || names.has('') ? validateNameOnce(name, path, names) : [];
}

function validateSidecar(container: Container, path: FieldPath, context: PodContext): Finding[] {
  return [
    ...(container.lifecycle ? validateLifecycle(container.lifecycle, field(path, 'lifecycle'), context) : []),
    ...validateProbes(container, path, context),
  ];
}

/** A container that runs to its end before others start has nothing to probe; since 1.36 it is not restarted for a resize. */
function validateRunToCompletion(container: Container, path: FieldPath, context: PodContext): Finding[] {
  const names = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const;
  const present = names.filter(
    (name) => container[name] !== undefined && !(name === 'lifecycle' && isDroppedLifecycle(container.lifecycle, context.version)),
  );
  const restarts = atLeast(context.version, '1.36') ? container.resizePolicy : [];
  return [
    ...present.map((name) => forbidden(field(path, name), 'init-container-field')),
    ...each(restarts, field(path, 'resizePolicy'), ({ restartPolicy }, at) =>
      restartPolicy === 'RestartContainer' ? [bad(field(at, 'restartPolicy'), 'Invalid', 'resize-policy-init')] : [],
    ),
  ];
}

function hostPortPath(path: FieldPath, index: number): FieldPath {
  return { ...item(path, 0), node: item(path, index) };
}
