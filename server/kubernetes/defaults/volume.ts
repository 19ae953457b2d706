import type {
  DownwardAPIVolumeSource,
  EphemeralVolumeSource,
  ProjectedVolumeSource,
  Volume,
  VolumeProjection,
} from '../generated/types.ts';
import { atLeast, type KubernetesVersion } from '../versions.ts';
import { defaultPullPolicy } from './container.ts';
import { setDownwardFileDefaults } from './field-ref.ts';
import { canonicalQuantity, setResourceDefaults } from './resources.ts';

const fileMode = 0o644;
const tokenSeconds = 3600;

type Sources = { readonly [K in keyof Volume]?: (source: NonNullable<Volume[K]>, version: KubernetesVersion) => Volume[K] };

/** What each volume source gets; a source that is not here gets nothing. */
const sources: Sources = {
  emptyDir: (source) => (source.sizeLimit === undefined ? source : { ...source, sizeLimit: canonicalQuantity(source.sizeLimit) }),
  hostPath: (source) => ({ type: '', ...source }),
  secret: (source) => ({ defaultMode: fileMode, ...source }),
  configMap: (source) => ({ defaultMode: fileMode, ...source }),
  downwardAPI: setDownwardDefaults,
  projected: setProjectedDefaults,
  ephemeral: setEphemeralDefaults,
  iscsi: (source) => ({ ...source, iscsiInterface: source.iscsiInterface || 'default' }),
  rbd: (source) => ({
    ...source,
    pool: source.pool || 'rbd',
    user: source.user || 'admin',
    keyring: source.keyring || '/etc/ceph/keyring',
  }),
  azureDisk: (source) => ({ cachingMode: 'ReadWrite', fsType: 'ext4', readOnly: false, kind: 'Shared', ...source }),
  scaleIO: (source) => ({ ...source, storageMode: source.storageMode || 'ThinProvisioned', fsType: source.fsType || 'xfs' }),
  image: (source, version) => {
    // The gate ImageVolume, on from 1.35, holds the default too.
    if (!atLeast(version, '1.35')) return source;
    return { ...source, pullPolicy: source.pullPolicy || defaultPullPolicy(source.reference ?? '') };
  },
};

/** A volume without any source is an emptyDir. */
export function setVolumeDefaults(volume: Volume, version: KubernetesVersion): Volume {
  const names = Object.keys(volume).filter((name) => name !== 'name');
  if (names.length === 0) return { ...volume, emptyDir: {} };
  return { ...volume, ...defaultsOf(volume, version) };
}

function defaultsOf(volume: Volume, version: KubernetesVersion): Partial<Volume> {
  const filled: { -readonly [K in keyof Volume]: Volume[K] } = {};
  const fill = <K extends keyof Volume>(name: K) => {
    const source = volume[name];
    if (source) filled[name] = sources[name]?.(source, version) ?? source;
  };
  fill('emptyDir');
  fill('hostPath');
  fill('secret');
  fill('configMap');
  fill('downwardAPI');
  fill('projected');
  fill('ephemeral');
  fill('iscsi');
  fill('rbd');
  fill('azureDisk');
  fill('scaleIO');
  fill('image');
  return filled;
}

function setDownwardDefaults(source: DownwardAPIVolumeSource): DownwardAPIVolumeSource {
  return {
    defaultMode: fileMode,
    ...source,
    ...(source.items ? { items: source.items.map(setDownwardFileDefaults) } : {}),
  };
}

function setProjectedDefaults(source: ProjectedVolumeSource): ProjectedVolumeSource {
  return {
    defaultMode: fileMode,
    ...source,
    ...(source.sources ? { sources: source.sources.map(setProjectionDefaults) } : {}),
  };
}

function setProjectionDefaults(projection: VolumeProjection): VolumeProjection {
  const { downwardAPI, serviceAccountToken } = projection;
  return {
    ...projection,
    ...(downwardAPI?.items ? { downwardAPI: { ...downwardAPI, items: downwardAPI.items.map(setDownwardFileDefaults) } } : {}),
    ...(serviceAccountToken ? { serviceAccountToken: { expirationSeconds: tokenSeconds, ...serviceAccountToken } } : {}),
  };
}

function setEphemeralDefaults(source: EphemeralVolumeSource): EphemeralVolumeSource {
  const claim = source.volumeClaimTemplate;
  if (!claim) return source;
  const spec = { volumeMode: 'Filesystem', ...claim.spec, resources: setResourceDefaults(claim.spec?.resources ?? {}) };
  return { ...source, volumeClaimTemplate: { metadata: {}, ...claim, spec } };
}
