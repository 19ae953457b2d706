import { type FieldPath, field, nodePath, shownAs } from '../../../kubernetes/finding/field-path.ts';
import { bad, type Finding, misplaced } from '../../../kubernetes/finding/finding.ts';
import type {
  ClusterTrustBundleProjection,
  KeyToPath,
  PodCertificateProjection,
  ServiceAccountTokenProjection,
  VolumeProjection,
} from '../../../kubernetes/generated/types.ts';
import { qualifiedNameProblems } from '../../../kubernetes/names/name-problems.ts';
import { atLeast, type KubernetesVersion } from '../../../kubernetes/versions.ts';
import { validateLabelSelector } from '../../metadata/label-selector.ts';
import { validateAnnotations } from '../../metadata/labels.ts';
import { each, forbidden, inModeRange, inRange, required, strictChoice } from '../checks/checks.ts';
import { projectedPath } from '../checks/file-paths.ts';
import { isOn } from '../checks/gates.ts';
import { fileIn, validateDownwardFile, validateKeyToPath } from './projections.ts';
import { isKubernetesSigner, validateSignerName, validateTrustBundleName } from './signer-names.ts';
import { volumeSource } from './source.ts';

/** The paths of a volume's files so far, and the volume's own path, at which the server reports a file written twice. */
interface Files {
  readonly paths: Set<string>;
  readonly volume: FieldPath;
  readonly version: KubernetesVersion;
}

const keyTypes = ['ECDSAP256', 'ECDSAP384', 'ECDSAP521', 'ED25519', 'RSA3072', 'RSA4096'];
const day = 24 * 60 * 60;

export const projected = volumeSource('projected', ({ defaultMode, sources }, path, { version }) => {
  const files: Files = { paths: new Set(), volume: path, version };
  return [
    ...inModeRange(defaultMode, field(path, 'defaultMode')),
    ...each(sources, field(path, 'sources'), (source, at) => validateSource(source, at, files)),
  ];
});

/** Unlike a volume's, all sources of a projection are judged where several stand. */
function validateSource(source: VolumeProjection, path: FieldPath, files: Files): Finding[] {
  const { secret, configMap, downwardAPI, serviceAccountToken } = source;
  const clusterTrustBundle = isOn('ClusterTrustBundleProjection', files.version) ? source.clusterTrustBundle : undefined;
  const podCertificate = isOn('PodCertificateRequest', files.version) ? source.podCertificate : undefined;
  const count = [secret, configMap, downwardAPI, serviceAccountToken, clusterTrustBundle, podCertificate].filter(Boolean).length;
  const downward = field(path, 'downwardAPI');
  return [
    ...(secret ? validateKeys(secret, field(path, 'secret'), files) : []),
    ...(configMap ? validateKeys(configMap, field(path, 'configMap'), files) : []),
    ...(downwardAPI?.items ?? []).flatMap((file, index) => {
      const at = fileIn(downward, index);
      return [...validateDownwardFile(file, at), ...(file.path ? addFile(file.path, field(at, 'path'), files) : [])];
    }),
    ...(serviceAccountToken ? validateToken(serviceAccountToken, field(path, 'serviceAccountToken'), files) : []),
    ...(clusterTrustBundle ? validateTrustBundle(clusterTrustBundle, field(path, 'clusterTrustBundle'), files) : []),
    ...(podCertificate ? validatePodCertificate(podCertificate, field(path, 'podCertificate'), files) : []),
    ...(count > 1 ? [forbidden(path, 'projection-sources')] : []),
  ];
}

function validateKeys(source: { name?: string; items?: readonly KeyToPath[] }, path: FieldPath, files: Files): Finding[] {
  return [
    ...required(source.name, field(path, 'name')),
    ...each(source.items, field(path, 'items'), (entry, at) => [
      ...validateKeyToPath(entry, at),
      ...(entry.path ? addFile(entry.path, field(at, 'path'), files) : []),
    ]),
  ];
}

/** The server writes the token's path as the volume's, and does not count it among the files. */
function validateToken(token: ServiceAccountTokenProjection, path: FieldPath, files: Files): Finding[] {
  const pathPath = shownAs(field(files.volume, 'path'), field(path, 'path'));
  const checked = token.path && atLeast(files.version, '1.30') ? projectedPath(token.path, pathPath) : [];
  return [
    ...inRange(token.expirationSeconds, field(path, 'expirationSeconds'), 600, 2 ** 32),
    ...(token.path ? checked : required(token.path, pathPath)),
  ];
}

function validateTrustBundle(bundle: ClusterTrustBundleProjection, path: FieldPath, files: Files): Finding[] {
  const pathPath = field(path, 'path');
  return [
    ...validateTrustBundleSource(bundle, path),
    ...required(bundle.path, pathPath),
    ...projectedPath(bundle.path ?? '', pathPath),
    ...addFile(bundle.path ?? '', pathPath, files),
  ];
}

function validateTrustBundleSource(bundle: ClusterTrustBundleProjection, path: FieldPath): Finding[] {
  const { name, signerName, labelSelector } = bundle;
  if (name !== undefined && signerName !== undefined) return [bad(path, 'Invalid', 'trust-bundle-sources')];
  if (name !== undefined) {
    const namePath = field(path, 'name');
    return [
      ...required(name, namePath),
      ...validateTrustBundleName(name, namePath),
      ...(labelSelector ? [bad(field(path, 'labelSelector'), 'Invalid', 'trust-bundle-selector')] : []),
    ];
  }
  if (signerName === undefined) return [misplaced(path, 'Required', 'trust-bundle-source-missing')];
  return [
    ...validateSignerName(signerName, field(path, 'signerName')),
    ...validateLabelSelector(labelSelector, field(path, 'labelSelector')),
  ];
}

function validatePodCertificate(certificate: PodCertificateProjection, path: FieldPath, files: Files): Finding[] {
  const { signerName, maxExpirationSeconds } = certificate;
  const longest = isKubernetesSigner(signerName ?? '') ? day : 91 * day;
  const names = (['credentialBundlePath', 'keyPath', 'certificateChainPath'] as const).filter((name) => certificate[name]);
  return [
    ...validateSignerName(signerName, field(path, 'signerName')),
    ...validateUserAnnotations(certificate.userAnnotations, field(path, 'userAnnotations')),
    ...strictChoice(certificate.keyType, field(path, 'keyType'), keyTypes),
    ...inRange(maxExpirationSeconds, field(path, 'maxExpirationSeconds'), 3600, longest),
    ...names.flatMap((name) => {
      const value = certificate[name] ?? '';
      return [...projectedPath(value, field(path, name)), ...addFile(value, field(path, name), files)];
    }),
    ...(names.length === 0 ? [misplaced(path, 'Required', 'pod-certificate-paths')] : []),
  ];
}

/** Keys with a domain, whatever their case; all together as long as annotations may be. */
function validateUserAnnotations(annotations: Readonly<Record<string, string>> | undefined, path: FieldPath): Finding[] {
  const keys = Object.keys(annotations ?? {}).flatMap((name) => {
    const at = { path: [...nodePath(path), name], part: 'key' } as const;
    const lower = name.toLowerCase();
    if (name === '') return [bad(path, 'Required', 'user-annotation', { args: { value: name }, at })];
    const fine = qualifiedNameProblems(lower).length === 0 && lower.includes('/');
    return fine ? [] : [bad(path, 'Invalid', 'user-annotation', { args: { value: name }, at })];
  });
  return [...keys, ...validateAnnotations(annotations, path).filter(({ reason }) => reason === 'TooLong')];
}

/** Two files of one volume at the same path are a fault of the volume as a whole. */
function addFile(value: string, path: FieldPath, files: Files): Finding[] {
  if (files.paths.has(value)) {
    return [bad(files.volume, 'Invalid', 'projected-path-twice', { args: { value }, at: { path: nodePath(path), part: 'value' } })];
  }
  files.paths.add(value);
  return [];
}
