import type { Volume } from '../../kubernetes/generated/types.ts';
import { isMapping, type Mapping } from '../scenario/scenario-values.ts';
import type { Behaviour } from '../versions/behaviour.ts';
import { indented } from './described-values.ts';
import { volumeSources } from './volume-sources.ts';
import { valueText } from './volume-texts.ts';

/** The `Volumes:` block of a pod template. */
export function volumeLines(volumes: readonly Volume[], behaviour: Behaviour): readonly string[] {
  if (!volumes.length) return [indented(1, 'Volumes:\t<none>')];
  return [indented(1, 'Volumes:'), ...volumes.flatMap((volume) => [`   ${volume.name ?? ''}:`, ...sourceLines(volume, behaviour)])];
}

function sourceLines({ image, ...volume }: Volume, behaviour: Behaviour): readonly string[] {
  const fields: Mapping = { ...volume, ...(behaviour.has('describesImageVolumes') ? { image } : {}) };
  for (const [name, description] of Object.entries(volumeSources)) {
    const source = fields[name];
    if (!isMapping(source) || !description) continue;
    return [
      indented(2, `Type:\t${description.type}`),
      ...description.rows.map(([label, field]) =>
        indented(2, `${label}\t${valueText(typeof field === 'string' ? source[field] : field(source))}`),
      ),
      ...(description.more?.(source, behaviour) ?? []),
    ];
  }
  return [indented(1, '<unknown>')];
}
