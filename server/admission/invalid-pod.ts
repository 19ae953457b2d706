import type { Container, PodSpec, ResourceRequirements } from '../kubernetes/generated/types.ts';
import { isHugePages, isOvercommittable } from '../kubernetes/names/resource-names.ts';
import { amountsIn, amountsOf, byName, containersTogether } from '../kubernetes/values/pod-resources.ts';
import { compareQuantities, type ExactQuantity, formatQuantity } from '../kubernetes/values/quantity.ts';
import { onceIn } from '../plain/once-per.ts';

/**
 * What is wrong with a pod though its template was accepted (pkg/apis/core/validation ValidatePodCreate, 1.37), in the
 * server's words and order: rules that it asks of pods alone, and those that broke by what a LimitRange or a default filled in. Of
 * each pod it is looked for once: it is asked again at every keystroke in a document beside it.
 */
export const invalidPod = onceIn((spec: PodSpec) => spec, findInvalid);

function findInvalid(spec: PodSpec): readonly string[] {
  const each = (check: (container: Container, path: string) => readonly string[]) =>
    (['containers', 'initContainers'] as const).flatMap((list) =>
      (spec[list] ?? []).flatMap((container, index) => check(container, `spec.${list}[${index}]`)),
    );
  const demands = ({ resources = {} }: Container, path: string) => badRequirements(resources, `${path}.resources`);
  return [
    ...each(demands),
    ...takenPorts(spec.containers ?? [], 'spec.containers'),
    // Init containers run one by one; the server calls each of them the first here.
    ...(spec.initContainers ?? []).flatMap((container) => takenPorts([container], 'spec.initContainers')),
    ...(spec.resources ? [...badRequirements(spec.resources, 'spec.resources'), ...noRoom(spec, spec.resources)] : []),
    ...each(({ image = '' }, path) => (image === image.trim() ? [] : [paddedImage(image, path)])),
    ...(spec.nodeName && spec.schedulingGates?.length
      ? ['spec.nodeName: Forbidden: cannot be set until all schedulingGates have been cleared']
      : []),
  ];
}

/** checkHostPortConflicts: on the network of its node each of a container's ports is one of the node's. */
function takenPorts(containers: readonly Container[], path: string): readonly string[] {
  const all = containers.flatMap(({ ports = [] }, at) =>
    ports.flatMap(({ hostPort = 0, protocol = 'TCP', hostIP = '' }, index) =>
      hostPort === 0 ? [] : [{ at: `${path}[${at}].ports[${index}].hostPort`, port: `${protocol}/${hostIP}/${hostPort}` }],
    ),
  );
  return all
    .filter(({ port }, index) => all.findIndex((other) => other.port === port) < index)
    .map(({ at, port }) => `${at}: Duplicate value: ${JSON.stringify(port)}`);
}

function paddedImage(image: string, path: string): string {
  return `${path}.image: Invalid value: ${JSON.stringify(image)}: must not have leading or trailing whitespace`;
}

/** validateResourceRequirements, of what may come from different hands: limits and requests that do not go together. */
function badRequirements(requirements: ResourceRequirements, path: string): readonly string[] {
  const [requests, limits] = [amountsIn(requirements.requests), amountsIn(requirements.limits)];
  const names = [...requests.keys(), ...limits.keys()];
  const alone = names.some(isHugePages) && !names.includes('cpu') && !names.includes('memory');
  return [
    ...byName(requests).flatMap(([name, request]) => badRequest(name, request, limits.get(name), path)),
    ...(alone ? [`${path}: Forbidden: HugePages require cpu or memory`] : []),
  ];
}

function badRequest(name: string, request: ExactQuantity, limit: ExactQuantity | undefined, path: string): readonly string[] {
  const free = isOvercommittable(name);
  if (!limit) return free ? [] : [`${path}.limits: Required value: Limit must be set for non overcommitable resources`];
  const order = compareQuantities(request, limit);
  if (order === 0 || (order < 0 && free)) return [];
  const rule = free ? 'less than or equal to' : 'equal to';
  return [invalid(`${path}.requests`, request, `must be ${rule} ${name} limit of ${formatQuantity(limit)}`)];
}

/** validatePodResourceConsistency: what the pod says as a whole, and what its containers need of it. */
function noRoom(spec: PodSpec, { requests, limits }: ResourceRequirements): readonly string[] {
  const [wholeRequests, wholeLimits] = [amountsIn(requests), amountsIn(limits)];
  const together = byName(containersTogether(spec, 'limits')).filter(([name]) => isHugePages(name));
  return [
    ...byName(containersTogether(spec, 'requests')).flatMap(([name, needed]) =>
      tooLittle(`spec.resources.requests[${name}]`, wholeRequests.get(name), needed, 'requests'),
    ),
    ...together.flatMap(([name, needed]) => tooLittle(`spec.resources.limits[${name}]`, wholeLimits.get(name), needed, 'limits')),
    ...(spec.containers ?? []).flatMap((container, index) =>
      byName(amountsOf(container, 'limits')).flatMap(([name, limit]) => {
        const whole = wholeLimits.get(name);
        if (!whole || compareQuantities(limit, whole) <= 0) return [];
        const path = `spec.resources.containers[${index}][${name}].limits`;
        return [invalid(path, limit, `must be less than or equal to pod limits of ${formatQuantity(whole)}`)];
      }),
    ),
  ];
}

function tooLittle(path: string, whole: ExactQuantity | undefined, needed: ExactQuantity, list: string): readonly string[] {
  if (!whole || compareQuantities(needed, whole) <= 0) return [];
  return [invalid(path, whole, `must be greater than or equal to aggregate container ${list} of ${formatQuantity(needed)}`)];
}

function invalid(path: string, value: ExactQuantity, problem: string): string {
  return `${path}: Invalid value: ${JSON.stringify(formatQuantity(value))}: ${problem}`;
}
