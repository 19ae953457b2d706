import { type FieldPath, field, item, nodePath } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding, missing } from '../../kubernetes/finding/finding.ts';
import type { Container, ContainerPort, PodSpec } from '../../kubernetes/generated/types.ts';
import { nameFindings, portNameProblems } from '../../kubernetes/names/name-problems.ts';
import { each, fieldName, inPortRange, inRange, requiredChoice } from './checks/checks.ts';

const protocols = ['SCTP', 'TCP', 'UDP'];

/** A container's ports. A name that is at fault does not count for those that follow. */
export function validatePorts(ports: readonly ContainerPort[] | undefined, path: FieldPath): Finding[] {
  const names = new Set<string>();
  return each(ports, path, (port, at) => [
    ...validatePortName(port.name, field(at, 'name'), names),
    ...validateContainerPort(port.containerPort, field(at, 'containerPort')),
    ...(port.hostPort ? inPortRange(port.hostPort, field(at, 'hostPort')) : []),
    ...requiredChoice(port.protocol, field(at, 'protocol'), protocols),
  ]);
}

function validatePortName(name: string | undefined, path: FieldPath, names: Set<string>): Finding[] {
  if (!name) return [];
  const found = nameFindings(path, portNameProblems(name));
  if (found.length > 0) return found;
  if (names.has(name)) return [bad(path, 'Duplicate', 'port-name-duplicate', { args: { value: name } })];
  names.add(name);
  return [];
}

function validateContainerPort(port: number | undefined, path: FieldPath): Finding[] {
  if (port) return inPortRange(port, path);
  const args = { field: fieldName(path) };
  return [port === undefined ? missing(path, 'field-required', { args }) : bad(path, 'Required', 'field-required', { args })];
}

/** No two of these containers may take the same port, protocol and address of the host. */
export function validateHostPorts(containers: readonly Container[], path: FieldPath, pathOf = item): Finding[] {
  const taken = new Map<string, FieldPath>();
  return containers.flatMap((container, index) =>
    each(container.ports, field(pathOf(path, index), 'ports'), (port, at) => {
      if (!port.hostPort) return [];
      const key = `${port.protocol ?? ''}/${port.hostIP ?? ''}/${port.hostPort}`;
      const other = taken.get(key);
      if (!other) {
        taken.set(key, at);
        return [];
      }
      const related = [{ at: { path: nodePath(field(other, 'hostPort')), part: 'value' }, code: 'related-host-port', args: {} }] as const;
      return [bad(field(at, 'hostPort'), 'Duplicate', 'host-port-duplicate', { args: { value: port.hostPort }, related })];
    }),
  );
}

/** On the host's network a container listens on the host's port itself, so the two numbers agree or hostPort is left out. */
export function validateHostNetworkPorts(spec: PodSpec, path: FieldPath): Finding[] {
  if (!spec.hostNetwork) return [];
  return each(spec.containers, field(path, 'containers'), (container, at) =>
    each(container.ports, field(at, 'ports'), ({ hostPort = 0, containerPort = 0 }, portPath) =>
      hostPort !== 0 && hostPort !== containerPort
        ? [bad(field(portPath, 'hostPort'), 'Invalid', 'host-port-host-network', { args: { value: hostPort, containerPort } })]
        : [],
    ),
  );
}

/** The port of a probe or hook: a number, or the name of one of the container's ports. */
export function validatePortReference(port: string | number | undefined, path: FieldPath): Finding[] {
  if (typeof port === 'string') return nameFindings(path, portNameProblems(port));
  return inRange(port ?? 0, path, 1, 65_535);
}
