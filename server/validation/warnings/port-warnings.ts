import { type FieldPath, field, item, nodePath } from '../../kubernetes/finding/field-path.ts';
import { type Finding, type Related, warning } from '../../kubernetes/finding/finding.ts';
import type { ContainerPort, PodSpec } from '../../kubernetes/generated/types.ts';
import { allContainers } from '../pod/pod-context.ts';

interface PlacedPort {
  readonly port: ContainerPort;
  readonly path: FieldPath;
}

/** Ports of all containers together: they share one network. */
export function portWarnings(spec: PodSpec, path: FieldPath): Finding[] {
  const ports = allContainers(spec, path).flatMap(({ container, path: at }) =>
    (container.ports ?? []).map((port, index): PlacedPort => ({ port, path: item(field(at, 'ports'), index) })),
  );
  return [
    ...ports.flatMap((placed, index) => [...hostIPWarning(placed), ...overlaps(placed, ports.slice(0, index))]),
    ...ports.flatMap((placed, index) => nameWarning(placed, ports.slice(0, index))),
  ];
}

function hostIPWarning({ port, path }: PlacedPort): Finding[] {
  return port.hostIP && !port.hostPort ? [warning(path, 'port-host-ip', { args: { value: port.hostIP } })] : [];
}

function overlaps({ port, path }: PlacedPort, earlier: readonly PlacedPort[]): Finding[] {
  const { containerPort = 0, protocol = '', hostIP = '', hostPort = 0 } = port;
  return earlier
    .filter(({ port: other }) => (other.containerPort ?? 0) === containerPort && (other.protocol ?? '') === protocol)
    .flatMap((other) => {
      const { hostIP: otherIP = '', hostPort: otherPort = 0 } = other.port;
      const details = { args: { value: containerPort }, related: [relatedPort(other)] };
      if (hostIP === otherIP && hostPort === otherPort) return [warning(path, 'port-twice', details)];
      if (hostPort === 0 || otherPort === 0) return [warning(path, 'port-overlap', details)];
      const ambiguous = hostPort === otherPort && (hostIP === '') !== (otherIP === '');
      return ambiguous ? [warning(path, 'port-ambiguous', details)] : [];
    });
}

function nameWarning({ port, path }: PlacedPort, earlier: readonly PlacedPort[]): Finding[] {
  const other = port.name ? earlier.find(({ port: one }) => one.name === port.name) : undefined;
  return other ? [warning(path, 'port-name-twice', { args: { value: port.name ?? '' }, related: [relatedPort(other)] })] : [];
}

function relatedPort({ path }: PlacedPort): Related {
  return { at: { path: nodePath(path), part: 'value' }, code: 'related-port', args: {} };
}
