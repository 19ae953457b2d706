/** What a command line says of its own run. */
export interface Reading {
  /** How long it runs; Infinity: until something stops it. Where not all is known, what is known of it. */
  readonly seconds: number;
  /** Undefined where only the run can tell, as for `test`. */
  readonly exit: number | undefined;
  /** Whether the time is known. Where it is not, `exit` is 0: what is unknown is taken to succeed. */
  readonly known: boolean;
  /** Whether it surely writes nothing to standard output. */
  readonly silent: boolean;
}

/** What a command line is read with. */
export interface Surroundings {
  /** Environment variables with a value in the manifest; undefined values are set, but only the cluster knows to what. */
  readonly variables: ReadonlyMap<string, string | undefined>;
  /** Whether the name is a slip, so that no such program exists; others may be installed by the script itself. */
  readonly lacks: (program: string) => boolean;
  /** Reads what stands behind `sh -c`: handed in, as command lines and scripts stand inside each other. */
  readonly readScript: (script: string, around: Surroundings, options: { readonly stopsAtFailure?: boolean }) => Reading;
  /** How many more command lines may stand inside this one. */
  readonly depth: number;
}

/** Ends at once, or after a known time. */
export function ends(exit: number | undefined, seconds = 0, silent = true): Reading {
  return { seconds, exit, known: true, silent };
}

export const neverEnds: Reading = { seconds: Number.POSITIVE_INFINITY, exit: 0, known: true, silent: false };

export const unknown: Reading = { seconds: 0, exit: 0, known: false, silent: false };
