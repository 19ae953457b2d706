import type { Analysis } from '../../application/analysis.ts';
import type { ObjectFinding } from '../../application/located-finding.ts';
import type { Fix } from './fix.ts';
import { fixesFor } from './index.ts';

/** The fixes of a finding, the preferred first. */
export function fixesOf({ texts }: Analysis, { object, finding }: ObjectFinding): readonly Fix[] {
  const { kind, at } = object.judged;
  return fixesFor({ source: object.source, finding, kind: kind ?? 'Job', base: at, texts });
}
