import { kubernetesVersions, newestVersion } from '../../kubernetes/versions.ts';
import { type Difference, differences } from '../../simulator/versions/differences.ts';
import { type ExitStatus, exitStatus, type Streams } from '../streams/streams.ts';

/** `kubejob versions`: which versions of Kubernetes are known, and what each brings that the one before had not. */
export function listVersions(streams: Streams): ExitStatus {
  const all: readonly Difference[] = Object.values(differences);
  const lines = kubernetesVersions.flatMap((version) => [
    version === newestVersion ? `${version} (unless another is asked for)` : version,
    ...all.filter(({ from }) => from === version).map(({ what }) => `  ${what}`),
  ]);
  streams.out(`${lines.join('\n')}\n`);
  return exitStatus.good;
}
