import { type FieldPath, field, item } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding } from '../../kubernetes/finding/finding.ts';
import type { Container, EphemeralContainer } from '../../kubernetes/generated/types.ts';
import { required } from './checks/checks.ts';
import { withoutParent } from './checks/file-paths.ts';
import type { PodContext } from './pod-context.ts';
import { keptMounts, volumeNames } from './volume-mounts.ts';

/** A container's volumeDevices: claims as block devices. */
export function validateVolumeDevices(container: Container | EphemeralContainer, path: FieldPath, context: PodContext): Finding[] {
  const mounts = keptMounts(container, path, context).map(({ value }) => value);
  const mountPathOf = new Map(mounts.map(({ name = '', mountPath = '' }) => [name, mountPath]));
  const mountPaths = [...mountPathOf.values()];
  const names = new Set<string>();
  const paths = new Set<string>();

  return (container.volumeDevices ?? []).flatMap((device, index) => {
    const at = item(path, index);
    const { name = '', devicePath = '' } = device;
    const namePath = field(at, 'name');
    const pathPath = field(at, 'devicePath');
    const volume = context.volumes.get(name);
    const found = [...required(device.name, namePath), ...required(device.devicePath, pathPath)];
    if (names.has(name)) found.push(bad(namePath, 'Invalid', 'device-twice', { args: { value: name } }));
    if (!volume) found.push(bad(namePath, 'NotFound', 'mount-volume-unknown', { args: volumeNames(name, context) }));
    else if (!volume.persistentVolumeClaim && !volume.ephemeral) {
      found.push(bad(namePath, 'Invalid', 'device-not-claim', { args: { value: name } }));
    }
    if (paths.has(devicePath)) found.push(bad(pathPath, 'Invalid', 'mount-path-twice', { args: { value: devicePath } }));
    const up = withoutParent(devicePath, pathPath);
    if (up.length === 0) paths.add(devicePath);
    if (mountPathOf.has(name)) found.push(bad(namePath, 'Invalid', 'mount-and-device', { args: { value: name } }));
    if (mountPaths.includes(devicePath)) found.push(bad(pathPath, 'Invalid', 'device-path-is-mount', { args: { value: devicePath } }));
    if (name !== '') names.add(name);
    return [...found, ...up];
  });
}
