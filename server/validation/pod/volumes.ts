import { type FieldPath, field } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding, misplaced } from '../../kubernetes/finding/finding.ts';
import type { PodSpec, Volume } from '../../kubernetes/generated/types.ts';
import { byteLength } from '../../kubernetes/names/byte-length.ts';
import { dnsLabelProblems } from '../../kubernetes/names/name-problems.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import type { RuleContext } from '../context.ts';
import { keptItems, renamed, requiredName } from './checks/checks.ts';
import { isOn } from './checks/gates.ts';
import { volumeSources } from './volume-sources/all.ts';

/** The pod's volumes, and those of them without a fault by name: only these can be mounted. */
export function validateVolumes(
  spec: PodSpec,
  path: FieldPath,
  context: RuleContext,
): { findings: Finding[]; volumes: ReadonlyMap<string, Volume> } {
  const volumes = new Map<string, Volume>();
  const findings = keptVolumes(spec, path, context.version).flatMap(({ value: volume, path: at }) => {
    const { name = '' } = volume;
    const found = [...validateVolumeSource(volume, at, context), ...requiredName(volume.name, field(at, 'name'), dnsLabelProblems)];
    if (volumes.has(name)) found.push(bad(field(at, 'name'), 'Duplicate', 'volume-name-twice', { args: { value: name } }));
    if (found.length === 0) volumes.set(name, volume);
    return found;
  });
  return { findings, volumes };
}

/** Volumes as the server keeps them, see `isDroppedImageVolume`. */
export function keptVolumes(spec: PodSpec, path: FieldPath, version: KubernetesVersion): readonly { value: Volume; path: FieldPath }[] {
  return keptItems(spec.volumes, path, (volume) => !isDroppedImageVolume(volume, version));
}

/** Where images cannot be volumes yet, the server drops such volumes whole, and all mounts of their names. */
export function isDroppedImageVolume(volume: Volume, version: KubernetesVersion): boolean {
  return volume.image !== undefined && !isOn('ImageVolume', version);
}

/** The first source that is there is judged; others beside it are too many. */
function validateVolumeSource(volume: Volume, path: FieldPath, context: RuleContext): Finding[] {
  const [first, ...others] = volumeSources.filter(({ name }) => volume[name] !== undefined);
  return [
    ...(first ? first.validate(volume, path, context) : []),
    ...others.map(({ name, repeatedAs }) =>
      misplaced(repeatedAs ? renamed(path, repeatedAs, name) : field(path, name), 'Forbidden', 'volume-sources', {
        args: { first: first?.name ?? '', other: name },
      }),
    ),
    ...validateInitiatorName(volume, path),
  ];
}

/** The kubelet makes a name of the two, for which there is only so much room. */
function validateInitiatorName({ name = '', iscsi }: Volume, path: FieldPath): Finding[] {
  if (iscsi?.initiatorName === undefined || byteLength(`${name}:${iscsi.targetPortal ?? ''}`) <= 64) return [];
  return [bad(field(path, 'name'), 'Invalid', 'iscsi-name-length', { args: { value: name } })];
}
