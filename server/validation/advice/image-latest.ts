import { field, item } from '../../kubernetes/finding/field-path.ts';
import { imageTag } from '../../kubernetes/names/image-reference.ts';
import { type AdviceRule, atValue } from './rule.ts';

/** `latest`, written or left out: each pod of a Job may run another program. */
export const imageLatest: AdviceRule<'image-latest'> = {
  code: 'image-latest',
  level: 'info',
  check({ pod, podPath }) {
    for (const list of ['initContainers', 'containers'] as const) {
      const place = (pod[list] ?? []).findIndex(({ image = '' }) => imageTag(image) === 'latest');
      const image = pod[list]?.[place]?.image;
      if (image !== undefined) return atValue(field(item(field(podPath, list), place), 'image'), { image });
    }
    return undefined;
  },
};
