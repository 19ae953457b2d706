import { createHash } from 'node:crypto';
import { pathInProject } from './path-in-project.ts';
import type { ReportedFinding } from './reported-finding.ts';

/**
 * Names findings so that one keeps its name while lines move: by file, object, path, code and message. Of several that are alike in
 * all of these each has a name of its own, by how many there were before.
 */
export function fingerprints(): (file: string, finding: ReportedFinding) => string {
  const seen = new Map<string, number>();
  return (file, { about: { kind, name }, path, code, message }) => {
    const alike = JSON.stringify([pathInProject(file), kind, name, path, code, message]);
    const before = seen.get(alike) ?? 0;
    seen.set(alike, before + 1);
    return createHash('sha256').update(`${alike} ${before}`).digest('hex').slice(0, 40);
  };
}
