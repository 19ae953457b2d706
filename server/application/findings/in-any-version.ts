import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import type { Analysis } from '../analysis.ts';
import { byPosition, type ObjectFinding } from '../located-finding.ts';

/** What `find` finds of the objects of a file in any version that is asked for, each once, with the versions where they are not all. */
export function inAnyVersion<Found extends ObjectFinding>(
  analysis: Analysis,
  find: (analysis: Analysis) => readonly Found[],
): readonly Found[] {
  const newest = find(analysis);
  if (analysis.inOlderVersions.length === 0) return newest;
  const all = [...analysis.inOlderVersions, analysis].map((one) => ({
    version: one.settings.kubernetesVersion,
    found: one === analysis ? newest : find(one),
  }));
  const found = new Map<string, { readonly finding: Found; readonly versions: readonly KubernetesVersion[] }>();
  for (const { version, found: ofVersion } of all)
    for (const finding of ofVersion) {
      const key = keyOf(finding);
      found.set(key, { finding, versions: [...(found.get(key)?.versions ?? []), version] });
    }
  const versions = all.map(({ version }) => version);
  return [...found.values()].map((one) => withVersions(one.finding, one.versions, versions, analysis)).sort(byPosition);
}

/** What a message says of its own version makes no difference. */
function keyOf({ about: { document, item }, finding: { path, code, args }, range }: ObjectFinding): string {
  return JSON.stringify([document, item, path, code, range, { ...args, version: undefined }]);
}

function withVersions<Found extends ObjectFinding>(
  finding: Found,
  versions: readonly KubernetesVersion[],
  all: readonly KubernetesVersion[],
  { texts }: Analysis,
): Found {
  const [first = '', last = ''] = [versions[0], versions.at(-1)];
  if (versions.length === all.length) return finding;
  const ends = { first: first === all[0] && first !== last ? '' : first, last: last === all.at(-1) && first !== last ? '' : last };
  return { ...finding, versions, message: texts('in-versions', { message: { quoted: finding.message }, ...ends }) };
}
