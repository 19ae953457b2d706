import { fileMode } from '../values/file-mode.ts';
import { oneOf } from '../values/listed.ts';
import { definitionOf, referenceTo } from '../values/names.ts';
import { quantities } from '../values/quantities.ts';
import type { FieldRecords } from './field-record.ts';

/** What containers can mount. */
export const volume: FieldRecords<'Volume'> = {
  name: { value: definitionOf('volume') },
};

export const volumeMount: FieldRecords<'VolumeMount'> = {
  name: { value: referenceTo('volume') },
  mountPath: { initial: '/data' },
};

export const volumeDevice: FieldRecords<'VolumeDevice'> = {
  name: { value: referenceTo('volume') },
};

export const emptyDirVolumeSource: FieldRecords<'EmptyDirVolumeSource'> = {
  medium: { value: oneOf('Memory') },
  sizeLimit: { value: quantities },
};

export const configMapVolumeSource: FieldRecords<'ConfigMapVolumeSource'> = {
  defaultMode: { value: fileMode },
};

export const downwardAPIVolumeSource: FieldRecords<'DownwardAPIVolumeSource'> = {
  defaultMode: { value: fileMode },
};

export const projectedVolumeSource: FieldRecords<'ProjectedVolumeSource'> = {
  defaultMode: { value: fileMode },
};

export const secretVolumeSource: FieldRecords<'SecretVolumeSource'> = {
  defaultMode: { value: fileMode },
};

export const persistentVolumeClaimSpec: FieldRecords<'PersistentVolumeClaimSpec'> = {
  accessModes: { value: oneOf('ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod') },
};
