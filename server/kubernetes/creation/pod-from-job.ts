import { setPodTemplateDefaults } from '../defaults/pod-template.ts';
import type { Container, Job, ObjectMeta, PodSpec, Quantity } from '../generated/types.ts';
import { podRequests } from '../values/pod-resources.ts';
import { formatQuantity } from '../values/quantity.ts';
import type { KubernetesVersion } from '../versions.ts';

type Amounts = Readonly<Record<string, Quantity>>;

/**
 * A Job's pod as the API server gets it from the controller, with the defaults that a pod has beyond those of its
 * template (SetDefaults_Pod in pkg/apis/core/v1/defaults.go, 1.37): what has a limit and no request asks for its limit.
 */
export function podOf(job: Job, version: KubernetesVersion): { readonly metadata: ObjectMeta; readonly spec: PodSpec } {
  const { metadata = {}, spec = {} } = setPodTemplateDefaults(job.spec?.template ?? {}, version);
  const filled = <T extends Container>(container: T) =>
    spec.hostNetwork ? withHostPorts(withRequests(container)) : withRequests(container);
  const requested = {
    ...spec,
    ...(spec.containers ? { containers: spec.containers.map(filled) } : {}),
    ...(spec.initContainers ? { initContainers: spec.initContainers.map(filled) } : {}),
  };
  return { metadata, spec: withPodRequests(requested) };
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
  const together: Amounts = Object.fromEntries([...podRequests(containers)].map(([name, amount]) => [name, formatQuantity(amount)]));
  const requests = { ...supported(resources.limits), ...supported(together), ...resources.requests };
  return { ...spec, resources: { ...resources, requests } };
}

/** Resources that can be asked for by a pod as a whole. */
function supported(amounts: Amounts): Amounts {
  return Object.fromEntries(
    Object.entries(amounts).filter(([name]) => name === 'cpu' || name === 'memory' || name.startsWith('hugepages-')),
  );
}
