interface HowToBuild {
  commitOf(unit: string): Promise<string | undefined>;
  /** Undefined where it cannot be built. */
  build(unit: string): Promise<string | undefined>;
}

/** Of so many units, those that were asked for last, what was committed is not built again. */
const mostUnits = 10;

/**
 * Has what was committed last built once for each commit, as a save changes nothing of it. `key` tells with which tools, values and
 * versions. Undefined where git knows no such unit, where it cannot be built, and where it is no longer wanted.
 */
export function committedBuilds(): (unit: string, key: string, how: HowToBuild, signal: AbortSignal) => Promise<string | undefined> {
  const known = new Map<string, { readonly key: string; readonly text: string | undefined }>();
  return async (unit, key, how, signal) => {
    const commit = await how.commitOf(unit);
    if (commit === undefined || signal.aborted) return undefined;
    const whole = JSON.stringify([commit, key]);
    const before = known.get(unit);
    const text = before?.key === whole ? before.text : await how.build(unit).catch(() => undefined);
    // What was stopped is not known.
    if (signal.aborted) return undefined;
    known.delete(unit);
    known.set(unit, { key: whole, text });
    const [oldest] = known.keys();
    if (known.size > mostUnits && oldest !== undefined) known.delete(oldest);
    return text;
  };
}
