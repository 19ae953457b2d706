import { field, key } from '../../../kubernetes/finding/field-path.ts';
import { bad, misplaced, missing } from '../../../kubernetes/finding/finding.ts';
import { byteLength } from '../../../kubernetes/names/byte-length.ts';
import { dnsLabelProblems } from '../../../kubernetes/names/name-problems.ts';
import { inRange, optionalName, required, requiredList, requiredName, supported } from '../checks/checks.ts';
import { volumeSource } from './source.ts';

export const gcePersistentDisk = volumeSource(
  'gcePersistentDisk',
  (source, path) => [...required(source.pdName, field(path, 'pdName')), ...inRange(source.partition, field(path, 'partition'), 0, 255)],
  { calledAs: 'persistentDisk' },
);

export const awsElasticBlockStore = volumeSource('awsElasticBlockStore', (source, path) => [
  ...required(source.volumeID, field(path, 'volumeID')),
  ...inRange(source.partition, field(path, 'partition'), 0, 255),
]);

export const glusterfs = volumeSource('glusterfs', (source, path) => [
  ...required(source.endpoints, field(path, 'endpoints')),
  ...required(source.path, field(path, 'path')),
]);

export const flocker = volumeSource('flocker', ({ datasetName, datasetUUID }, path) => [
  ...(datasetName || datasetUUID ? [] : [misplaced(path, 'Required', 'flocker-dataset-missing')]),
  ...(datasetName && datasetUUID ? [bad(path, 'Invalid', 'flocker-datasets')] : []),
  ...(datasetName?.includes('/') ? [bad(field(path, 'datasetName'), 'Invalid', 'flocker-name', { args: { value: datasetName } })] : []),
]);

export const rbd = volumeSource('rbd', (source, path) => [
  ...requiredList(source.monitors, field(path, 'monitors')),
  ...required(source.image, field(path, 'image')),
]);

export const cinder = volumeSource('cinder', (source, path) => [
  ...required(source.volumeID, field(path, 'volumeID')),
  ...(source.secretRef ? required(source.secretRef.name, field(path, 'secretRef', 'name')) : []),
]);

export const cephfs = volumeSource('cephfs', (source, path) => requiredList(source.monitors, field(path, 'monitors')), {
  repeatedAs: 'cephFS',
});

const hostAndPort = /^(\[[^[\]]*\]|[^:[\]]*):[^:[\]]*$/;

export const quobyte = volumeSource('quobyte', ({ registry, tenant = '', volume }, path) => {
  const registryPath = field(path, 'registry');
  const found = required(volume, field(path, 'volume'));
  if (!registry) return [...required(registry, registryPath), ...found];
  if (byteLength(tenant) >= 65) return [bad(field(path, 'tenant'), 'Required', 'quobyte-tenant', { args: { value: tenant } }), ...found];
  const fine = registry.split(',').every((pair) => hostAndPort.test(pair));
  return fine ? found : [bad(registryPath, 'Invalid', 'quobyte-registry', { args: { value: registry } }), ...found];
});

export const fc = volumeSource('fc', ({ targetWWNs = [], wwids = [], lun }, path) => {
  const namesPath = field(path, 'targetWWNs');
  const lunPath = field(path, 'lun');
  const needsLun = targetWWNs.length > 0;
  return [
    ...(targetWWNs.length + wwids.length === 0 ? [missing(namesPath, 'fc-names-missing')] : []),
    ...(targetWWNs.length > 0 && wwids.length > 0 ? [bad(namesPath, 'Invalid', 'fc-names')] : []),
    ...(needsLun && lun === undefined ? required(undefined, lunPath) : []),
    ...(needsLun ? inRange(lun, lunPath, 0, 255) : []),
  ];
});

export const flexVolume = volumeSource('flexVolume', (source, path) => [
  ...required(source.driver, field(path, 'driver')),
  ...Object.keys(source.options ?? {}).flatMap((name) => {
    const domain = `.${(name.includes('/') ? name.slice(0, name.indexOf('/')) : name).toLowerCase()}`;
    const reserved = domain.endsWith('.kubernetes.io') || domain.endsWith('.k8s.io');
    return reserved ? [misplaced(key(field(path, 'options'), name), 'Invalid', 'flex-volume-option', { args: { value: name } })] : [];
  }),
]);

export const azureFile = volumeSource('azureFile', (source, path) => [
  ...required(source.secretName, field(path, 'secretName')),
  ...required(source.shareName, field(path, 'shareName')),
]);

export const azureDisk = volumeSource('azureDisk', ({ diskName, diskURI = '', cachingMode, kind }, path) => {
  const prefix = kind === 'Managed' ? '/subscriptions/' : 'https://';
  const uriPath = field(path, 'diskURI');
  return [
    ...required(diskName, field(path, 'diskName')),
    ...required(diskURI || undefined, uriPath),
    ...supported(cachingMode, field(path, 'cachingMode'), ['None', 'ReadOnly', 'ReadWrite']),
    ...supported(kind, field(path, 'kind'), ['Dedicated', 'Managed', 'Shared']),
    ...(kind === undefined || diskURI.startsWith(prefix)
      ? []
      : [bad(uriPath, 'NotSupported', 'azure-disk-uri', { args: { value: diskURI, prefix } })]),
  ];
});

export const vsphereVolume = volumeSource('vsphereVolume', (source, path) => required(source.volumePath, field(path, 'volumePath')));

export const photonPersistentDisk = volumeSource('photonPersistentDisk', (source, path) => required(source.pdID, field(path, 'pdID')));

export const portworxVolume = volumeSource('portworxVolume', (source, path) => required(source.volumeID, field(path, 'volumeID')));

export const scaleIO = volumeSource('scaleIO', (source, path) => [
  ...required(source.gateway, field(path, 'gateway')),
  ...required(source.system, field(path, 'system')),
  ...required(source.volumeName, field(path, 'volumeName')),
]);

export const storageos = volumeSource('storageos', (source, path) => [
  ...requiredName(source.volumeName, field(path, 'volumeName'), dnsLabelProblems),
  ...optionalName(source.volumeNamespace, field(path, 'volumeNamespace'), dnsLabelProblems),
  ...(source.secretRef ? required(source.secretRef.name, field(path, 'secretRef', 'name')) : []),
]);
