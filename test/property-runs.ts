/** The fifth that a quick run takes: `npm test -- --quick`, or `KUBEJOB_QUICK=1` before any other command. */
const share = process.env['KUBEJOB_QUICK'] ? 1 / 5 : 1;

/**
 * The seed of all properties. One and the same by default, so that a change is judged by itself and never by chance;
 * `KUBEJOB_SEED=random` tries others, as the daily run does, and `KUBEJOB_SEED=N` repeats one of them.
 */
const asked = process.env['KUBEJOB_SEED'] ?? '2026';
const seed = asked === 'random' ? {} : { seed: Number(asked) };

/** How often a property is tried, and from which seed. Every property says it through this, so that a quick run shortens them all. */
export function runs(count = 100): { readonly numRuns: number; readonly seed?: number } {
  return { numRuns: Math.ceil(count * share), ...seed };
}
