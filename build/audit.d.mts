export type Audit =
  | { readonly status: 'none' }
  | { readonly status: 'found'; readonly found: readonly string[] }
  | { readonly status: 'not-answered'; readonly why: string };

/** Reads what `npm audit --json` printed. */
export function readAudit(printed: string): Audit;
