import type { Volume, VolumeProjection } from '../../kubernetes/generated/types.ts';
import { formatQuantity, parseQuantity } from '../../kubernetes/values/quantity.ts';
import { isMapping, list, type Mapping } from '../scenario/scenario-values.ts';
import type { Behaviour } from '../versions/behaviour.ts';
import { annotationLines, indented, labelLines, shortened, sortedEntries, type TextMap } from './described-values.ts';

/** One line of a volume's description: its label, and the field it shows or what to show. */
type Row = readonly [label: string, field: string | ((source: Mapping) => unknown)];

interface SourceDescription {
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
const sources: Readonly<Partial<Record<keyof Volume, SourceDescription>>> = {
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
    more: ({ volumeAttributes }) => attributeLines(textMap(volumeAttributes)),
  },
  image: {
    type: 'Image (a container image or OCI artifact)',
    rows: [
      ['Reference:', 'reference'],
      ['PullPolicy:', 'pullPolicy'],
    ],
  },
};

/** The `Volumes:` block of a pod template. */
export function volumeLines(volumes: readonly Volume[], behaviour: Behaviour): readonly string[] {
  if (!volumes.length) return [indented(1, 'Volumes:\t<none>')];
  return [indented(1, 'Volumes:'), ...volumes.flatMap((volume) => [`   ${volume.name ?? ''}:`, ...sourceLines(volume, behaviour)])];
}

function sourceLines({ image, ...volume }: Volume, behaviour: Behaviour): readonly string[] {
  const fields: Mapping = { ...volume, ...(behaviour.has('describesImageVolumes') ? { image } : {}) };
  for (const [name, description] of Object.entries(sources)) {
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

function valueText(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

/** As Go prints a reference to an object by name. */
function referenceText(reference: unknown): string {
  return isMapping(reference) ? `&LocalObjectReference{Name:${valueText(reference['name'])},}` : 'nil';
}

function listText(value: unknown): string {
  return `[${list(value).join(' ')}]`;
}

function mapText(value: unknown): string {
  return `map[${sortedEntries(textMap(value))
    .map(([name, text]) => `${name}:${text}`)
    .join(' ')}]`;
}

function textMap(value: unknown): TextMap {
  return isMapping(value) ? Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)])) : {};
}

function sizeLimitText(value: unknown): string {
  const quantity = typeof value === 'string' || typeof value === 'number' ? parseQuantity(value) : undefined;
  return quantity && quantity.nano > 0n ? formatQuantity(quantity) : '<unset>';
}

function downwardLines(item: unknown): readonly string[] {
  if (!isMapping(item)) return [];
  const { fieldRef, resourceFieldRef, path } = item;
  return [
    ...(isMapping(fieldRef) ? [indented(3, `${valueText(fieldRef['fieldPath'])} -> ${valueText(path)}`)] : []),
    ...(isMapping(resourceFieldRef) ? [indented(3, `${valueText(resourceFieldRef['resource'])} -> ${valueText(path)}`)] : []),
  ];
}

function projectionLines(projection: VolumeProjection, behaviour: Behaviour): readonly string[] {
  const { secret, downwardAPI, configMap, serviceAccountToken } = projection;
  const named = (label: string, { name = '', optional }: NamedSource, oldLabel: string) => [
    indented(2, `${label}\t${name}`),
    indented(2, behaviour.has('describesOptionalSources') ? `Optional:\t${optional === true}` : `${oldLabel}\t${pointerText(optional)}`),
  ];
  if (secret) return named('SecretName:', secret, 'SecretOptionalName:');
  if (downwardAPI) return [indented(2, 'DownwardAPI:\ttrue')];
  if (configMap) return named('ConfigMapName:', configMap, 'ConfigMapOptional:');
  if (serviceAccountToken) return [indented(2, `TokenExpirationSeconds:\t${serviceAccountToken.expirationSeconds ?? ''}`)];
  return [];
}

interface NamedSource {
  readonly name?: string;
  readonly optional?: boolean;
}

/** As Go prints a pointer to a value: its address, whichever that is. */
function pointerText(value: unknown): string {
  return value === undefined ? '<nil>' : '0xc000000000';
}

/** What is known of the claim that an ephemeral volume makes; capacity and modes come only with a bound volume. */
function claimLines(template: unknown): readonly string[] {
  if (!isMapping(template)) return [];
  const { metadata, spec } = template;
  const meta = isMapping(metadata) ? metadata : {};
  const claim = isMapping(spec) ? spec : {};
  const annotations = textMap(meta['annotations']);
  const { dataSource } = claim;
  const storageClass = annotations['volume.beta.kubernetes.io/storage-class'] ?? claim['storageClassName'];
  return [
    indented(2, `StorageClass:\t${valueText(storageClass)}`),
    indented(2, `Volume:\t${valueText(claim['volumeName'])}`),
    ...labelLines('Labels', textMap(meta['labels']), indented(2, '')),
    ...annotationLines('Annotations', annotations, indented(2, '')),
    indented(2, `Capacity:\t${claim['volumeName'] ? '0' : ''}`),
    indented(2, 'Access Modes:\t'),
    ...(claim['volumeMode'] === undefined ? [] : [indented(2, `VolumeMode:\t${valueText(claim['volumeMode'])}`)]),
    ...(isMapping(dataSource)
      ? [
          indented(2, 'DataSource:'),
          ...(dataSource['apiGroup'] === undefined ? [] : [indented(3, `APIGroup:\t${valueText(dataSource['apiGroup'])}`)]),
          indented(3, `Kind:\t${valueText(dataSource['kind'])}`),
          indented(3, `Name:\t${valueText(dataSource['name'])}`),
        ]
      : []),
  ];
}

function attributeLines(attributes: TextMap): readonly string[] {
  const entries = sortedEntries(attributes);
  if (!entries.length) return [indented(2, 'VolumeAttributes:\t<none>')];
  return entries.map(
    ([name, value], at) => `${at ? indented(4, '') : indented(2, 'VolumeAttributes:')}\t${indented(2, shortened(`${name}=${value}`, 140))}`,
  );
}
