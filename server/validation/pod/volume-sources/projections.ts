import { type FieldPath, field, hidden } from '../../../kubernetes/finding/field-path.ts';
import { bad, type Finding, misplaced } from '../../../kubernetes/finding/finding.ts';
import type { DownwardAPIVolumeFile, KeyToPath } from '../../../kubernetes/generated/types.ts';
import { each, inModeRange, required } from '../checks/checks.ts';
import { validateFieldRef, validateResourceFieldRef } from '../checks/field-selectors.ts';
import { projectedPath } from '../checks/file-paths.ts';
import { volumeSource } from './source.ts';

const fieldsForFiles = ['metadata.annotations', 'metadata.labels', 'metadata.name', 'metadata.namespace', 'metadata.uid'];

export const secret = volumeSource('secret', (source, path) => [
  ...required(source.secretName, field(path, 'secretName')),
  ...inModeRange(source.defaultMode, field(path, 'defaultMode')),
  ...each(source.items, field(path, 'items'), validateKeyToPath),
]);

export const configMap = volumeSource('configMap', (source, path) => [
  ...required(source.name, field(path, 'name')),
  ...inModeRange(source.defaultMode, field(path, 'defaultMode')),
  ...each(source.items, field(path, 'items'), validateKeyToPath),
]);

export const downwardAPI = volumeSource(
  'downwardAPI',
  (source, path) => [
    ...inModeRange(source.defaultMode, field(path, 'defaultMode')),
    ...(source.items ?? []).flatMap((file, index) => validateDownwardFile(file, fileIn(path, index))),
  ],
  { repeatedAs: 'downwarAPI' },
);

/** A key of a Secret or ConfigMap and the file it goes to. */
export function validateKeyToPath(entry: KeyToPath, path: FieldPath): Finding[] {
  return [
    ...required(entry.key, field(path, 'key')),
    ...required(entry.path, field(path, 'path')),
    ...projectedPath(entry.path ?? '', field(path, 'path')),
    ...inModeRange(entry.mode, field(path, 'mode')),
  ];
}

/** A file's path as the server writes it: that of the source, without `items` and index. */
export function fileIn(path: FieldPath, index: number): FieldPath {
  return hidden(hidden(path, 'items'), index);
}

/** A field of the pod or a container's resource and the file it goes to; `path` is from `fileIn`. */
export function validateDownwardFile(file: DownwardAPIVolumeFile, path: FieldPath): Finding[] {
  const { fieldRef, resourceFieldRef } = file;
  return [
    ...required(file.path, field(path, 'path')),
    ...projectedPath(file.path ?? '', field(path, 'path')),
    ...(fieldRef ? validateFieldRef(fieldRef, field(path, 'fieldRef'), fieldsForFiles) : []),
    ...(fieldRef && resourceFieldRef ? [bad(path, 'Invalid', 'downward-file-sources')] : []),
    ...(!fieldRef && resourceFieldRef ? validateResourceFieldRef(resourceFieldRef, field(path, 'resourceFieldRef'), true) : []),
    ...(!fieldRef && !resourceFieldRef ? [misplaced(path, 'Required', 'downward-file-source-missing')] : []),
    ...inModeRange(file.mode, field(path, 'mode')),
  ];
}
