import type { DownwardAPIVolumeFile, ObjectFieldSelector } from '../generated/types.ts';

export function setFieldRefDefaults(selector: ObjectFieldSelector): ObjectFieldSelector {
  return { ...selector, apiVersion: selector.apiVersion || 'v1' };
}

export function setDownwardFileDefaults(file: DownwardAPIVolumeFile): DownwardAPIVolumeFile {
  return file.fieldRef ? { ...file, fieldRef: setFieldRefDefaults(file.fieldRef) } : file;
}
