import { gitRepo, hostPath, nfs } from './host-and-network.ts';
import { iscsi } from './iscsi.ts';
import { csi, emptyDir, ephemeral, image, persistentVolumeClaim } from './kubernetes-sources.ts';
import { projected } from './projected.ts';
import { configMap, downwardAPI, secret } from './projections.ts';
import {
  awsElasticBlockStore,
  azureDisk,
  azureFile,
  cephfs,
  cinder,
  fc,
  flexVolume,
  flocker,
  gcePersistentDisk,
  glusterfs,
  photonPersistentDisk,
  portworxVolume,
  quobyte,
  rbd,
  scaleIO,
  storageos,
  vsphereVolume,
} from './providers.ts';
import type { VolumeSource } from './source.ts';

/** In the order in which the server looks at them: of several in one volume only the first is judged. */
export const volumeSources: readonly VolumeSource[] = [
  emptyDir,
  hostPath,
  gitRepo,
  gcePersistentDisk,
  awsElasticBlockStore,
  secret,
  nfs,
  iscsi,
  glusterfs,
  flocker,
  persistentVolumeClaim,
  rbd,
  cinder,
  cephfs,
  quobyte,
  downwardAPI,
  fc,
  flexVolume,
  configMap,
  azureFile,
  vsphereVolume,
  photonPersistentDisk,
  portworxVolume,
  azureDisk,
  storageos,
  projected,
  scaleIO,
  csi,
  ephemeral,
  image,
];
