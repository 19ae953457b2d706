import type { DownwardAPIVolumeFile, ObjectFieldSelector, ResourceFieldSelector } from '../generated/types.ts';
import { canonicalQuantity } from './resources.ts';

export function setFieldRefDefaults(selector: ObjectFieldSelector): ObjectFieldSelector {
  return { ...selector, apiVersion: selector.apiVersion || 'v1' };
}

/** No divisor is 0 to the server, and means 1. */
export function setResourceRefDefaults(selector: ResourceFieldSelector): ResourceFieldSelector {
  return { ...selector, divisor: canonicalQuantity(selector.divisor ?? '0') };
}

export function setDownwardFileDefaults(file: DownwardAPIVolumeFile): DownwardAPIVolumeFile {
  const { fieldRef, resourceFieldRef } = file;
  return {
    ...file,
    ...(fieldRef ? { fieldRef: setFieldRefDefaults(fieldRef) } : {}),
    ...(resourceFieldRef ? { resourceFieldRef: setResourceRefDefaults(resourceFieldRef) } : {}),
  };
}
