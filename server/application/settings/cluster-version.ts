import { readVersionRange } from '../../kubernetes/version-range.ts';
import { type KubernetesVersion, kubernetesVersions, minorOf, newestVersion } from '../../kubernetes/versions.ts';
import { parseManifests } from '../../manifest/parse.ts';
import { valueAt } from '../../plain/node-path.ts';

/** The version of a cluster as it says it, such as `v1.33.4-gke.1000`, and the one of ours that judges as it does. */
export interface ClusterVersion {
  readonly said: string;
  readonly version: KubernetesVersion;
}

/**
 * What `kubectl version -o json` says of the server; undefined where it says nothing, as of a cluster that does not answer. A cluster that is
 * older or newer than all that are known is judged by the nearest.
 */
export function clusterVersion(printed: string): ClusterVersion | undefined {
  const said = valueAt(parseManifests(printed).documents[0]?.body.value, ['serverVersion', 'gitVersion']);
  const minor = typeof said === 'string' ? /^v?1\.(\d+)/.exec(said)?.[1] : undefined;
  if (typeof said !== 'string' || minor === undefined) return undefined;
  const [known] = readVersionRange(`1.${minor}`) ?? [];
  const nearest = Number(minor) > minorOf(newestVersion) ? newestVersion : kubernetesVersions[0];
  return { said, version: known ?? nearest };
}
