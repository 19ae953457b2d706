import type { Analysis } from './analysis.ts';
import type { LocatedFinding } from './diagnostics.ts';
import type { Fix } from './fixes/fix.ts';
import { fixesFor } from './fixes/index.ts';

/** The fixes of a finding, the preferred first. */
export function fixesOf({ texts }: Analysis, { object, finding }: LocatedFinding): readonly Fix[] {
  const { kind, at } = object.judged;
  return fixesFor({ source: object.source, finding, kind: kind ?? 'Job', base: at, texts });
}
