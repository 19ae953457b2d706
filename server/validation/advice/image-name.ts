import { isInvalidImage } from '../../estimate/runs/images.ts';
import { field, item } from '../../kubernetes/finding/field-path.ts';
import { isImageReference } from '../../kubernetes/names/image-reference.ts';
import { type AdviceRule, atValue } from './rule.ts';

/** The API server takes any text for an image; the kubelet reads it before it pulls, and waits as InvalidImageName. */
export const imageName: AdviceRule<'image-name'> = {
  code: 'image-name',
  level: 'warning',
  check({ pod, podPath }) {
    for (const list of ['initContainers', 'containers'] as const) {
      const place = (pod[list] ?? []).findIndex(({ image = '' }) => isInvalidImage(image.trim()));
      const image = pod[list]?.[place]?.image;
      if (image === undefined) continue;
      const lower = inLowerCase(image);
      return atValue(field(item(field(podPath, list), place), 'image'), { image, replacement: isImageReference(lower) ? lower : '' });
    }
    return undefined;
  },
};

/** Capitals may stand in a tag, and nowhere before it. */
function inLowerCase(image: string): string {
  const [, name = '', rest = ''] = /^(.*?)((?::[^:/]*)?(?:@.*)?)$/.exec(image) ?? [];
  return name.toLowerCase() + rest;
}
