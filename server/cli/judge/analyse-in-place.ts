import type { Analysis } from '../../application/analysis.ts';
import { surroundingsWithConfiguration } from '../../application/settings/configuration.ts';
import type { Placed } from '../../files/files-nearby.ts';

/**
 * A file as what stands around it takes it: as a patch, or with values that are filled in. What stands beside it says at once
 * whether it is a patch; further away it is looked for only where the file as a whole would be wrong.
 */
export function analyseInPlace(
  around: (file: string) => Placed,
  isPatch: boolean,
  analysed: (partial: boolean, filledIn: boolean) => Analysis,
): Analysis {
  const whole = analysed(isPatch, false);
  if (!whole.objects.some(({ judged }) => judged.findings.some(({ severity }) => severity === 'error'))) return whole;
  const { path, nearby } = around(whole.text.uri);
  const told = surroundingsWithConfiguration(path, nearby);
  const partial = isPatch || told.isPatch;
  return partial === isPatch && !told.isFilledIn ? whole : analysed(partial, told.isFilledIn);
}
