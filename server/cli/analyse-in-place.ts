import type { Analysis } from '../application/analysis.ts';
import type { Surroundings } from '../manifest/kustomize/surroundings.ts';

/**
 * A file as what stands around it takes it: as a patch, or with values that are filled in. What stands beside it says at once
 * whether it is a patch; further away it is looked for only where the file as a whole would be wrong.
 */
export function analyseInPlace(
  around: (file: string) => Surroundings,
  isPatch: boolean,
  analysed: (partial: boolean, filledIn: boolean) => Analysis,
): Analysis {
  const whole = analysed(isPatch, false);
  if (!whole.objects.some(({ judged }) => judged.findings.some(({ severity }) => severity === 'error'))) return whole;
  const told = around(whole.text.uri);
  const partial = isPatch || told.isPatch;
  return partial === isPatch && !told.isFilledIn ? whole : analysed(partial, told.isFilledIn);
}
