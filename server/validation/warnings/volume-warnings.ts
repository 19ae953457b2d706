import { type FieldPath, field, key, nodePath } from '../../kubernetes/finding/field-path.ts';
import { type Finding, warning } from '../../kubernetes/finding/finding.ts';
import type { PodSpec, Volume } from '../../kubernetes/generated/types.ts';
import type { RuleContext } from '../context.ts';
import { renamed } from '../pod/checks/checks.ts';
import { keptVolumes } from '../pod/volumes.ts';
import { fractionWarning } from './container-warnings.ts';

/** Kinds of volumes that are deprecated or gone: since when they are deprecated, and since when they do not work. */
const oldSources = [
  ['photonPersistentDisk', '1.11', '1.16'],
  ['gitRepo', '1.11', '1.33'],
  ['scaleIO', '1.16', '1.22'],
  ['flocker', '1.22', '1.25'],
  ['storageos', '1.22', '1.25'],
  ['quobyte', '1.22', '1.25'],
  ['glusterfs', '1.25', '1.26'],
  ['cephfs', '1.28', '1.31'],
  ['rbd', '1.28', '1.31'],
] as const;

export function volumeWarnings(spec: PodSpec, path: FieldPath, { version }: RuleContext): Finding[] {
  return keptVolumes(spec, path, version).flatMap(({ value: volume, path: at }) => [
    ...oldSources.flatMap(([name, deprecated, gone]) => {
      if (!volume[name]) return [];
      const source = name === 'storageos' ? renamed(at, 'storageOS', name) : field(at, name);
      return [
        warning(source, 'volume-deprecated', { args: { value: name, deprecated, gone }, at: { path: nodePath(source), part: 'key' } }),
      ];
    }),
    ...claimWarnings(volume, field(at, 'ephemeral', 'volumeClaimTemplate', 'spec', 'resources')),
  ]);
}

function claimWarnings({ ephemeral }: Volume, path: FieldPath): Finding[] {
  const resources = ephemeral?.volumeClaimTemplate?.spec?.resources;
  return (['requests', 'limits'] as const).flatMap((list) => {
    const value = resources?.[list]?.['storage'];
    return value === undefined ? [] : fractionWarning(value, key(field(path, list), 'storage'));
  });
}
