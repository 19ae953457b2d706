import { isRecord } from '../../plain/record.ts';
import { compareQuantities, parseQuantity } from './quantity.ts';

/**
 * Whether two values of an API object, with their defaults, are the same to the API server: empty and absent lists and
 * maps are, and so are quantities of equal amount. A false, a 0 or an empty text is the same as none, except in the
 * optional fields that keep the two apart (in Go: pointers; k8s.io/api 0.37). `name` is the field that holds the values.
 */
export function semanticallyEqual(a: unknown, b: unknown, name = ''): boolean {
  if (a === b) return true;
  if (isAbsent(a)) return isZero(b, name);
  if (isAbsent(b)) return isZero(a, name);
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => semanticallyEqual(item, b[index]));
  if (isRecord(a) && isRecord(b)) return equalEntries(a, b, name);
  return false;
}

type Entries = Readonly<Record<string, unknown>>;

function equalEntries(a: Entries, b: Entries, name: string): boolean {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  if (quantityMaps.has(name)) return names.every((entry) => equalQuantities(a[entry], b[entry]));
  if (maps.has(name)) return names.every((entry) => a[entry] === b[entry]);
  return names.every((entry) => semanticallyEqual(a[entry], b[entry], entry));
}

function equalQuantities(a: unknown, b: unknown): boolean {
  const [left, right] = [a, b].map((value) => (typeof value === 'string' || typeof value === 'number' ? parseQuantity(value) : undefined));
  return left && right ? compareQuantities(left, right) === 0 : a === b;
}

function isZero(value: unknown, name: string): boolean {
  if (isAbsent(value)) return true;
  if (Array.isArray(value)) return value.length === 0;
  if (isRecord(value)) {
    const entries = Object.entries(value);
    return (entries.length === 0 && maps.has(name)) || (structs.has(name) && entries.every(([entry, held]) => isZero(held, entry)));
  }
  return (value === false || value === 0 || value === '') && !optional.has(name);
}

function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

const quantityMaps: ReadonlySet<string> = new Set(['limits', 'requests', 'overhead']);

const maps: ReadonlySet<string> = new Set([
  ...quantityMaps,
  ...['annotations', 'labels', 'matchLabels', 'nodeSelector', 'options', 'volumeAttributes', 'userAnnotations'],
]);

/** Objects that are always there, so that none and an empty one are the same. */
const structs: ReadonlySet<string> = new Set(['metadata', 'spec', 'template', 'jobTemplate', 'preference', 'podAffinityTerm']);

/** Fields whose zero differs from their absence. */
const optional: ReadonlySet<string> = new Set([
  ...['parallelism', 'completions', 'completionMode', 'backoffLimit', 'backoffLimitPerIndex', 'maxFailedIndexes', 'managedBy'],
  ...['manualSelector', 'podReplacementPolicy', 'suspend', 'ttlSecondsAfterFinished', 'succeededCount', 'succeededIndexes'],
  ...['startingDeadlineSeconds', 'successfulJobsHistoryLimit', 'failedJobsHistoryLimit', 'timeZone', 'activeDeadlineSeconds'],
  ...['terminationGracePeriodSeconds', 'automountServiceAccountToken', 'enableServiceLinks', 'hostUsers', 'hostnameOverride'],
  ...['preemptionPolicy', 'priority', 'runtimeClassName', 'setHostnameAsFQDN', 'shareProcessNamespace', 'podGroupName'],
  ...['resourceClaimName', 'resourceClaimTemplateName', 'tolerationSeconds', 'minDomains', 'nodeAffinityPolicy', 'nodeTaintsPolicy'],
  ...['allowPrivilegeEscalation', 'privileged', 'procMount', 'readOnlyRootFilesystem', 'runAsGroup', 'runAsNonRoot', 'runAsUser'],
  ...['fsGroup', 'fsGroupChangePolicy', 'seLinuxChangePolicy', 'supplementalGroupsPolicy', 'localhostProfile', 'stopSignal', 'service'],
  ...['gmsaCredentialSpec', 'gmsaCredentialSpecName', 'hostProcess', 'runAsUserName', 'mountPropagation', 'recursiveReadOnly'],
  ...[
    'optional',
    'defaultMode',
    'defaultUser',
    'mode',
    'expirationSeconds',
    'maxExpirationSeconds',
    'sizeLimit',
    'apiGroup',
    'cachingMode',
  ],
  ...[
    'initiatorName',
    'storageClassName',
    'volumeAttributesClassName',
    'volumeMode',
    'controller',
    'blockOwnerDeletion',
    'deletionGracePeriodSeconds',
  ],
]);
