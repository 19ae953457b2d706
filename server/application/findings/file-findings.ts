import type { NotUtf8 } from '../../manifest/bytes/text-of-bytes.ts';
import type { Analysis } from '../analysis.ts';
import { byPosition, type LocatedFinding } from '../located-finding.ts';
import { scenarioFindings } from '../scenario/scenario-findings.ts';
import { encodingFinding, isToldOf } from './encoding-finding.ts';
import { inAnyVersion } from './in-any-version.ts';
import { objectFindings } from './object-findings.ts';

/**
 * Everything that is to be said of a file, be it a manifest or a scenario, in the order of the text: the same for editors and the
 * command line. What only follows from something else is among it; `causesAmong` is what people are shown. `notUtf8` says which
 * of its bytes the text does not tell.
 */
export function fileFindings(analysis: Analysis, notUtf8?: NotUtf8): readonly LocatedFinding[] {
  const ofObjects = inAnyVersion(analysis, objectFindings);
  const ofFile = [...(notUtf8 && isToldOf(notUtf8, analysis) ? [encodingFinding(analysis, notUtf8)] : []), ...scenarioFindings(analysis)];
  return ofFile.length > 0 ? [...ofFile, ...ofObjects].sort(byPosition) : ofObjects;
}
