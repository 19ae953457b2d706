import { setPodTemplateDefaults } from '../defaults/pod-template.ts';
import type { Container, Job, ObjectMeta, PodSpec, Quantity, ResourceRequirements } from '../generated/types.ts';
import { isHugePages, isOvercommittable, isPodLevelResource } from '../names/resource-names.ts';
import { type Amounts, containersTogether, hasPodLevelResources } from '../values/pod-resources.ts';
import { formatQuantity } from '../values/quantity.ts';
import { type KubernetesVersion, minorOf } from '../versions.ts';
import { withAppArmorFields } from './app-armor-fields.ts';
import { type ContainerDefaults, withContainerDefaults } from './container-defaults.ts';

type Resources = Readonly<Record<string, Quantity>>;

/** A Job's pod as the API server gets it from the controller, with the defaults of its template. */
export function podOf(job: Job, version: KubernetesVersion): { readonly metadata: ObjectMeta; readonly spec: PodSpec } {
  const { metadata = {}, spec = {} } = setPodTemplateDefaults(job.spec?.template ?? {}, version);
  return { metadata, spec };
}

/**
 * The pod as the API server stores it, with the defaults that a pod has beyond those of its template (SetDefaults_Pod in
 * pkg/apis/core/v1/defaults.go, 1.37), and those of LimitRanges: what has a limit and no request asks for its limit. What the pod
 * takes as a whole follows from its containers: since 1.37 from what LimitRanges made of them (PodLevelResourcesFixDefaulting).
 */
export function storedPodSpec(
  { metadata, spec }: { readonly metadata: ObjectMeta; readonly spec: PodSpec },
  defaults: readonly ContainerDefaults[],
  version: KubernetesVersion,
): PodSpec {
  const own = withPodDefaults(spec);
  const filled =
    minorOf(version) >= 37
      ? withWholeDefaults(withContainerDefaults(own, defaults))
      : withContainerDefaults(withWholeDefaults(own), defaults);
  return withAppArmorFields(filled, metadata, version);
}

/** What stands in the pod before LimitRanges look at it. */
export function withPodDefaults(spec: PodSpec): PodSpec {
  const filled = <T extends Container>(container: T) =>
    spec.hostNetwork ? withHostPorts(withRequests(container)) : withRequests(container);
  return {
    ...spec,
    ...(spec.containers ? { containers: spec.containers.map(filled) } : {}),
    ...(spec.initContainers ? { initContainers: spec.initContainers.map(filled) } : {}),
  };
}

function withRequests<T extends Container>(container: T): T {
  const { resources } = container;
  if (!resources?.limits) return container;
  return { ...container, resources: { ...resources, requests: { ...resources.limits, ...resources.requests } } };
}

function withHostPorts<T extends Container>(container: T): T {
  if (!container.ports) return container;
  return { ...container, ports: container.ports.map((port) => ({ ...port, hostPort: port.hostPort || (port.containerPort ?? 0) })) };
}

/** Of a pod that says something as a whole (defaultHugePagePodLimits, defaultPodRequests). */
function withWholeDefaults(spec: PodSpec): PodSpec {
  const { resources } = spec;
  if (!resources || !hasPodLevelResources(spec)) return spec;
  const limits = { ...hugePages(spec, resources), ...resources.limits };
  if (Object.keys(limits).length === 0) return spec;
  const together = written(containersTogether(spec, 'requests'), (name) => isPodLevelResource(name) && isOvercommittable(name));
  const requests = { ...pick(limits, isPodLevelResource), ...together, ...resources.requests };
  return { ...spec, resources: { ...resources, limits, requests } };
}

/** Pages are bound by what the containers are bound to, where the pod does not ask for them itself. */
function hugePages(spec: PodSpec, { requests = {} }: ResourceRequirements): Resources {
  return written(containersTogether(spec, 'limits'), (name) => isHugePages(name) && requests[name] === undefined);
}

function written(amounts: Amounts, counts: (name: string) => boolean): Resources {
  return pick(Object.fromEntries([...amounts].map(([name, amount]) => [name, formatQuantity(amount)])), counts);
}

function pick(resources: Resources, counts: (name: string) => boolean): Resources {
  return Object.fromEntries(Object.entries(resources).filter(([name]) => counts(name)));
}
