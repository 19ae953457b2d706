import { setPodTemplateDefaults } from '../defaults/pod-template.ts';
import type { Container, Job, ObjectMeta, PodSpec, Quantity } from '../generated/types.ts';
import { isPodLevelResource } from '../names/resource-names.ts';
import { podRequests } from '../values/pod-resources.ts';
import { formatQuantity } from '../values/quantity.ts';
import type { KubernetesVersion } from '../versions.ts';

type Resources = Readonly<Record<string, Quantity>>;

/**
 * A Job's pod as the API server gets it from the controller, with the defaults that a pod has beyond those of its
 * template (SetDefaults_Pod in pkg/apis/core/v1/defaults.go, 1.37): what has a limit and no request asks for its limit.
 */
export function podOf(job: Job, version: KubernetesVersion): { readonly metadata: ObjectMeta; readonly spec: PodSpec } {
  const { metadata = {}, spec = {} } = setPodTemplateDefaults(job.spec?.template ?? {}, version);
  return { metadata, spec: withPodDefaults(spec) };
}

/** The defaults that a pod has beyond those of its template. */
export function withPodDefaults(spec: PodSpec): PodSpec {
  const filled = <T extends Container>(container: T) =>
    spec.hostNetwork ? withHostPorts(withRequests(container)) : withRequests(container);
  const requested = {
    ...spec,
    ...(spec.containers ? { containers: spec.containers.map(filled) } : {}),
    ...(spec.initContainers ? { initContainers: spec.initContainers.map(filled) } : {}),
  };
  return withPodRequests(requested);
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

/** Where the pod itself has limits, its requests are those of its containers together, or else its limits. */
function withPodRequests(spec: PodSpec): PodSpec {
  const { resources } = spec;
  if (!resources?.limits || Object.keys(resources.limits).length === 0) return spec;
  const { resources: _, overhead: __, ...containers } = spec;
  const together: Resources = Object.fromEntries([...podRequests(containers)].map(([name, amount]) => [name, formatQuantity(amount)]));
  const requests = { ...ofPod(resources.limits), ...ofPod(together), ...resources.requests };
  return { ...spec, resources: { ...resources, requests } };
}

function ofPod(resources: Resources): Resources {
  return Object.fromEntries(Object.entries(resources).filter(([name]) => isPodLevelResource(name)));
}
