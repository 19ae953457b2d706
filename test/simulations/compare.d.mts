export declare const TOLERANCE: number;

/** What differs between a recorded run and a simulated one, as lines of text; none when they agree. */
export declare function compare(recorded: unknown, simulated: unknown, options?: { readonly describe?: boolean }): string[];
