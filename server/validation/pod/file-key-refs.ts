import { type FieldPath, field, item } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding } from '../../kubernetes/finding/finding.ts';
import type { PodSpec } from '../../kubernetes/generated/types.ts';
import type { RuleContext } from '../context.ts';
import { isOn } from './checks/gates.ts';
import { eachContainer } from './pod-context.ts';
import { keptVolumes } from './volumes.ts';

/** Variables read from a file need a volume that containers can write: an emptyDir, faulty or not. */
export function validateFileKeyRefs(spec: PodSpec, path: FieldPath, { version }: RuleContext): Finding[] {
  if (!isOn('EnvFiles', version)) return [];
  const volumes = new Map(keptVolumes(spec, path, version).map(({ value }) => [value.name ?? '', value]));
  return eachContainer(spec, path, (container, at) =>
    (container.env ?? []).flatMap(({ valueFrom }, index) => {
      const ref = valueFrom?.fileKeyRef;
      if (!ref) return [];
      const name = ref.volumeName ?? '';
      const namePath = field(item(field(at, 'env'), index), 'valueFrom', 'fileKeyRef', 'volumeName');
      const volume = volumes.get(name);
      const args = {
        value: name,
        supported: [...volumes.values()].filter(({ emptyDir }) => emptyDir).map((one) => one.name ?? ''),
        declared: false,
      };
      if (!volume) return [bad(namePath, 'NotFound', 'mount-volume-unknown', { args })];
      return volume.emptyDir ? [] : [bad(namePath, 'Invalid', 'file-key-volume', { args: { value: name } })];
    }),
  );
}
