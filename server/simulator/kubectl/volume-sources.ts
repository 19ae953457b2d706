import type { Volume } from '../../kubernetes/generated/types.ts';
import { isMapping, list, type Mapping } from '../scenario/scenario-values.ts';
import type { Behaviour } from '../versions/behaviour.ts';
import { indented } from './described-values.ts';
import {
  attributeLines,
  claimLines,
  downwardLines,
  listText,
  mapText,
  projectionLines,
  referenceText,
  sizeLimitText,
} from './volume-texts.ts';

/** One line of a volume's description: its label, and the field it shows or what to show. */
type Row = readonly [label: string, field: string | ((source: Mapping) => unknown)];

/** What `kubectl describe` says of a kind of volume. */
export interface SourceDescription {
  readonly type: string;
  readonly rows: readonly Row[];
  readonly more?: (source: Mapping, behaviour: Behaviour) => readonly string[];
}

const readOnly: Row = ['ReadOnly:', ({ readOnly }) => readOnly === true];
const fileSystem: Row = ['FSType:', 'fsType'];
const optional: Row = ['Optional:', ({ optional }) => optional === true];
const secretReference: Row = ['SecretRef:', ({ secretRef }) => referenceText(secretRef)];
const volumeId: Row = ['VolumeID:', 'volumeID'];

/** What kubectl pkg/describe/describe.go (0.37) says of each volume source, in the order in which it looks for them. */
export const volumeSources: Readonly<Partial<Record<keyof Volume, SourceDescription>>> = {
  hostPath: {
    type: 'HostPath (bare host directory volume)',
    rows: [
      ['Path:', 'path'],
      ['HostPathType:', ({ type }) => type ?? '<none>'],
    ],
  },
  emptyDir: {
    type: "EmptyDir (a temporary directory that shares a pod's lifetime)",
    rows: [
      ['Medium:', 'medium'],
      ['SizeLimit:', ({ sizeLimit }) => sizeLimitText(sizeLimit)],
    ],
  },
  gcePersistentDisk: {
    type: 'GCEPersistentDisk (a Persistent Disk resource in Google Compute Engine)',
    rows: [['PDName:', 'pdName'], fileSystem, ['Partition:', ({ partition }) => partition ?? 0], readOnly],
  },
  awsElasticBlockStore: {
    type: 'AWSElasticBlockStore (a Persistent Disk resource in AWS)',
    rows: [volumeId, fileSystem, ['Partition:', ({ partition }) => partition ?? 0], readOnly],
  },
  gitRepo: {
    type: 'GitRepo (a volume that is pulled from git when the pod is created)',
    rows: [
      ['Repository:', 'repository'],
      ['Revision:', 'revision'],
    ],
  },
  secret: { type: 'Secret (a volume populated by a Secret)', rows: [['SecretName:', 'secretName'], optional] },
  configMap: { type: 'ConfigMap (a volume populated by a ConfigMap)', rows: [['Name:', 'name'], optional] },
  nfs: { type: 'NFS (an NFS mount that lasts the lifetime of a pod)', rows: [['Server:', 'server'], ['Path:', 'path'], readOnly] },
  iscsi: {
    type: "ISCSI (an ISCSI Disk resource that is attached to a kubelet's host machine and then exposed to the pod)",
    rows: [
      ['TargetPortal:', 'targetPortal'],
      ['IQN:', 'iqn'],
      ['Lun:', ({ lun }) => lun ?? 0],
      ['ISCSIInterface', 'iscsiInterface'],
      fileSystem,
      readOnly,
      ['Portals:', ({ portals }) => listText(portals)],
      ['DiscoveryCHAPAuth:', ({ chapAuthDiscovery }) => chapAuthDiscovery === true],
      ['SessionCHAPAuth:', ({ chapAuthSession }) => chapAuthSession === true],
      secretReference,
      ['InitiatorName:', ({ initiatorName }) => initiatorName ?? '<none>'],
    ],
  },
  glusterfs: {
    type: "Glusterfs (a Glusterfs mount on the host that shares a pod's lifetime)",
    rows: [['EndpointsName:', 'endpoints'], ['Path:', 'path'], readOnly],
  },
  persistentVolumeClaim: {
    type: 'PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)',
    rows: [['ClaimName:', 'claimName'], readOnly],
  },
  ephemeral: {
    type: 'EphemeralVolume (an inline specification for a volume that gets created and deleted with the pod)',
    rows: [],
    more: ({ volumeClaimTemplate }) => claimLines(volumeClaimTemplate),
  },
  rbd: {
    type: "RBD (a Rados Block Device mount on the host that shares a pod's lifetime)",
    rows: [
      ['CephMonitors:', ({ monitors }) => listText(monitors)],
      ['RBDImage:', 'image'],
      fileSystem,
      ['RBDPool:', 'pool'],
      ['RadosUser:', 'user'],
      ['Keyring:', 'keyring'],
      secretReference,
      readOnly,
    ],
  },
  quobyte: {
    type: "Quobyte (a Quobyte mount on the host that shares a pod's lifetime)",
    rows: [['Registry:', 'registry'], ['Volume:', 'volume'], readOnly],
  },
  downwardAPI: {
    type: 'DownwardAPI (a volume populated by information about the pod)',
    rows: [],
    more: ({ items }) => [indented(2, 'Items:'), ...list(items).flatMap(downwardLines)],
  },
  azureDisk: {
    type: 'AzureDisk (an Azure Data Disk mount on the host and bind mount to the pod)',
    rows: [['DiskName:', 'diskName'], ['DiskURI:', 'diskURI'], ['Kind: ', 'kind'], fileSystem, ['CachingMode:', 'cachingMode'], readOnly],
  },
  vsphereVolume: {
    type: 'vSphereVolume (a Persistent Disk resource in vSphere)',
    rows: [['VolumePath:', 'volumePath'], fileSystem, ['StoragePolicyName:', 'storagePolicyName']],
  },
  cinder: { type: 'Cinder (a Persistent Disk resource in OpenStack)', rows: [volumeId, fileSystem, readOnly, secretReference] },
  photonPersistentDisk: {
    type: 'PhotonPersistentDisk (a Persistent Disk resource in photon platform)',
    rows: [['PdID:', 'pdID'], fileSystem],
  },
  portworxVolume: { type: 'PortworxVolume (a Portworx Volume resource)', rows: [volumeId] },
  scaleIO: {
    type: 'ScaleIO (a persistent volume backed by a block device in ScaleIO)',
    rows: [
      ['Gateway:', 'gateway'],
      ['System:', 'system'],
      ['Protection Domain:', 'protectionDomain'],
      ['Storage Pool:', 'storagePool'],
      ['Storage Mode:', 'storageMode'],
      ['VolumeName:', 'volumeName'],
      fileSystem,
      readOnly,
    ],
  },
  cephfs: {
    type: "CephFS (a CephFS mount on the host that shares a pod's lifetime)",
    rows: [
      ['Monitors:', ({ monitors }) => listText(monitors)],
      ['Path:', 'path'],
      ['User:', 'user'],
      ['SecretFile:', 'secretFile'],
      secretReference,
      readOnly,
    ],
  },
  storageos: {
    type: 'StorageOS (a StorageOS Persistent Disk resource)',
    rows: [['VolumeName:', 'volumeName'], ['VolumeNamespace:', 'volumeNamespace'], fileSystem, readOnly],
  },
  fc: {
    type: 'FC (a Fibre Channel disk)',
    rows: [['TargetWWNs:', ({ targetWWNs }) => list(targetWWNs).join(', ')], ['LUN:', ({ lun }) => lun ?? '<none>'], fileSystem, readOnly],
  },
  azureFile: {
    type: 'AzureFile (an Azure File Service mount on the host and bind mount to the pod)',
    rows: [['SecretName:', 'secretName'], ['ShareName:', 'shareName'], readOnly],
  },
  flexVolume: {
    type: 'FlexVolume (a generic volume resource that is provisioned/attached using an exec based plugin)',
    rows: [['Driver:', 'driver'], fileSystem, secretReference, readOnly, ['Options:', ({ options }) => mapText(options)]],
  },
  flocker: {
    type: 'Flocker (a Flocker volume mounted by the Flocker agent)',
    rows: [
      ['DatasetName:', 'datasetName'],
      ['DatasetUUID:', 'datasetUUID'],
    ],
  },
  projected: {
    type: 'Projected (a volume that contains injected data from multiple sources)',
    rows: [],
    more: (source, behaviour) =>
      list(source['sources'])
        .filter(isMapping)
        .flatMap((projection) => projectionLines(projection, behaviour)),
  },
  csi: {
    type: 'CSI (a Container Storage Interface (CSI) volume source)',
    rows: [['Driver:', 'driver'], fileSystem, readOnly],
    more: ({ volumeAttributes }) => attributeLines(volumeAttributes),
  },
  image: {
    type: 'Image (a container image or OCI artifact)',
    rows: [
      ['Reference:', 'reference'],
      ['PullPolicy:', 'pullPolicy'],
    ],
  },
};
