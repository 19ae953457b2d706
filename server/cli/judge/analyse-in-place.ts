import type { Analysis } from '../../application/analysis.ts';
import { surroundingsWithConfiguration } from '../../application/configuration/configured-surroundings.ts';
import type { Filling } from '../../application/settings/settings.ts';
import type { Placed } from '../../files/files-nearby.ts';
import { nothingAround } from '../../manifest/kustomize/surroundings.ts';

/**
 * A file as what stands around it takes it: as a patch, or with values that are filled in. What stands beside it says at once
 * whether it is a patch; further away it is looked for only where the file as a whole would be wrong.
 */
export function analyseInPlace(
  around: (file: string) => Placed,
  isPatch: boolean,
  analysed: (partial: boolean, filling: Filling) => Analysis,
): Analysis {
  const whole = analysed(isPatch, nothingAround);
  // What Flux fills in may be wrong where the placeholder is not.
  if (!hasErrors(whole) && !(holdsOurs(whole) && whole.text.getText().includes('${'))) return whole;
  const { path, nearby } = around(whole.text.uri);
  const told = surroundingsWithConfiguration(path, nearby);
  const partial = isPatch || told.isPatch;
  return partial === isPatch && !told.isFilledIn ? whole : analysed(partial, told);
}

/** As `analyseInPlace`, of what is found piece by piece: whether anything is wrong is looked for before, where that counts. */
export function analysePiecesInPlace(
  { path, nearby }: Placed,
  isPatch: boolean,
  analysed: (partial: boolean, filling: Filling) => Iterable<Analysis>,
): Iterable<Analysis> {
  const told = surroundingsWithConfiguration(path, nearby);
  const partial = isPatch || told.isPatch;
  if (partial === isPatch && !told.isFilledIn) return analysed(isPatch, nothingAround);
  for (const piece of analysed(isPatch, nothingAround)) if (hasErrors(piece)) return analysed(partial, told);
  return analysed(isPatch, nothingAround);
}

function holdsOurs({ objects, carried }: Analysis): boolean {
  return objects.length > 0 || carried.length > 0;
}

function hasErrors({ objects }: Analysis): boolean {
  return objects.some(({ judged }) => judged.findings.some(({ severity }) => severity === 'error'));
}
