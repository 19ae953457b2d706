import { type FieldPath, field, hidden, nodePath } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding, misplaced } from '../../kubernetes/finding/finding.ts';
import type { Container, EphemeralContainer, VolumeMount } from '../../kubernetes/generated/types.ts';
import { keptItems, required, supported } from './checks/checks.ts';
import { descendingPath } from './checks/file-paths.ts';
import { isOn } from './checks/gates.ts';
import type { PodContext } from './pod-context.ts';
import { isDroppedImageVolume } from './volumes.ts';

const propagations = ['Bidirectional', 'HostToContainer', 'None'];
const recursions = ['Disabled', 'Enabled', 'IfPossible'];

/** A container's volumeMounts. Some faults of an item the server writes as the list's, without an index. */
export function validateVolumeMounts(container: Container | EphemeralContainer, path: FieldPath, context: PodContext): Finding[] {
  const mountPaths = new Set<string>();
  const devices = container.volumeDevices ?? [];
  return keptMounts(container, path, context).flatMap(({ value: mount, path: at }) => {
    const { name = '', mountPath = '' } = mount;
    const found = [
      ...required(mount.name, field(at, 'name')),
      ...(context.volumes.has(name)
        ? []
        : [bad(field(at, 'name'), 'NotFound', 'mount-volume-unknown', { args: volumeNames(name, context) })]),
      ...required(mount.mountPath, field(at, 'mountPath')),
    ];
    if (mountPaths.has(mountPath)) found.push(bad(field(at, 'mountPath'), 'Invalid', 'mount-path-twice', { args: { value: mountPath } }));
    mountPaths.add(mountPath);
    if (devices.some((device) => (device.name ?? '') === name)) {
      found.push(bad(field(at, 'name'), 'Invalid', 'mount-and-device', { args: { value: name } }));
    }
    if (lastPathByName(devices).some((devicePath) => devicePath === mountPath)) {
      found.push(bad(field(at, 'mountPath'), 'Invalid', 'mount-path-is-device', { args: { value: mountPath } }));
    }
    const inList = hidden(path, indexOf(at));
    return [
      ...found,
      ...validateSubPaths(mount, at, inList),
      ...validatePropagation(mount, container, field(inList, 'mountPropagation')),
      ...(isOn('RecursiveReadOnlyMounts', context.version) ? validateRecursion(mount, field(inList, 'recursiveReadOnly')) : []),
    ];
  });
}

/** The mounts that the server looks at: none of image volumes that it dropped. */
export function keptMounts(
  container: Container | EphemeralContainer,
  path: FieldPath,
  context: PodContext,
): readonly { value: VolumeMount; path: FieldPath }[] {
  const dropped = new Set(
    (context.spec.volumes ?? []).filter((volume) => isDroppedImageVolume(volume, context.version)).map(({ name }) => name),
  );
  return keptItems(container.volumeMounts, path, ({ name }) => !dropped.has(name));
}

/** The path of each name's last entry: earlier ones of the same name are forgotten, as in the server's map. */
function lastPathByName(devices: Container['volumeDevices']): readonly string[] {
  return [...new Map((devices ?? []).map(({ name = '', devicePath = '' }) => [name, devicePath])).values()];
}

function validateSubPaths({ subPath, subPathExpr }: VolumeMount, at: FieldPath, inList: FieldPath): Finding[] {
  const both = subPath && subPathExpr;
  return [
    ...(subPath ? descendingPath(subPath, field(inList, 'subPath')) : []),
    ...(both ? [bad(field(at, 'subPathExpr'), 'Invalid', 'sub-paths')] : []),
    ...(subPathExpr ? descendingPath(subPathExpr, field(inList, 'subPathExpr')) : []),
  ];
}

function validatePropagation({ mountPropagation }: VolumeMount, container: Container | EphemeralContainer, path: FieldPath): Finding[] {
  const found = supported(mountPropagation, path, propagations);
  if (mountPropagation !== 'Bidirectional' || container.securityContext?.privileged) return found;
  return [...found, bad(path, 'Forbidden', 'propagation-unprivileged')];
}

function validateRecursion({ recursiveReadOnly, readOnly, mountPropagation = 'None' }: VolumeMount, path: FieldPath): Finding[] {
  if (recursiveReadOnly === undefined || recursiveReadOnly === 'Disabled') return [];
  const found = supported(recursiveReadOnly, path, recursions);
  if (found.length > 0) return found;
  return [
    ...(readOnly ? [] : [misplaced(path, 'Forbidden', 'recursive-read-only-writable')]),
    ...(mountPropagation === 'None' ? [] : [misplaced(path, 'Forbidden', 'recursive-read-only-propagation')]),
  ];
}

export function volumeNames(name: string, context: PodContext): { value: string; supported: readonly string[]; declared: boolean } {
  const declared = (context.spec.volumes ?? []).some((volume) => volume.name === name);
  return { value: name, supported: [...context.volumes.keys()], declared };
}

function indexOf(at: FieldPath): string | number {
  return nodePath(at).at(-1) ?? 0;
}
