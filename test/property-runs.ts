/** The fifth that a quick run takes: `npm test -- --quick`, or `KUBEJOB_QUICK=1` before any other command. */
const share = process.env['KUBEJOB_QUICK'] ? 1 / 5 : 1;

/** How often a property is tried. Every property says it through this, so that a quick run shortens them all. */
export function runs(count = 100): { readonly numRuns: number } {
  return { numRuns: Math.ceil(count * share) };
}
