import { type FieldPath, field, item } from '../../kubernetes/finding/field-path.ts';
import { type Finding, warning } from '../../kubernetes/finding/finding.ts';
import type { PodSpec, Volume, VolumeProjection } from '../../kubernetes/generated/types.ts';
import type { RuleContext } from '../context.ts';
import { each } from '../pod/checks/checks.ts';
import { isOn } from '../pod/checks/gates.ts';
import { keptVolumes } from '../pod/volumes.ts';

interface PlacedFile {
  readonly file: string;
  readonly path: FieldPath;
}

/** Files of one volume that are written twice, or one below another: the kubelet cannot make both. */
export function overlapWarnings(spec: PodSpec, path: FieldPath, context: RuleContext): Finding[] {
  return keptVolumes(spec, path, context.version).flatMap(({ value: volume, path: at }) => [
    ...(['configMap', 'secret', 'downwardAPI'] as const).flatMap((name) => overlapping(filesOf(volume[name]?.items, field(at, name)))),
    ...projectedWarnings(volume, field(at, 'projected'), context),
  ]);
}

function projectedWarnings({ projected }: Volume, path: FieldPath, context: RuleContext): Finding[] {
  const sources = field(path, 'sources');
  const files = (projected?.sources ?? []).flatMap((source, index) => filesOfProjection(source, item(sources, index), context));
  const empty = each(projected?.sources, sources, (source, at) => (isEmpty(source, context) ? [warning(at, 'projection-empty')] : []));
  return [...empty, ...overlapping(files)];
}

function filesOfProjection(source: VolumeProjection, path: FieldPath, { version }: RuleContext): readonly PlacedFile[] {
  for (const name of ['configMap', 'secret', 'downwardAPI'] as const) {
    if (source[name]?.items) return filesOf(source[name].items, field(path, name));
  }
  const { serviceAccountToken, clusterTrustBundle, podCertificate } = source;
  if (serviceAccountToken) return [{ file: serviceAccountToken.path ?? '', path: field(path, 'serviceAccountToken', 'path') }];
  if (clusterTrustBundle && isOn('ClusterTrustBundleProjection', version)) {
    return [{ file: clusterTrustBundle.path ?? '', path: field(path, 'clusterTrustBundle', 'path') }];
  }
  if (!podCertificate || !isOn('PodCertificateRequest', version)) return [];
  return (['certificateChainPath', 'keyPath', 'credentialBundlePath'] as const).flatMap((name) => {
    const file = podCertificate[name];
    return file ? [{ file, path: field(path, 'podCertificate', name) }] : [];
  });
}

function isEmpty(source: VolumeProjection, { version }: RuleContext): boolean {
  const { clusterTrustBundle, podCertificate, ...others } = source;
  const bundle = clusterTrustBundle && isOn('ClusterTrustBundleProjection', version);
  const certificate = podCertificate && isOn('PodCertificateRequest', version);
  return !bundle && !certificate && Object.values(others).every((value) => value === undefined);
}

function filesOf(items: readonly { path?: string }[] | undefined, path: FieldPath): readonly PlacedFile[] {
  return (items ?? []).map((entry, index) => ({ file: entry.path ?? '', path: field(item(field(path, 'items'), index), 'path') }));
}

function overlapping(files: readonly PlacedFile[]): Finding[] {
  return files.flatMap(({ file, path }, index) => {
    const own = trimmed(file);
    return files
      .slice(0, index)
      .map((other) => trimmed(other.file))
      .filter((other) => own !== '' && other !== '' && (`${other}/`.startsWith(`${own}/`) || `${own}/`.startsWith(`${other}/`)))
      .map((other) => warning(path, 'volume-paths-overlap', { args: { value: own, other } }));
  });
}

function trimmed(file: string): string {
  let end = file.length;
  while (file[end - 1] === '/') end--;
  return file.slice(0, end);
}
